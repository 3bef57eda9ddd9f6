package kr.dure.api.approval;

import org.jspecify.annotations.Nullable;

/**
 * Why a proposal ends without being done.
 *
 * @param rule its code, of kinds that have such rules
 */
record Grounds(@Nullable String rule, @Nullable String reason) {
    static final Grounds NONE = new Grounds(null, null);
}

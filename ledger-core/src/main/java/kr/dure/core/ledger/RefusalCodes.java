package kr.dure.core.ledger;

import java.util.Locale;
import java.util.regex.Pattern;

/** The code of each refusal type, computed once. */
final class RefusalCodes {
    private static final Pattern WORD_START = Pattern.compile("(?<=.)(?=\\p{Upper})");

    private static final ClassValue<String> CODES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return WORD_START.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
        }
    };

    private RefusalCodes() {}

    static String of(Class<? extends Refusal> type) {
        return CODES.get(type);
    }
}

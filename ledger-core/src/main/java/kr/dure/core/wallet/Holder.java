package kr.dure.core.wallet;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who holds a wallet. */
public enum Holder {
    /** Lives, studies or works in the district (주민). */
    @JsonProperty("resident")
    RESIDENT,
    /** A community centre, a cooperative, a residents' council (기관회원). */
    @JsonProperty("institution")
    INSTITUTION
}

package kr.dure.core.programme;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a programme pays for. */
public enum ProgrammeKind {
    /** Participation income (참여소득), paid by the hour. */
    @JsonProperty("participation")
    PARTICIPATION,
    /** Clean houses (클린하우스), points by weight. */
    @JsonProperty("clean-house")
    CLEAN_HOUSE,
    /** Policy money (정책수당), one grant to many. */
    @JsonProperty("policy")
    POLICY
}

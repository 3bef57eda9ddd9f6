package kr.dure.ops.cli;

import kr.dure.api.access.Caller;
import kr.dure.ops.Complaint;
import picocli.CommandLine.Option;

/** For whom something is made. */
final class WhoOption {
    @Option(
            names = "--as",
            required = true,
            paramLabel = "ROLE:NAME",
            description =
                    "resident:R00001, merchant:M0001, clerk:M0001/NAME, officer:NAME, manager:NAME, auditor:NAME, operator:NAME")
    private String as;

    /** @throws Complaint if that is nobody */
    Caller caller() {
        return Caller.of(as)
                .orElseThrow(() -> new Complaint("누구인지 알 수 없습니다: " + as, "This is nobody (ROLE:NAME): " + as));
    }
}

package kr.dure.api.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.dure.api.http.ProblemTexts;

/** With which problems an operation can answer. */
final class Codes {
    private Codes() {}

    /** By their status; what the operation names itself, in its order, before what any request can meet. */
    static Map<Integer, List<String>> of(Route route) {
        List<String> codes = new ArrayList<>(route.refuses());
        codes.addAll(common(route));
        Map<Integer, List<String>> byStatus = new TreeMap<>();
        codes.stream()
                .distinct()
                .filter(ProblemTexts.codes()::contains)
                .forEach(code -> byStatus.computeIfAbsent(ProblemTexts.of(code).status(), unused -> new ArrayList<>())
                        .add(code));
        return byStatus;
    }

    /** What follows of its form alone. */
    private static List<String> common(Route route) {
        List<String> codes = new ArrayList<>(List.of("invalid-request", "not-acceptable"));
        if (!route.streams()) {
            codes.add("busy");
        }
        if (route.wantsToken()) {
            codes.addAll(List.of("unauthenticated", "too-many-requests"));
        }
        if (route.reads()) {
            codes.addAll(List.of("position-invalid", "views-behind"));
        }
        if (route.takesBody()) {
            codes.addAll(List.of("unsupported-media-type", "too-large"));
        }
        if (route.writes()) {
            codes.addAll(List.of("idempotency-key-missing", "in-progress", "id-reused", "not-now", "outcome-unknown"));
        }
        return codes;
    }
}

package kr.dure.torture;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dure.torture.Plan.Fault;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a person reads, while it goes on and at the end. */
final class Summary {
    private static final double MILLIS = 1_000;

    private final PrintWriter out;
    private final Watcher watcher;
    private final List<Cycle.Result> results = new ArrayList<>();
    private final Map<FaultKind, Integer> byKind = new EnumMap<>(FaultKind.class);

    Summary(PrintWriter out, Watcher watcher) {
        this.out = out;
        this.watcher = watcher;
    }

    void add(Cycle.Result result) {
        if (results.isEmpty()) {
            out.println("  주기   씨앗     작업   모름→앎  답 없던 시간  조회 멈춤    전체   고장");
            out.println(" cycle   seed      ops  settled   no answers  views still   whole  faults");
        }
        results.add(result);
        result.faults().forEach(fault -> byKind.merge(fault.kind(), 1, Integer::sum));
        out.printf(
                Locale.ROOT,
                "%6d %6d %,8d %8d %10.1f s %10.1f s %5.1f s  %s%n",
                result.number(),
                result.seed(),
                result.operations(),
                result.unknownSettled(),
                result.withoutWriterMillis() / MILLIS,
                result.viewsStillMillis() / MILLIS,
                result.millis() / MILLIS,
                result.faults().stream().map(Summary::text).collect(Collectors.joining("; ")));
    }

    private static String text(Fault fault) {
        String lasting = fault.millis() == 0 ? "" : String.format(Locale.ROOT, ", %.1f s", fault.millis() / MILLIS);
        return String.format(
                Locale.ROOT, "%.1f s %s%s", fault.at() / MILLIS, fault.kind().title(), lasting);
    }

    void print() {
        out.println();
        byKind.forEach((kind, count) -> line(kind.title(), count));
        line("주기 / cycles", results.size());
        line("답한 작업 / operations answered", sum(Cycle.Result::operations));
        line("몰랐다가 확인한 결과 / unknown outcomes settled", sum(Cycle.Result::unknownSettled));
        line("돈이 온전했던 조회 / snapshots in which money was whole", watcher.snapshots());
        seconds("답이 없던 가장 긴 시간 / longest without an answer", most(Cycle.Result::withoutWriterMillis));
        seconds("조회가 멈춘 가장 긴 시간 / longest that views stood still", most(Cycle.Result::viewsStillMillis));
    }

    private void line(String what, long number) {
        out.printf(Locale.ROOT, "%,10d    %s%n", number, what);
    }

    private void seconds(String what, long millis) {
        out.printf(Locale.ROOT, "%,10.1f s  %s%n", millis / MILLIS, what);
    }

    private long sum(java.util.function.ToLongFunction<Cycle.Result> of) {
        return results.stream().mapToLong(of).sum();
    }

    private long most(java.util.function.ToLongFunction<Cycle.Result> of) {
        return results.stream().mapToLong(of).max().orElse(0);
    }

    void write(Path file, Violations violations) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("faults", byKind);
        report.put("operations", sum(Cycle.Result::operations));
        report.put("unknownSettled", sum(Cycle.Result::unknownSettled));
        report.put("snapshots", watcher.snapshots());
        report.put("longestWithoutAnswerMillis", most(Cycle.Result::withoutWriterMillis));
        report.put("longestViewsStillMillis", most(Cycle.Result::viewsStillMillis));
        report.put("violations", violations.named());
        report.put("cycles", results);
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), report);
    }
}

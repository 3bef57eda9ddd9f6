package kr.dure.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** The figures, for a person to read. */
final class Table {
    private final PrintWriter out;

    Table(PrintWriter out) {
        this.out = out;
    }

    void machine(Machine machine) {
        out.printf(
                Locale.ROOT,
                "%s, %d cores, %,d MiB · %s · Java %s · PostgreSQL %s%n",
                machine.processor(),
                machine.cores(),
                machine.memoryMiB(),
                machine.system(),
                machine.java(),
                machine.postgres());
    }

    void print(Arena.Result result) {
        out.printf("%n%s (%s)%n", result.name(), result.unit());
        out.printf(
                "  %-18s %10s %21s %6s %8s %8s %8s %8s %7s %8s %9s%n",
                "", "median", "min–max", "flight", "p50 ms", "p99 ms", "CPU µs", "DB µs", "bytes", "lag ms", "Dure is");
        result.subjects().forEach((name, figures) -> {
            Double ratio = result.ratios().get(name);
            out.printf(
                    Locale.ROOT,
                    "  %-18s %10s %21s %6s %8s %8s %8s %8s %7s %8s %9s%n",
                    name,
                    amount(figures.getMedian()),
                    amount(figures.getMin()) + "–" + amount(figures.getMax()),
                    figures.getInFlight() == 0 ? "" : Integer.toString(figures.getInFlight()),
                    decimals(figures.getP50ms()),
                    decimals(figures.getP99ms()),
                    decimals(figures.getCpuMicros()),
                    decimals(figures.getDatabaseCpuMicros()),
                    figures.getWrittenBytes() == 0
                            ? ""
                            : String.format(Locale.ROOT, "%,.0f", figures.getWrittenBytes()),
                    decimals(figures.getLagP99ms()),
                    ratio == null ? "" : String.format(Locale.ROOT, "%.2f ×", ratio));
        });
    }

    void voided(String name, String why) {
        out.printf("%n%s: void, %s%n", name, why);
    }

    private static String amount(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    private static String decimals(double value) {
        return value == 0 ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}

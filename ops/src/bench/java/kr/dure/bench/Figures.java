package kr.dure.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was measured of one contestant in one scenario. */
final class Figures {
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> micros = new ArrayList<>();
    private final List<Double> serverMicros = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();
    private final List<Double> p50ms = new ArrayList<>();
    private final List<Double> p99ms = new ArrayList<>();
    private int inFlight;
    private double maxMs;
    private double lagP99ms;

    void counted(double perSecond, double ownMicros, double databaseMicros, double writtenBytes) {
        rates.add(perSecond);
        micros.add(ownMicros);
        serverMicros.add(databaseMicros);
        bytes.add(writtenBytes);
    }

    void counted(double perSecond) {
        rates.add(perSecond);
    }

    void latencies(Contestant.Run run) {
        p50ms.add(run.p50ms());
        p99ms.add(run.p99ms());
        maxMs = Math.max(maxMs, run.maxMs());
    }

    void lag(double millis) {
        lagP99ms = Math.max(lagP99ms, millis);
    }

    void inFlight(int best) {
        inFlight = best;
    }

    public int getRuns() {
        return rates.size();
    }

    public double getMedian() {
        return median(rates);
    }

    public double getMin() {
        return rates.stream().min(Comparator.naturalOrder()).orElse(0.0);
    }

    public double getMax() {
        return rates.stream().max(Comparator.naturalOrder()).orElse(0.0);
    }

    public int getInFlight() {
        return inFlight;
    }

    public double getP50ms() {
        return median(p50ms);
    }

    public double getP99ms() {
        return median(p99ms);
    }

    public double getMaxMs() {
        return maxMs;
    }

    public double getLagP99ms() {
        return lagP99ms;
    }

    /** Of the contestant with its load. */
    public double getCpuMicros() {
        return median(micros);
    }

    /** Of the database. */
    public double getDatabaseCpuMicros() {
        return median(serverMicros);
    }

    /** What the database wrote to its log. */
    public double getWrittenBytes() {
        return median(bytes);
    }

    private static double median(List<Double> values) {
        if (values.isEmpty()) {
            return 0;
        }
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}

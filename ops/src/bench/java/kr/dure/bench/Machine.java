package kr.dure.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was measured on. */
record Machine(String processor, int cores, long memoryMiB, String system, String java, String postgres) {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    static Machine here(String postgres) throws IOException {
        return new Machine(
                processorHere(),
                Runtime.getRuntime().availableProcessors(),
                memory() >> 20,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.version().toString(),
                postgres);
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    private static String processorHere() throws IOException {
        if (!Files.exists(CPU)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(CPU).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse(System.getProperty("os.arch"));
    }
}

package kr.dure.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dure.ops.link.Address;
import org.jspecify.annotations.Nullable;

/** A process of {@code dure node}. */
final class NodeProcess implements AutoCloseable {
    private static final String READY = "ready ";

    private final Process process;
    private volatile @Nullable Address address;
    private volatile String role = "";

    private NodeProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::listen);
    }

    /** @param lease how long a holder of the lease may be silent, in seconds */
    static NodeProcess start(Path data, int lease, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                "kr.dure.ops.Dure",
                "node",
                "--listen",
                "127.0.0.1:0",
                "--kind",
                "production",
                "--lease",
                Integer.toString(lease),
                "--data",
                data.toString()));
        var builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        data.resolve("stderr.txt").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("DURE_"));
        builder.environment().putAll(environment);
        return new NodeProcess(builder.start());
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    address = Address.parse(line.substring(READY.length()));
                } else {
                    role = line;
                }
            }
        } catch (IOException ended) {
            // it was killed
        }
    }

    /** Where it serves, or null while it does not yet. */
    @Nullable
    Address address() {
        return address;
    }

    boolean isWriter() {
        return isAlive() && role.equals("writer");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Of a process that has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** Sends a signal: {@code STOP}, {@code CONT}. */
    void signal(String name) {
        Shell.succeeds("kill", "-" + name, Long.toString(process.pid()));
    }

    /** As {@code kill -9}: it can clear up nothing, and it works on a process that has been stopped. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
    }
}

package kr.dure.torture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes {@code fdatasync} fail in some processes, as a broken disk would. Linux with strace, where that is allowed. */
final class FailingSync implements AutoCloseable {
    private final Process strace;

    /**
     * @param when which call fails, counted from 1 in each process
     */
    FailingSync(List<Long> processes, int when) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "strace",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "trace=fdatasync",
                "-e",
                "inject=fdatasync:error=EIO:when=" + when));
        processes.forEach(process -> command.addAll(List.of("-p", process.toString())));
        this.strace = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Whether this machine has what it takes and lets us, tried on a process of our own: what is forbidden ends at once. */
    static boolean isPossible() throws IOException, InterruptedException {
        var victim = new ProcessBuilder("sleep", "10").start();
        try (var tried = new FailingSync(List.of(victim.pid()), 1)) {
            return !tried.strace.waitFor(300, TimeUnit.MILLISECONDS);
        } catch (IOException notInstalled) {
            return false;
        } finally {
            victim.destroyForcibly();
        }
    }

    /** strace lets go of what it traces when it is told to end. */
    @Override
    public void close() throws IOException {
        strace.destroy();
        try {
            if (!strace.waitFor(5, TimeUnit.SECONDS)) {
                strace.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            strace.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

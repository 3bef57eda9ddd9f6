package kr.dure.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Small programs of the operating system. */
final class Shell {
    private static final int SECONDS = 20;

    private Shell() {}

    /** Whether a program is there, ends in time and ends well. */
    static boolean succeeds(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            throw new IllegalStateException(command[0] + " does not end: " + said);
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package kr.dure.ops.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import kr.dure.ops.ModelPlace;

/**
 * The class path of the test, and an archive of the classes that an import loads: with one, a process starts in half the
 * time. Java archives only what is in jars.
 */
final class Archived {
    private static final Path FOLDER = ModelPlace.target("process-classes");
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final List<String> PATH = new ArrayList<>();

    private Archived() {}

    /** What Java is to be told. */
    static synchronized List<String> options(List<String> jvm) throws IOException, InterruptedException {
        if (PATH.isEmpty()) {
            Files.createDirectories(FOLDER);
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                PATH.add(packed(Path.of(entry)));
            }
            PATH.add(packed(Path.of("target", "bench-classes").toAbsolutePath()));
            train(jvm);
        }
        List<String> options = new ArrayList<>(jvm);
        options.addAll(List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-cp", String.join(File.pathSeparator, PATH)));
        return options;
    }

    private static String packed(Path entry) {
        if (!Files.isDirectory(entry)) {
            return entry.toString();
        }
        String jar = FOLDER.resolve(PATH.size() + ".jar").toString();
        int failed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar, "-C", entry.toString(), ".");
        if (failed != 0) {
            throw new IllegalStateException("not packed: " + entry);
        }
        return jar;
    }

    private static void train(List<String> jvm) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(FOLDER, "training");
        List<String> command = new ArrayList<>(List.of(DureProcess.JAVA));
        command.addAll(jvm);
        command.addAll(List.of(
                "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                "-cp",
                String.join(File.pathSeparator, PATH),
                "kr.dure.ops.Dure",
                "import",
                TestLedger.file(folder, "edges").toString(),
                "--data",
                ModelPlace.ready(folder).toString()));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException("no archive: " + Files.readString(folder.resolve("out.txt")));
        }
    }
}

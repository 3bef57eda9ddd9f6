package kr.dure.ops;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import kr.dure.ops.node.Node;
import kr.dure.ops.node.Place;

/** Data directories for tests, after a model that is made once: unpacking PostgreSQL and making a cluster take time. */
public final class ModelPlace {
    public static final String NAME = "자료 data";

    /** Tests run in two processes at once: each has its own model, and ports of its own. */
    private static final String FORK = System.getProperty("dure.tests.fork", "fork-1");

    private static final int FIRST_PORT = 5_432;
    private static final int PORTS = 10_000;
    private static final Path MODEL = target("model-place");
    private static boolean made = false;

    private ModelPlace() {}

    private static int forkNumber() {
        return Integer.parseInt(FORK.substring("fork-".length()));
    }

    /** What this process of the tests keeps under a name. */
    public static Path target(String name) {
        return Path.of("target", name + "-" + FORK).toAbsolutePath();
    }

    /** Where nothing has ever been started; the PostgreSQL programs are there already. */
    public static Path fresh(Path folder) throws IOException {
        make();
        Path place = Files.createDirectory(
                Files.createDirectories(folder).resolve(NAME),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        replicate(MODEL.resolve("bin"), place.resolve("bin"), ModelPlace::link);
        return place;
    }

    /** Where a database has been made and nothing is in it. */
    public static Path ready(Path folder) throws IOException {
        Path place = fresh(folder);
        replicate(MODEL.resolve("postgres"), place.resolve("postgres"), ModelPlace::copy);
        return place;
    }

    private static synchronized void make() throws IOException {
        if (!made) {
            delete(MODEL);
            Node.open(new Place(MODEL, null), sentence -> {}).close();
            Files.writeString(MODEL.resolve("postgres").resolve("port"), FIRST_PORT + forkNumber() * PORTS + "\n");
            made = true;
        }
    }

    private interface Replication {
        void of(Path from, Path to) throws IOException;
    }

    private static void replicate(Path from, Path to, Replication replication) throws IOException {
        for (Path source : tree(from)) {
            Path target = to.resolve(from.relativize(source));
            if (Files.isDirectory(source)) {
                copy(source, target);
            } else {
                replication.of(source, target);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileSystemException | UnsupportedOperationException otherDisk) {
            copy(from, to);
        }
    }

    private static void delete(Path root) throws IOException {
        if (Files.exists(root)) {
            for (Path path : tree(root).reversed()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.toList();
        }
    }
}

package kr.dure.bench;

import java.nio.file.Path;
import java.util.List;
import kr.dure.ops.postgres.Database;

/** The subjects by name. */
final class Subjects {
    private static final List<String> NAMES = List.of("dure");

    private Subjects() {}

    static List<String> names() {
        return NAMES;
    }

    static Subject of(String name, Database database, Path directory) {
        return switch (name) {
            case "dure" -> new DureSubject(database, directory);
            default -> throw new IllegalArgumentException("no subject is named " + name);
        };
    }
}

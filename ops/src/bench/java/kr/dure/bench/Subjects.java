package kr.dure.bench;

import java.nio.file.Path;
import kr.dure.ops.postgres.Database;

/** The subjects by name. */
final class Subjects {
    private Subjects() {}

    static Subject of(String name, Database database, Path directory) {
        return switch (name) {
            case "dure" -> new DureSubject(database, directory);
            default -> throw new IllegalArgumentException("no subject is named " + name);
        };
    }
}

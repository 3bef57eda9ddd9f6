package kr.dure.ops.cli;

import java.nio.file.Path;
import kr.dure.ops.node.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the ledger lives: the same options for every command. */
final class PlaceOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "데이터 디렉터리 (기본: 사용자 데이터 디렉터리의 dure)",
                "Data directory (default: dure in the user's data directory).",
                "DURE_DB_URL, DURE_DB_USER, DURE_DB_PASSWORD: PostgreSQL 15+ of yours instead of the embedded one."
            })
    private @Nullable Path data;

    /** The place for a demo town: beside the default one, never in it. */
    Place demoPlace() {
        var place = place();
        return data == null && place.own() == null ? logging(place.sibling("dure-demo")) : place;
    }

    /** The place, with the log files of this process in it. */
    Place place() {
        return logging(Place.of(data, System.getenv()));
    }

    private static Place logging(Place place) {
        System.setProperty("dure.logs", place.data().resolve("logs").toString());
        return place;
    }
}

package kr.dure.api.programme;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.http.Page;
import kr.dure.api.log.Facts;
import kr.dure.api.log.Found;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.programme.ProgrammeEvent.ProgrammeOpened;

/** Programmes: their terms from the log, where they stand whole, and what is left of their lines from the views. */
public final class ProgrammeQueries {
    private static final String POSITION = "select position from projection where name = 'money'";

    private final DataSource database;
    private final Facts facts;

    public ProgrammeQueries(DataSource database, Facts facts) {
        this.database = database;
        this.facts = facts;
    }

    /** The terms on which it was opened. */
    public Optional<Found<ProgrammeOpened>> opened(ProgrammeId programme) {
        return facts.first(programme, ProgrammeOpened.class);
    }

    public Optional<ProgrammeView> find(ProgrammeId programme) {
        var opened = opened(programme).orElse(null);
        return opened == null
                ? Optional.empty()
                : views(List.of(opened)).stream().findFirst();
    }

    /** One page and one more, by name, after one. */
    List<ProgrammeView> after(String name) {
        List<ProgrammeId> names = new ArrayList<>();
        read(snapshot -> snapshot.each(
                "select programme from programme where programme > ? order by programme limit ?",
                row -> names.add(new ProgrammeId(row.getString(1))),
                name,
                Page.SIZE + 1));
        var opened = new ArrayList<>(facts.firsts(names, ProgrammeOpened.class));
        opened.sort(Comparator.comparingInt(found -> names.indexOf(found.fact().programme())));
        return views(opened);
    }

    private List<ProgrammeView> views(List<Found<ProgrammeOpened>> opened) {
        Map<String, Map<String, Long>> left = new HashMap<>();
        long[] position = new long[1];
        String[] names =
                opened.stream().map(found -> found.fact().programme().value()).toArray(String[]::new);
        read(snapshot -> {
            position[0] = snapshot.number(POSITION);
            snapshot.each(
                    "select programme, line, remaining from programme_line where programme = any(?)",
                    row -> left.computeIfAbsent(row.getString(1), name -> new HashMap<>())
                            .put(row.getString(2), row.getLong(3)),
                    (Object) names);
        });
        return opened.stream()
                .map(found -> ProgrammeView.of(
                        found, left.getOrDefault(found.fact().programme().value(), Map.of()), position[0]))
                .toList();
    }

    private interface Reading {
        void read(Snapshot snapshot) throws SQLException;
    }

    private void read(Reading reading) {
        try (Snapshot snapshot = Snapshot.open(database, ReadSide.SCHEMA)) {
            reading.read(snapshot);
        } catch (SQLException failure) {
            throw new IllegalStateException("the views cannot be read", failure);
        }
    }
}

package kr.dure.api.audit;

import static kr.dure.api.Town.BAKERY;
import static kr.dure.api.Town.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.FutureTask;
import kr.dure.api.BusyTown;
import kr.dure.api.ReadSide;
import kr.dure.api.TestDatabase;
import kr.dure.api.Town;
import kr.dure.api.projection.ProjectorState.Halted;
import kr.dure.api.projection.Snapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New tables beside the live ones, while the live ones live. */
class RebuildTest {
    private Town town;
    private TestDatabase database;
    private Rebuild rebuild;

    @BeforeEach
    void open() throws SQLException {
        town = new Town().withItsPeople();
        town.charges(YOUNGHEE, 100_000);
        town.pays(YOUNGHEE, BAKERY, 10_000);
        database = town.settled().database();
        rebuild = new Rebuild(town.log(), Town.codec(), database.app(), database.owner(), "app");
    }

    @AfterEach
    void close() {
        town.close();
    }

    private List<String> differences() throws SQLException {
        return new Verification(town.log(), Town.codec(), database.app()).run().differences();
    }

    @Test
    void givesTheSameDigestsAsTheLiveTables() throws Exception {
        try (var busy = BusyTown.open()) {
            var result = new Rebuild(
                            busy.log(),
                            Town.codec(),
                            busy.database().app(),
                            busy.database().owner(),
                            "app")
                    .run();

            assertThat(result.isEqual()).isTrue();
            assertThat(result.position()).isEqualTo(50);
            assertThat(result.tables()).extracting(Rebuild.Table::name).isEqualTo(ReadSide.MONEY_TABLES);
            assertThat(result.tables())
                    .allSatisfy(table -> assertThat(table.rows()).isPositive());
            assertThat(result.tables()).extracting(Rebuild.Table::live).doesNotHaveDuplicates();
        }
    }

    @Test
    void namesTheTableThatDiffers() throws SQLException {
        database.damage("update read.pot set touched = false");

        var result = rebuild.run();

        assertThat(result.isEqual()).isFalse();
        assertThat(result.tables().stream().filter(table -> !table.isEqual()))
                .extracting(Rebuild.Table::name)
                .containsExactly("pot");
    }

    @Test
    void isBuiltUpToWhereTheLiveTablesAre() throws Exception {
        town.projector().close();
        town.pays(YOUNGHEE, BAKERY, 500);

        var result = rebuild.run();

        assertThat(result.position()).isEqualTo(town.log().head() - 1);
        assertThat(result.isEqual()).isTrue();
    }

    @Test
    void mendsTheTablesWhenItTakesTheirPlaceAndTheProjectionGoesOn() throws SQLException {
        database.damage("update read.pot set touched = false; delete from read.posting where position = 8");
        rebuild.run();
        town.pays(YOUNGHEE, BAKERY, 500);

        rebuild.switchOver();
        town.pays(YOUNGHEE, BAKERY, 700);
        town.settled();

        assertThat(differences()).isEmpty();
    }

    @Test
    void setsAHaltedProjectionGoing() throws SQLException {
        database.damage("delete from read.pot");
        town.pays(YOUNGHEE, BAKERY, 500);
        await().until(() -> town.projector().state() instanceof Halted);

        rebuild.run();
        rebuild.switchOver();
        town.projector().resume();

        await().until(() -> !(town.projector().state() instanceof Halted));
        town.pays(YOUNGHEE, BAKERY, 700);
        town.settled();
        assertThat(differences()).isEmpty();
    }

    @Test
    void leavesFormAndRightsOfTheTablesAsTheyWere() throws SQLException {
        var before = forms();
        rebuild.run();

        rebuild.switchOver();

        assertThat(forms()).isEqualTo(before);
        assertThat(database.rows("select 1 from pg_namespace where nspname = 'read_rebuild'"))
                .isEmpty();
    }

    private List<String> forms() throws SQLException {
        return database.rows("""
                select c.relname, c.reloptions, c.relacl::text, pg_get_userbyid(c.relowner),
                    (select string_agg(pg_get_indexdef(i.indexrelid), '; ' order by i.indexrelid::regclass::text)
                        from pg_index i where i.indrelid = c.oid),
                    (select string_agg(conname || ' ' || pg_get_constraintdef(k.oid), '; ' order by conname)
                        from pg_constraint k where k.conrelid = c.oid),
                    (select string_agg(a::text, '; ' order by attnum)
                        from (select attnum, attname, atttypid::regtype, attnotnull, attcollation from pg_attribute
                              where attrelid = c.oid and attnum > 0) a)
                from pg_class c where relnamespace = 'read'::regnamespace and relkind = 'r' order by relname""");
    }

    @Test
    void leavesReadersTheTablesThatTheyAreReading() throws Exception {
        rebuild.run();
        var switching = new FutureTask<@Nullable Void>(() -> {
            rebuild.switchOver();
            return null;
        });
        try (var reader = Snapshot.open(database.app(), ReadSide.SCHEMA)) {
            reader.number("select count(*) from pot");
            Thread.ofVirtual().start(switching);
            await().until(() -> !database.rows(
                            "select 1 from pg_locks where not granted and mode = 'AccessExclusiveLock'")
                    .isEmpty());
            assertThat(reader.number("select sum(remaining)::bigint from pot")).isEqualTo(90_000);
        }
        switching.get();

        assertThat(differences()).isEmpty();
    }

    @Test
    void stopsAtAnEventThatCannotBeTakenIn() throws SQLException {
        database.damage("update ledger.event set payload = 'no JSON' where position = 8");

        assertThatThrownBy(rebuild::run).hasMessageContaining("the rebuilding stopped at position 7");
    }

    @Test
    void canBeThrownAway() throws SQLException {
        rebuild.run();

        rebuild.discard();
        rebuild.discard();

        assertThat(differences()).isEmpty();
    }
}

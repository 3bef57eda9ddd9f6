package kr.dure.ops.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import kr.dure.api.audit.Rebuild;
import kr.dure.api.audit.Verification;
import kr.dure.core.genesis.LedgerKind;
import kr.dure.ops.ModelPlace;
import kr.dure.ops.town.ImportProgress;
import kr.dure.ops.town.Importer;
import kr.dure.ops.town.TownFile;
import kr.dure.ops.town.TownReader;
import kr.dure.ops.town.TownSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes a figure behind the ledger's back is found out, whichever table it is in. */
class DamageTest {
    @TempDir
    private static Path temporary;

    private static Node node;

    @BeforeAll
    static void runATown() throws Exception {
        node = Node.open(new Place(ModelPlace.ready(temporary), null), sentence -> {});
        var deciding = node.decide(LedgerKind.SIMULATION);
        var reader = new TownReader(deciding.hash()::personHash, deciding.hash()::requestDigest);
        new Importer(deciding.writer(), reader, ImportProgress.NONE).run(TownSource.of(TownFile.lines("edges")), null);
        node.awaitProjections();
    }

    @AfterAll
    static void close() {
        node.close();
    }

    private static Verification.Result verified() throws SQLException {
        return new Verification(node.log(), node.codec(), node.reading()).run();
    }

    private static int asOwner(String sql) throws SQLException {
        try (var connection = Databases.single(node.database(), node.database().owner())
                        .getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    @Test
    void anUntouchedLedgerAgrees() throws SQLException {
        assertThat(verified().differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "read.balance; amount; account = 'merchant:SHOP'; balances, merchant:SHOP",
                "read.posting; amount; account = 'bank:operating'; journal sums, bank:operating",
                "read.flow; credits; account = 'payouts:residents' and type = 'wallet.ChargeCancelled'; flows, payouts:residents",
                "read.daily_balance; amount; account = 'fund:중앙동'; the closing balances of",
                "read.pot; remaining; kind = 'EARNED'; pots, pot",
                "read.point_account; points; points > 0; points, points:",
                "read.member; minutes; minutes > 0; members, minutes:",
                "read.merchant; paid; paid > 0; merchants, merchant RICH",
                "read.merchant; open; open > 0; merchants, merchant",
                "read.batch_item; amount; true; batch items,",
                "read.fund; balance; account = 'city'; fund accounts, fund:city",
                "read.programme_line; remaining; programme = 'PART' and line = 'b'; budget lines, budget:PART:b",
            })
    void aChangedFigureIsNamed(String table, String column, String where, String named) throws SQLException {
        String one = " where ctid = (select ctid from " + table + " where " + where + " order by ctid limit 1)";
        String ctid = " set " + column + " = " + column;
        assertThat(asOwner("update " + table + ctid + " + 1" + one)).isEqualTo(1);
        try {
            assertThat(verified().differences()).anyMatch(difference -> difference.startsWith(named));
        } finally {
            asOwner("update " + table + ctid + " - 1 where " + column
                    + " is not null and ctid = (select ctid from " + table + " where " + where
                    + " order by xmin::text::bigint desc limit 1)");
        }
        assertThat(verified().differences()).isEmpty();
    }

    @Test
    void aWalletThatIsSecretlyFrozenIsNamed() throws SQLException {
        asOwner("update read.wallet set frozen = not frozen where wallet = 'W1'");
        assertThat(verified().differences()).singleElement().asString().startsWith("wallets, wallet W1 frozen");
        asOwner("update read.wallet set frozen = not frozen where wallet = 'W1'");
    }

    @Test
    void aRowThatIsGoneIsNamed() throws SQLException {
        asOwner("create table read.kept as select * from read.fund where account = 'city'");
        asOwner("delete from read.fund where account = 'city'");
        assertThat(verified().differences()).contains("fund accounts, fund:city: the log says 102, found nothing");
        asOwner("insert into read.fund select * from read.kept");
        asOwner("drop table read.kept");
    }

    @Test
    void anEventThatIsRewrittenIsFoundByWhatNoLongerAgrees() throws SQLException {
        String swap = "update ledger.event set payload = replace(payload, '%s', '%s') where type = 'wallet.Donated' "
                + "and position = (select min(position) from ledger.event where type = 'wallet.Donated')";
        asOwner(swap.formatted("\"account\":\"", "\"account\":\"x"));
        try {
            assertThat(verified().differences()).anyMatch(difference -> difference.startsWith("balances, fund:x"));
        } finally {
            asOwner(swap.formatted("\"account\":\"x", "\"account\":\""));
        }
    }

    @Test
    void aRebuildGivesTheSameTables() throws SQLException {
        var rebuild = node.rebuild();

        var result = rebuild.run();
        rebuild.switchOver();

        assertThat(result.tables()).extracting(Rebuild.Table::isEqual).containsOnly(true);
        assertThat(result.tables()).extracting(Rebuild.Table::name).contains("posting", "pot", "balance");
        assertThat(verified().differences()).isEqualTo(List.of());
    }
}

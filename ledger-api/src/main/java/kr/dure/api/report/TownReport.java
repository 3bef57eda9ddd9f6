package kr.dure.api.report;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.money.Unit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state of a town as one JSON document: wallets, merchants, fund, programmes, money. It is written as it is read, so
 * a large town needs no large memory.
 */
public final class TownReport {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** The latest operation may have been refused, and then stands in no event. */
    private static final String LATEST_TIME = """
            select greatest((select at from projection where name = 'money'), (select max(at) from ledger.refusal))""";

    private static final String WALLETS = """
            select w.wallet, p.kinds, p.amounts, h.held, a.points, m.minutes
            from wallet w
            left join (
                select wallet, array_agg(kind order by kind) kinds, array_agg(amount order by kind) amounts
                from (select wallet, kind, sum(remaining)::bigint amount from pot where remaining <> 0 group by wallet, kind) k
                group by wallet) p using (wallet)
            left join (select wallet, sum(amount)::bigint held from hold where lapses_at > ? group by wallet) h
                using (wallet)
            left join point_account a using (wallet)
            left join member m using (wallet)
            order by w.wallet""";

    private final DataSource database;

    /** @param database as the role that runs */
    public TownReport(DataSource database) {
        this.database = database;
    }

    /** As of the latest operation, as far as the projections have come: wait for the log's head before. */
    public void write(OutputStream out) throws SQLException {
        try (Snapshot snapshot = Snapshot.open(database, ReadSide.SCHEMA);
                JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            wallets(snapshot, json);
            merchants(snapshot, json);
            fund(snapshot, json);
            programmes(snapshot, json);
            new MoneyPart(snapshot).write(json);
            json.writeEndObject();
        }
    }

    private static void wallets(Snapshot snapshot, JsonGenerator json) throws SQLException {
        json.writeObjectPropertyStart("wallets");
        snapshot.each(WALLETS, row -> wallet(row, json), snapshot.number(LATEST_TIME));
        json.writeEndObject();
    }

    private static void wallet(ResultSet row, JsonGenerator json) throws SQLException {
        json.writeObjectPropertyStart(row.getString("wallet"));
        if (row.getArray("kinds") != null) {
            var kinds = (String[]) row.getArray("kinds").getArray();
            var amounts = (Long[]) row.getArray("amounts").getArray();
            json.writeObjectPropertyStart(Unit.KRW.name());
            for (int i = 0; i < kinds.length; i++) {
                json.writeNumberProperty(kinds[i], amounts[i]);
            }
            json.writeEndObject();
        }
        if (row.getLong("held") != 0) {
            json.writeNumberProperty("heldKRW", row.getLong("held"));
        }
        if (row.getLong("points") != 0) {
            json.writeNumberProperty(Unit.POINT.name(), row.getLong("points"));
        }
        long minutes = row.getLong("minutes");
        if (!row.wasNull()) {
            json.writeNumberProperty(Unit.MINUTE.name(), minutes);
        }
        json.writeEndObject();
    }

    private static void merchants(Snapshot snapshot, JsonGenerator json) throws SQLException {
        json.writeObjectPropertyStart("merchants");
        snapshot.each("select merchant, open, in_batch, paid from merchant order by merchant", row -> {
            json.writeObjectPropertyStart(row.getString("merchant"));
            json.writeNumberProperty("open", row.getLong("open"));
            json.writeNumberProperty("inBatch", row.getLong("in_batch"));
            json.writeNumberProperty("paid", row.getLong("paid"));
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void fund(Snapshot snapshot, JsonGenerator json) throws SQLException {
        json.writeObjectPropertyStart("fund");
        snapshot.each(
                "select account, balance from fund where balance <> 0 order by account",
                row -> json.writeNumberProperty(row.getString("account"), row.getLong("balance")));
        json.writeEndObject();
    }

    private static void programmes(Snapshot snapshot, JsonGenerator json) throws SQLException {
        json.writeObjectPropertyStart("programmes");
        String sql = """
                select programme, array_agg(line order by place) lines, array_agg(remaining order by place) remaining
                from programme_line group by programme order by programme""";
        snapshot.each(sql, row -> {
            var lines = (String[]) row.getArray("lines").getArray();
            var remaining = (Long[]) row.getArray("remaining").getArray();
            json.writeObjectPropertyStart(row.getString("programme"));
            for (int i = 0; i < lines.length; i++) {
                json.writeNumberProperty(lines[i], remaining[i]);
            }
            json.writeEndObject();
        });
        json.writeEndObject();
    }
}

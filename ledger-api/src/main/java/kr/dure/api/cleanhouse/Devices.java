package kr.dure.api.cleanhouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.http.Page;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The scales of all sites, and what they sign with. */
public final class Devices {
    private static final String SELECT = "select site, device, public_key, operation, registered_by, registered_at,"
            + " removed_at from cleanhouse.device ";

    private final JdbcClient database;
    private final Clock clock;

    public Devices(DataSource database, Clock clock) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
    }

    /**
     * A scale.
     *
     * @param operation the request that registered it
     * @param removedAt from when on nothing that it signs is taken
     */
    record Device(
            String site,
            String device,
            DeviceKey key,
            String operation,
            String registeredBy,
            Instant registeredAt,
            @Nullable Instant removedAt) {
        boolean isRemoved() {
            return removedAt != null;
        }
    }

    /** @return the device of that name, whoever registered it; none if the request has registered another */
    Optional<Device> register(String site, String device, DeviceKey key, Write write) {
        database.sql("""
                        insert into cleanhouse.device (site, device, public_key, operation, registered_by, registered_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        site,
                        device,
                        key.bytes(),
                        write.operation().value(),
                        write.caller().client(),
                        Times.korean(clock.instant()))
                .update();
        return find(site, device);
    }

    Optional<Device> find(String site, String device) {
        return database.sql(SELECT + "where site = ? and device = ?")
                .params(site, device)
                .query(Devices::read)
                .optional();
    }

    /** One page and one more, by name, after one. */
    List<Device> of(String site, String after) {
        return database.sql(SELECT + "where site = ? and device > ? order by device limit ?")
                .params(site, after, Page.SIZE + 1)
                .query(Devices::read)
                .list();
    }

    /** Removed once, it stays so. */
    Optional<Device> remove(String site, String device, Write write) {
        database.sql("""
                        update cleanhouse.device set removed_at = ?, removed_by = ?
                        where site = ? and device = ? and removed_at is null""")
                .params(Times.korean(clock.instant()), write.caller().client(), site, device)
                .update();
        return find(site, device);
    }

    private static Device read(ResultSet row, int number) throws SQLException {
        var removed = row.getObject("removed_at", OffsetDateTime.class);
        return new Device(
                row.getString("site"),
                row.getString("device"),
                DeviceKey.of(row.getBytes("public_key")),
                row.getString("operation"),
                row.getString("registered_by"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                removed == null ? null : removed.toInstant());
    }
}

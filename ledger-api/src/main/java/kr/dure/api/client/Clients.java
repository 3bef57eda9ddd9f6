package kr.dure.api.client;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.access.Caller;
import kr.dure.api.http.Page;
import kr.dure.api.http.Times;
import kr.dure.core.id.OperationId;
import kr.dure.core.vault.KeyedHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The programs to which tokens are given (the clients of RFC 6749), and for whom. */
public final class Clients {
    private static final String SELECT =
            "select id, subject, secret_hash, added_by, added_at, removed_at from access.client ";

    private final JdbcClient database;
    private final KeyedHash hash;
    private final Clock clock;

    public Clients(DataSource database, KeyedHash hash, Clock clock) {
        this.database = JdbcClient.create(database);
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * A program that may sign in.
     *
     * @param subject for whom it acts
     * @param removedAt from when on it may not any more
     */
    public record Client(
            String id,
            Caller subject,
            byte[] secretHash,
            String addedBy,
            Instant addedAt,
            @Nullable Instant removedAt) {
        public boolean isRemoved() {
            return removedAt != null;
        }
    }

    /** Adds a client whose id is that of the operation. */
    public Client add(OperationId operation, Caller subject, String addedBy) {
        database.sql("""
                        insert into access.client (id, subject, secret_hash, added_by, added_at)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        operation.value(),
                        subject.client(),
                        hash.secretHash(secret(operation)),
                        addedBy,
                        Times.korean(clock.instant()))
                .update();
        return find(operation.value()).orElseThrow();
    }

    /** The secret of the client that an operation has added. */
    public String secret(OperationId operation) {
        return hash.clientSecret(operation);
    }

    public Optional<Client> find(String id) {
        return database.sql(SELECT + "where id = ?")
                .param(id)
                .query(Clients::read)
                .optional();
    }

    /** One page and one more, the oldest first, after a client. */
    List<Client> after(String id) {
        return database.sql(SELECT + """
                        where (added_at, id) > (coalesce((select added_at from access.client where id = ?),
                            '-infinity'), ?)
                        order by added_at, id limit ?""")
                .params(id, id, Page.SIZE + 1)
                .query(Clients::read)
                .list();
    }

    /** Gives it no more tokens; those that it has are good for some minutes yet. Removed once, it stays so. */
    public Optional<Client> remove(String id) {
        database.sql("update access.client set removed_at = ? where id = ? and removed_at is null")
                .params(Times.korean(clock.instant()), id)
                .update();
        return find(id);
    }

    /** @param kept {@link Client#secretHash} */
    public boolean isSecret(String secret, byte[] kept) {
        return MessageDigest.isEqual(kept, hash.secretHash(secret));
    }

    private static Client read(ResultSet row, int number) throws SQLException {
        var removed = row.getObject("removed_at", OffsetDateTime.class);
        return new Client(
                row.getString("id"),
                Caller.of(row.getString("subject")).orElseThrow(),
                row.getBytes("secret_hash"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                removed == null ? null : removed.toInstant());
    }
}

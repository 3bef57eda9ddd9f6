package kr.dure.api.pos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import kr.dure.api.http.Times;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.vault.KeyedHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payment codes, as far as anybody must remember them: by their keyed hashes. */
public final class PaymentCodes {
    static final Duration GOOD_FOR = Duration.ofSeconds(60);
    /** A request is repeated with its key for so long, and must then find its code. */
    static final Duration KEPT = Duration.ofDays(400);

    private final JdbcClient database;
    private final KeyedHash hash;
    private final Clock clock;

    public PaymentCodes(DataSource database, KeyedHash hash, Clock clock) {
        this.database = JdbcClient.create(database);
        this.hash = hash;
        this.clock = clock;
    }

    /** A code and the time from which it is no longer good. */
    record Issued(String code, Instant expiresAt) {}

    /** The same operation gets the same code. */
    Issued issue(OperationId operation, WalletId wallet) {
        String code = hash.paymentCode(operation);
        byte[] key = hash.codeHash(code);
        database.sql("insert into pos.payment_code (hash, wallet, expires_at) values (?, ?, ?) on conflict do nothing")
                .params(key, wallet.value(), Times.korean(clock.instant().plus(GOOD_FOR)))
                .update();
        var expires = database.sql("select expires_at from pos.payment_code where hash = ?")
                .param(key)
                .query(OffsetDateTime.class)
                .single();
        return new Issued(code, expires.toInstant());
    }

    /**
     * Uses a code up.
     *
     * @param user the operation that uses it; it alone may do so again
     * @return the wallet that it stands for; none if there is no such code, or it has expired or was used
     */
    Optional<WalletId> use(String code, OperationId user) {
        return database.sql("""
                        update pos.payment_code set used_by = ?
                        where hash = ? and (used_by = ? or used_by is null and expires_at > ?)
                        returning wallet""")
                .params(user.value(), hash.codeHash(code), user.value(), Times.korean(clock.instant()))
                .query(String.class)
                .optional()
                .map(WalletId::new);
    }

    /** Forgets what nobody will ask for any more. */
    public void forget() {
        database.sql("delete from pos.payment_code where expires_at < ?")
                .param(Times.korean(clock.instant().minus(KEPT)))
                .update();
    }
}

package kr.dure.api.http;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kr.dure.core.id.OperationId;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Answers to requests that change something beside the ledger: kept in one transaction with the change, and given again to
 * whoever repeats the request. What must stay secret is not kept; it is derived from the operation's id.
 */
public final class AnswerBook {
    private static final Duration KEPT = Duration.ofDays(400);

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Clock clock;

    public AnswerBook(DataSource database, TransactionOperations transactions, Clock clock) {
        this.database = JdbcClient.create(database);
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Does something once.
     *
     * @param kind of the answer's body
     * @param work changes the database through the same connections, or throws a {@link Problem}
     * @throws Problem what the work threw, again and again; {@code id-reused}; {@code in-progress}
     */
    public <R> ResponseEntity<R> once(Write write, Class<R> kind, Supplier<ResponseEntity<R>> work) {
        var answer = transactions.execute(transaction -> {
            lock(write.operation());
            return find(write).orElseGet(() -> keep(write, attempt(write, work, transaction)));
        });
        return Objects.requireNonNull(answer).reply(kind);
    }

    /**
     * Claims a request's key for its content; for requests whose answer can always be made anew.
     *
     * @throws Problem {@code id-reused}
     */
    public void claim(Write write) {
        if (find(write).isEmpty()) {
            keep(write, new KeptAnswer(write.digest(), 0, null, null, null));
            find(write); // whoever was faster had the same content
        }
    }

    /** Forgets what is so old that nobody repeats it any more. */
    public void forget() {
        database.sql("delete from access.answer where at < ?")
                .param(Times.korean(clock.instant().minus(KEPT)))
                .update();
    }

    private void lock(OperationId operation) {
        boolean alone = database.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
                .param(operation.value())
                .query(Boolean.class)
                .single();
        if (!alone) {
            throw Problem.passing("in-progress");
        }
    }

    private Optional<KeptAnswer> find(Write write) {
        var kept = database.sql("select digest, status, location, body, refused from access.answer where operation = ?")
                .param(write.operation().value())
                .query(KeptAnswer::read)
                .optional();
        if (kept.isPresent() && !MessageDigest.isEqual(kept.get().digest(), write.digest())) {
            throw Problem.of("id-reused");
        }
        return kept;
    }

    private static <R> KeptAnswer attempt(
            Write write, Supplier<ResponseEntity<R>> work, TransactionStatus transaction) {
        Object before = transaction.createSavepoint();
        try {
            return KeptAnswer.of(write, work.get());
        } catch (Problem problem) {
            if (!problem.isRefusal()) {
                throw problem;
            }
            transaction.rollbackToSavepoint(before);
            return KeptAnswer.of(write, problem);
        }
    }

    private KeptAnswer keep(Write write, KeptAnswer answer) {
        database.sql("""
                        insert into access.answer (operation, digest, status, location, body, refused, at)
                        values (?, ?, nullif(?, 0), ?, ?, ?, ?) on conflict do nothing""")
                .param(write.operation().value())
                .param(answer.digest())
                .param(answer.status())
                .param(answer.location())
                .param(answer.body())
                .param(answer.refused())
                .param(Times.korean(clock.instant()))
                .update();
        return answer;
    }
}

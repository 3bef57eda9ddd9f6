package kr.dure.bench.peer;

import java.time.LocalDate;
import java.util.UUID;
import kr.dure.bench.Request;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything in one writable statement that commits by itself: one round trip. Few teams write it this way; it shows what
 * row locks could do at their best.
 */
final class JdbcOneStatement implements JdbcHandling {
    private final JdbcTemplate jdbc;

    JdbcOneStatement(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean pay(Request.Pay pay, UUID id, LocalDate month) {
        return jdbc.update(JdbcSql.PAY, pay.amount(), pay.merchant(), month, pay.wallet(), id) > 0;
    }

    @Override
    public boolean weigh(Request.Weigh weigh, UUID id, LocalDate today) {
        return jdbc.update(JdbcSql.WEIGH, weigh.grams(), today, weigh.wallet(), id) > 0;
    }
}

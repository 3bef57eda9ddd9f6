package kr.dure.bench.peer;

import java.time.LocalDate;
import java.util.UUID;
import kr.dure.bench.Request;
import org.springframework.dao.DuplicateKeyException;

/** How the rows are changed. Each throws {@link DuplicateKeyException} for an id that was used before. */
interface JdbcHandling {
    /** @return false for a refusal */
    boolean pay(Request.Pay pay, UUID id, LocalDate month);

    /** @return false for a refusal */
    boolean weigh(Request.Weigh weigh, UUID id, LocalDate today);
}

package kr.dure.api.wallet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.CsvText;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.core.id.Dong;
import kr.dure.core.id.WalletId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Wallets as their holders see them. */
@RestController
@RequestMapping("/api/v1/wallets")
public final class WalletResource {
    private final WalletQueries wallets;
    private final StatementQuery statements;
    private final DataSource reading;

    public WalletResource(WalletQueries wallets, StatementQuery statements, DataSource reading) {
        this.wallets = wallets;
        this.statements = statements;
        this.reading = reading;
    }

    @Refuses({"not-allowed", "wallet-unknown"})
    @Answers(tagged = true)
    @GetMapping(path = "/{wallet}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WalletView> wallet(@PathVariable WalletId wallet, Caller caller) throws SQLException {
        caller.mustSee(wallet);
        var view = wallets.find(wallet).orElseThrow(() -> Problem.of("wallet-unknown"));
        return Replies.tagged(view, view.at(0), view.position());
    }

    /** Everybody's, by name. */
    @Refuses("not-allowed")
    @GetMapping
    Page<WalletEntry> all(
            @RequestParam(required = false) @Nullable Dong dong,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        caller.mustBe(Role.OFFICER, Role.OPERATOR, Role.AUDITOR);
        return Page.after(wallets.after(cursor, dong), entry -> entry, WalletEntry::wallet);
    }

    /**
     * Some days of a wallet.
     *
     * @param from the first day (KST)
     * @param to the last day
     */
    @Refuses("not-allowed")
    @GetMapping(path = "/{wallet}/statement", produces = MediaType.APPLICATION_JSON_VALUE)
    Statement statement(
            @PathVariable WalletId wallet,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller)
            throws SQLException {
        caller.mustSee(wallet);
        requireDays(from, to);
        return statements.page(wallet, from, to, cursor == null ? null : StatementCursor.parse(cursor));
    }

    /** The same as a table, whole; for {@code Accept: text/csv}. */
    @Refuses("not-allowed")
    @GetMapping(path = "/{wallet}/statement", produces = CsvText.TYPE)
    void statement(
            @PathVariable WalletId wallet,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            Caller caller,
            HttpServletResponse response)
            throws SQLException, IOException {
        caller.mustSee(wallet);
        requireDays(from, to);
        var file = CsvText.file("statement-%s-%s.csv".formatted(from, to), response);
        new StatementCsv(statements).write(wallet, from, to, file);
    }

    private static void requireDays(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw Problem.invalid("to", "is not before from");
        }
    }

    /**
     * What it held at a time.
     *
     * @param at RFC 3339, with its offset
     */
    @Refuses("not-allowed")
    @GetMapping("/{wallet}/balance")
    BalanceAt balance(@PathVariable WalletId wallet, @RequestParam OffsetDateTime at, Caller caller)
            throws SQLException {
        caller.mustSee(wallet);
        return BalanceAt.read(reading, wallet, at.toInstant());
    }
}

package kr.dure.api.fund;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Problem;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.account.Account;
import kr.dure.core.id.FundAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What residents have gathered, where it came from and where it went; for whoever is known here. */
@RestController
@RequestMapping("/api/v1/fund/accounts")
public final class FundResource {
    private static final int PAGE = 100;
    private static final String POSITION = "select position from projection where name = 'money'";

    private final DataSource reading;

    public FundResource(DataSource reading) {
        this.reading = reading;
    }

    /**
     * An account, in won.
     *
     * @param account {@code city}, or the name of a dong
     * @param balance may be below zero, by take-backs
     * @param spent on projects
     */
    public record FundView(String account, long balance, long spent) {}

    /**
     * Some of them, by name.
     *
     * @param next brings the following page, if there may be one
     * @param position up to which the log is counted in
     */
    public record FundList(
            List<FundView> accounts, @Nullable String next, long position) {}

    @GetMapping
    FundList all(@RequestParam(defaultValue = "") String cursor, Caller caller) throws SQLException {
        try (Snapshot snapshot = Snapshot.open(reading, ReadSide.SCHEMA)) {
            List<FundView> page = new ArrayList<>();
            snapshot.each(
                    "select account, balance, spent from fund where account > ? order by account limit ?",
                    row -> page.add(new FundView(row.getString(1), row.getLong(2), row.getLong(3))),
                    cursor,
                    PAGE);
            String next = page.size() < PAGE ? null : page.getLast().account();
            return new FundList(page, next, snapshot.number(POSITION));
        }
    }

    /**
     * What one kind of event put into an account and took out of it, in won.
     *
     * @param event its stable name, such as {@code wallet.Donated}
     */
    public record FundFlow(
            String event,
            @JsonProperty("in") long in,
            @JsonProperty("out") long out) {}

    /**
     * An account with all that ever flowed: the balance is what came in less what went out.
     *
     * @param inflow less what was taken back: the balance and what was spent
     */
    public record FundProof(
            String account, long balance, long spent, long inflow, List<FundFlow> flows, long position) {}

    @Refuses("account-unknown")
    @GetMapping("/{account}")
    FundProof one(@PathVariable FundAccount account, Caller caller) throws SQLException {
        try (Snapshot snapshot = Snapshot.open(reading, ReadSide.SCHEMA);
                var found = snapshot.cursor("select balance, spent from fund where account = ?", account.value())) {
            if (!found.next()) {
                throw Problem.of("account-unknown");
            }
            List<FundFlow> flows = new ArrayList<>();
            snapshot.each(
                    "select type, credits, debits from flow where account = ? and unit = 'KRW' order by type",
                    row -> flows.add(new FundFlow(row.getString(1), row.getLong(2), row.getLong(3))),
                    Account.fund(account).name());
            long balance = found.row().getLong(1);
            long spent = found.row().getLong(2);
            return new FundProof(
                    account.value(), balance, spent, Math.addExact(balance, spent), flows, snapshot.number(POSITION));
        }
    }
}

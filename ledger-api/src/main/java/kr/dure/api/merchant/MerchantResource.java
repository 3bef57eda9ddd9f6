package kr.dure.api.merchant;

import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import kr.dure.api.access.Caller;
import kr.dure.api.access.Role;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Name;
import kr.dure.api.http.Page;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Replies;
import kr.dure.core.id.Dong;
import kr.dure.core.id.MerchantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Merchants as they see themselves, and as others find them. */
@RestController
public final class MerchantResource {
    private static final String SELECT = """
            select merchant, dong, trade, policy_only, suspended, open, in_batch, paid,
                (select position from read.projection where name = 'money') as position
            from read.merchant where merchant = ?""";

    private static final String LIST = """
            select merchant, dong, trade, policy_only, suspended from read.merchant
            where merchant > ? and dong = coalesce(?, dong) and trade = coalesce(?, trade) order by merchant limit ?""";

    private final JdbcClient database;

    public MerchantResource(DataSource reading) {
        this.database = JdbcClient.create(reading);
    }

    /**
     * A merchant, in won.
     *
     * @param policyOnly takes policy money and nothing else
     * @param open what it is owed and is in no batch yet
     * @param inBatch what is on its way to the bank
     * @param paid what the bank has paid
     * @param position up to which the log is counted in
     */
    public record MerchantView(
            String merchant,
            String dong,
            String trade,
            boolean policyOnly,
            boolean suspended,
            long open,
            long inBatch,
            long paid,
            long position) {
        /** The same, as of another position. */
        MerchantView at(long other) {
            return new MerchantView(merchant, dong, trade, policyOnly, suspended, open, inBatch, paid, other);
        }

        static MerchantView read(ResultSet row, int number) throws SQLException {
            return new MerchantView(
                    row.getString("merchant"),
                    row.getString("dong"),
                    row.getString("trade"),
                    row.getBoolean("policy_only"),
                    row.getBoolean("suspended"),
                    row.getLong("open"),
                    row.getLong("in_batch"),
                    row.getLong("paid"),
                    row.getLong("position"));
        }
    }

    @Refuses({"not-allowed", "merchant-unknown"})
    @Answers(tagged = true)
    @GetMapping(MerchantDesk.PATH + "/{merchant}")
    ResponseEntity<MerchantView> merchant(@PathVariable MerchantId merchant, Caller caller) {
        if (!caller.worksAt(merchant)) {
            caller.mustBe(Role.OFFICER, Role.AUDITOR, Role.OPERATOR);
        }
        var view = database.sql(SELECT)
                .param(merchant.value())
                .query(MerchantView::read)
                .optional()
                .orElseThrow(() -> Problem.of("merchant-unknown"));
        return Replies.tagged(view, view.at(0), view.position());
    }

    /**
     * A merchant as everybody may know it.
     *
     * @param policyOnly takes policy money and nothing else
     */
    public record MerchantEntry(String merchant, String dong, String trade, boolean policyOnly, boolean suspended) {
        static MerchantEntry read(ResultSet row, int number) throws SQLException {
            return new MerchantEntry(
                    row.getString("merchant"),
                    row.getString("dong"),
                    row.getString("trade"),
                    row.getBoolean("policy_only"),
                    row.getBoolean("suspended"));
        }
    }

    /** Where one can pay, by name. */
    @GetMapping(MerchantDesk.PATH)
    Page<MerchantEntry> all(
            @RequestParam(required = false) @Nullable Dong dong,
            @RequestParam(required = false) @Nullable Name trade,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        var page = database.sql(LIST)
                .param(cursor)
                .param(dong == null ? null : dong.value())
                .param(trade == null ? null : trade.value())
                .param(Page.SIZE + 1)
                .query(MerchantEntry::read)
                .list();
        return Page.after(page, merchant -> merchant, MerchantEntry::merchant);
    }
}

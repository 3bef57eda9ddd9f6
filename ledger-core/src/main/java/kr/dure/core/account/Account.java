package kr.dure.core.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import kr.dure.core.id.BudgetLine;
import kr.dure.core.id.FundAccount;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.Payer;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;

/**
 * An account of the journal, by its name. Credits are positive: what the issuer owes stands as a positive balance, money
 * on the operating account and what payers owe as a negative one, so that all of them add up to zero in each unit.
 */
public record Account(@JsonValue String name) {
    /** Money on the operating account (운영계좌), Act 4-2. */
    public static final Account BANK = new Account("bank:operating");
    /** What the nation owes for discounts and cashback. */
    public static final Account INCENTIVE_NATION = new Account("receivable:incentive:nation");
    /** What the city owes for discounts and cashback. */
    public static final Account INCENTIVE_CITY = new Account("receivable:incentive:city");
    /** Money ordered to be paid back to residents, until the bank has paid it. */
    public static final Account PAYOUTS = new Account("payouts:residents");
    /** Expired and unclaimed remainders, which belong on the operating account (Act 4-2). */
    public static final Account EXPIRED = new Account("expired:operating");
    /** In won: what backs the points that are out. In points: those turned into won. */
    public static final Account CONVERSION = new Account("conversion");
    /** Waste bags sold for points: the points taken in, and in won what backed them. */
    public static final Account BAGS = new Account("bags:sold");
    /** Minutes that the time bank gave its members to start with. */
    public static final Account MINUTES_ISSUED = new Account("issued:minutes");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Account {}

    public static Account wallet(WalletId wallet) {
        return new Account("wallet:" + wallet.value());
    }

    public static Account hold(WalletId wallet) {
        return new Account("hold:" + wallet.value());
    }

    public static Account points(WalletId wallet) {
        return new Account("points:" + wallet.value());
    }

    public static Account minutes(WalletId wallet) {
        return new Account("minutes:" + wallet.value());
    }

    /** What a resident owes for a charge whose funding was taken back. */
    public static Account claim(WalletId wallet) {
        return new Account("claim:" + wallet.value());
    }

    /** What the issuer owes a merchant and has in no settlement batch. */
    public static Account merchant(MerchantId merchant) {
        return new Account("merchant:" + merchant.value());
    }

    public static Account settlement(LocalDate batch) {
        return new Account("settlement:" + batch);
    }

    public static Account fund(FundAccount account) {
        return new Account("fund:" + account.value());
    }

    public static Account budget(ProgrammeId programme, BudgetLine line) {
        return new Account("budget:" + escaped(programme.value()) + ":" + line.value());
    }

    public static Account budgetPayer(Payer payer) {
        return new Account("receivable:budget:" + payer.value());
    }

    public static Account pointsIssued(ProgrammeId programme) {
        return new Account("issued:points:" + programme.value());
    }

    /** What is on its way between two wallets within one operation; zero between operations. */
    public static Account transit(OperationId operation) {
        return new Account("transit:" + operation.value());
    }

    /** Whether decisions on many wallets depend on it. */
    public boolean isShared() {
        return name.startsWith("merchant:") || name.startsWith("fund:") || name.startsWith("budget:");
    }

    /** A programme's name may hold a colon; two budget lines never share an account. */
    private static String escaped(String name) {
        return name.replace("%", "%25").replace(":", "%3A");
    }
}

package kr.dure.api.journal;

import java.util.List;
import java.util.Set;

/** The class of an account is the first word of its name. */
public final class AccountClass {
    /** Accounts of one holder each. All others are the issuer's own: money, claims, fund, budgets. */
    private static final Set<String> OF_HOLDERS =
            Set.of("wallet", "hold", "points", "minutes", "merchant", "settlement", "transit", "claim");

    /** Money on the operating account and what payers owe: these stand below zero. */
    public static final List<String> ASSETS = List.of("bank", "receivable", "claim");

    /** What the issuer owes in won, or keeps on the operating account for others. */
    public static final List<String> LIABILITIES = List.of(
            "wallet",
            "hold",
            "merchant",
            "settlement",
            "fund",
            "budget",
            "conversion",
            "bags",
            "expired",
            "payouts",
            "transit");

    private AccountClass() {}

    public static String of(String account) {
        int colon = account.indexOf(':');
        return colon < 0 ? account : account.substring(0, colon);
    }

    /** Whether it is used within one operation only. */
    public static boolean isTransit(String account) {
        return account.startsWith("transit:");
    }

    /** Whether its flows are kept by kind of event. */
    public static boolean isIssuers(String account) {
        return !OF_HOLDERS.contains(of(account));
    }
}

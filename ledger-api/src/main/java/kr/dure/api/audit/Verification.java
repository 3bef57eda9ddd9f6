package kr.dure.api.audit;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kr.dure.api.ReadSide;
import kr.dure.api.projection.Snapshot;
import kr.dure.core.account.Account;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogStore;
import kr.dure.core.eventlog.StoredEvent;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.merchant.MerchantEvent;
import kr.dure.core.money.Unit;
import kr.dure.core.settlement.SettlementEvent;
import kr.dure.core.timebank.TimeBankEvent;
import kr.dure.core.wallet.WalletEvent;

/** Refolds the whole log and holds journal and projections against it. */
public final class Verification {
    private static final int PAGE = 5_000;

    private final LogStore log;
    private final EventCodec codec;
    private final DataSource database;
    private final Differences differences = new Differences();
    private final LogFold ledger = new LogFold(differences);
    private final PotFold pots = new PotFold(differences);
    private final SettlementFold settlement = new SettlementFold();
    private final Map<String, Long> minutes = new HashMap<>();

    /** @param database as the role that runs; its projections must have come to the log's head */
    public Verification(LogStore log, EventCodec codec, DataSource database) {
        this.log = log;
        this.codec = codec;
        this.database = database;
    }

    /**
     * What came of it.
     *
     * @param position up to which the log was folded
     * @param checked how many of each thing were compared
     * @param count of all differences
     * @param differences the first of them, each in a sentence
     */
    public record Result(long position, Map<String, Long> checked, long count, List<String> differences) {}

    public Result run() throws SQLException {
        try (Snapshot snapshot = Snapshot.open(database, ReadSide.SCHEMA)) {
            long position = snapshot.number("select position from projection where name = 'money'");
            refold(position);
            differences.compare("the position of the projections", ledger.position(), position);
            trialBalance();
            new Tables(snapshot, differences).compare(ledger, pots, settlement, minutes);
        }
        return differences.result(ledger.position());
    }

    private void refold(long position) {
        List<StoredEvent> page = log.read(0, PAGE);
        while (!page.isEmpty() && ledger.position() < position) {
            for (StoredEvent stored : page) {
                if (stored.position() <= position) {
                    fold(stored);
                }
            }
            page = log.read(page.getLast().position(), PAGE);
        }
        differences.checked("events", ledger.position());
    }

    private void fold(StoredEvent stored) {
        LedgerEvent event = codec.read(stored);
        ledger.fold(stored, event);
        switch (event) {
            case WalletEvent wallet -> pots.fold(wallet);
            case MerchantEvent merchant -> settlement.fold(merchant);
            case SettlementEvent batch -> settlement.fold(batch);
            case TimeBankEvent member -> minutes.put(member.member().value(), 0L);
            default -> {}
        }
    }

    /** Zero in each unit; nothing under way between wallets; liabilities = money + what payers owe. */
    private void trialBalance() {
        Map<Unit, Long> sums = new HashMap<>();
        long liabilities = 0;
        long assets = 0;
        for (var balance : ledger.balances().entrySet()) {
            String account = balance.getKey().account().name();
            long amount = balance.getValue();
            sums.merge(balance.getKey().unit(), amount, Math::addExact);
            if (account.startsWith("transit:") && amount != 0) {
                differences.add(account + " still holds " + amount + " "
                        + balance.getKey().unit());
            }
            if (amount < 0 && isNeverBelowZero(account)) {
                differences.add(balance.getKey() + " is below zero: " + amount);
            }
            if (balance.getKey().unit() == Unit.KRW) {
                boolean asset = account.equals(Account.BANK.name()) || account.startsWith("receivable:");
                assets -= asset ? amount : 0;
                liabilities += asset ? 0 : amount;
            }
        }
        sums.forEach((unit, sum) -> differences.compare("the trial balance in " + unit, 0L, sum));
        differences.compare("liabilities = money + what payers owe", assets, liabilities);
    }

    private static boolean isNeverBelowZero(String account) {
        return account.startsWith("wallet:")
                || account.startsWith("hold:")
                || account.startsWith("points:")
                || account.startsWith("merchant:")
                || account.startsWith("settlement:")
                || account.startsWith("budget:");
    }
}

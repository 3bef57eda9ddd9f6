package kr.dure.ops.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.dure.ops.reference.ReferencePot.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The state of a ledger as a report. */
final class ReferenceReport {
    private static final JsonMapper JSON = new JsonMapper();

    private final ReferenceLedger ledger;

    private ReferenceReport(ReferenceLedger ledger) {
        this.ledger = ledger;
    }

    /** The report, as it would be read from a file: its numbers are equal to those of any other that was read. */
    static JsonNode of(ReferenceLedger ledger) {
        Map<String, Object> report = new ReferenceReport(ledger).report();
        return JSON.readTree(JSON.writeValueAsString(report));
    }

    private Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("wallets", wallets());
        report.put("merchants", merchants());
        report.put("fund", fund());
        report.put("programmes", programmes());
        report.put("money", money());
        report.put("bagPoints", ledger.bagPoints);
        report.put("trialBalance", trialBalance());
        return report;
    }

    private Map<String, Object> wallets() {
        Map<String, Object> wallets = new LinkedHashMap<>();
        for (ReferenceWallet wallet : ledger.wallets.values()) {
            Map<String, Long> kinds = new LinkedHashMap<>();
            for (Kind kind : Kind.values()) {
                putUnlessZero(kinds, kind.name(), wallet.left(kind));
            }
            Map<String, Object> units = new LinkedHashMap<>();
            if (!kinds.isEmpty()) {
                units.put("KRW", kinds);
            }
            putUnlessZero(units, "heldKRW", wallet.held());
            putUnlessZero(units, "POINT", wallet.points);
            if (wallet.member) {
                units.put("MINUTE", wallet.minutes);
            }
            wallets.put(wallet.id, units);
        }
        return wallets;
    }

    private Map<String, Object> merchants() {
        Map<String, Object> merchants = new LinkedHashMap<>();
        for (ReferenceMerchant merchant : ledger.merchants.values()) {
            Map<String, Long> places = new LinkedHashMap<>();
            places.put("open", merchant.open);
            places.put("inBatch", inBatches(merchant));
            places.put("paid", paid(merchant));
            merchants.put(merchant.id, places);
        }
        return merchants;
    }

    private long inBatches(ReferenceMerchant merchant) {
        long waiting = 0;
        for (ReferenceBatch batch : ledger.batches.values()) {
            waiting += batch.waiting.getOrDefault(merchant.id, 0L);
        }
        return waiting;
    }

    private long paid(ReferenceMerchant merchant) {
        long paid = 0;
        for (ReferenceBatch batch : ledger.batches.values()) {
            paid += batch.paid.getOrDefault(merchant.id, 0L);
        }
        return paid;
    }

    private Map<String, Long> fund() {
        Map<String, Long> fund = new LinkedHashMap<>();
        ledger.funds.forEach((account, state) -> putUnlessZero(fund, account, state.balance));
        return fund;
    }

    private Map<String, Object> programmes() {
        Map<String, Object> programmes = new LinkedHashMap<>();
        ledger.programmes.forEach((id, programme) -> programmes.put(id, programme.lines));
        return programmes;
    }

    private Map<String, Long> money() {
        Map<String, Long> money = new LinkedHashMap<>();
        money.put("paidIn", ledger.paidIn);
        money.put("paidBack", ledger.paidBack);
        money.put("paidToMerchants", paidToMerchants());
        money.put("incentiveNation", incentiveNation());
        money.put("incentiveCity", incentiveCity());
        money.put("expiredOperating", ledger.expiredOperating);
        return money;
    }

    private long paidToMerchants() {
        return ledger.merchants.values().stream().mapToLong(this::paid).sum();
    }

    private long incentiveNation() {
        return ledger.incentives.stream()
                .mapToLong(incentive -> incentive.nation - incentive.nationBack)
                .sum();
    }

    private long incentiveCity() {
        return ledger.incentives.stream()
                .mapToLong(incentive -> incentive.city - incentive.cityBack)
                .sum();
    }

    /** What came in of each unit, less where it is now: zero, or something was made or lost on the way. */
    private Map<String, Long> trialBalance() {
        long krw = ledger.paidIn - ledger.paidBack + incentiveNation() + incentiveCity() - ledger.expiredOperating;
        long point = ledger.pointsIssued - ledger.pointsConverted - ledger.bagPoints;
        long minute = ledger.minutesIssued;
        for (ReferenceProgramme programme : ledger.programmes.values()) {
            krw += programme.drawn;
        }
        for (ReferenceWallet wallet : ledger.wallets.values()) {
            for (Kind kind : Kind.values()) {
                krw -= wallet.left(kind);
            }
            krw -= wallet.points;
            point -= wallet.points;
            minute -= wallet.minutes;
        }
        krw -= ledger.bagPoints;
        for (ReferenceFund fund : ledger.funds.values()) {
            krw -= fund.balance;
        }
        for (ReferenceMerchant merchant : ledger.merchants.values()) {
            krw -= merchant.open + inBatches(merchant) + paid(merchant);
        }
        Map<String, Long> trialBalance = new LinkedHashMap<>();
        trialBalance.put("KRW", krw);
        trialBalance.put("POINT", point);
        trialBalance.put("MINUTE", minute);
        return trialBalance;
    }

    private static void putUnlessZero(Map<String, ? super Long> map, String key, long value) {
        if (value != 0) {
            map.put(key, value);
        }
    }
}

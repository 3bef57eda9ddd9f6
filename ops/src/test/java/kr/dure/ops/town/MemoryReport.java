package kr.dure.ops.town;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kr.dure.core.account.Posting;
import kr.dure.core.eventlog.EventCodec;
import kr.dure.core.eventlog.LogStore;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.journal.PostingRules;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.merchant.MerchantEvent.MerchantRegistered;
import kr.dure.core.money.Unit;
import kr.dure.core.programme.ProgrammeEvent.ProgrammeOpened;
import kr.dure.core.timebank.TimeBankEvent.MemberJoined;
import kr.dure.core.wallet.NewPot;
import kr.dure.core.wallet.PotUse;
import kr.dure.core.wallet.WalletEvent;
import kr.dure.core.wallet.WalletEvent.*;
import kr.dure.ops.node.Town;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The report of a town, folded from its events in memory: what a log in memory can be asked without a database. */
final class MemoryReport {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Map<Long, PotUse>> pots = new TreeMap<>();
    private final Map<OperationId, HoldPlaced> holds = new HashMap<>();
    private final Map<String, Map<Unit, Long>> balances = new HashMap<>();
    private static final Set<String> MONEY = Set.of("bank:operating", "payouts:residents");

    private final Map<String, Long> bank = new HashMap<>();
    private final List<String> merchants = new ArrayList<>();
    private final List<String> members = new ArrayList<>();
    private final List<ProgrammeOpened> programmes = new ArrayList<>();
    private final Map<String, long[]> batches = new HashMap<>();

    static JsonNode of(LogStore log) {
        var report = new MemoryReport();
        var codec = EventCodec.of(Town.features());
        log.read(0, Integer.MAX_VALUE).forEach(stored -> report.fold(codec.read(stored)));
        return JSON.readTree(JSON.writeValueAsString(report.json(log.latestTime())));
    }

    private void fold(LedgerEvent event) {
        for (Posting posting : PostingRules.of(event)) {
            balances.computeIfAbsent(posting.account().name(), name -> new HashMap<>())
                    .merge(posting.unit(), posting.amount(), Long::sum);
            if (MONEY.contains(posting.account().name())) {
                bank.merge(event.getClass().getSimpleName(), posting.amount(), Long::sum);
            }
        }
        switch (event) {
            case MerchantRegistered registered ->
                merchants.add(registered.merchant().value());
            case MemberJoined joined -> members.add(joined.member().value());
            case ProgrammeOpened opened -> programmes.add(opened);
            case kr.dure.core.settlement.SettlementEvent.BatchDrafted drafted ->
                drafted.items()
                        .forEach(item ->
                                batch(item.merchant().value(), item.amount().value(), 0));
            case kr.dure.core.settlement.SettlementEvent.BatchAnswered answered -> {
                answered.paid()
                        .forEach(item -> batch(
                                item.merchant().value(),
                                -item.amount().value(),
                                item.amount().value()));
                answered.rejected()
                        .forEach(item ->
                                batch(item.merchant().value(), -item.amount().value(), 0));
            }
            case WalletEvent wallet -> fold(wallet);
            default -> {}
        }
    }

    private void batch(String merchant, long waiting, long paid) {
        long[] sums = batches.computeIfAbsent(merchant, name -> new long[2]);
        sums[0] += waiting;
        sums[1] += paid;
    }

    private void fold(WalletEvent event) {
        var wallet = event.wallet();
        switch (event) {
            case WalletOpened _ -> pots.put(wallet.value(), new TreeMap<>());
            case WalletFrozen _, WalletUnfrozen _ -> {}
            case Charged charged -> add(wallet, charged.pot());
            case ChargeCancelled cancelled ->
                change(wallet, cancelled.pot(), -cancelled.amount().value());
            case WalletEvent.FundingReversed reversed ->
                change(wallet, reversed.pot(), -reversed.amount().value());
            case PolicyGranted granted -> add(wallet, granted.pot());
            case EarningsPaid paid -> add(wallet, paid.pot());
            case ConversionCredited credited -> add(wallet, credited.pot());
            case MerchantPaid paid -> {
                take(wallet, paid.from());
                holds.remove(paid.hold());
                if (paid.cashback() != null && paid.cashback().pot() != null) {
                    add(wallet, paid.cashback().pot());
                }
            }
            case HoldPlaced placed -> holds.put(placed.hold(), placed);
            case HoldVoided voided -> holds.remove(voided.hold());
            case HoldLapsed lapsed -> holds.remove(lapsed.hold());
            case PaymentRefunded refunded -> {
                refunded.restored()
                        .forEach(
                                part -> change(wallet, part.pot(), part.amount().value()));
                refunded.renewed().forEach(pot -> add(wallet, pot));
                if (refunded.cashback() != null && refunded.cashback().pot() != 0) {
                    change(
                            wallet,
                            refunded.cashback().pot(),
                            -refunded.cashback().fromPot().value());
                }
            }
            case GiftSent sent -> take(wallet, sent.from());
            case GiftReceived received -> received.pots().forEach(pot -> add(wallet, pot));
            case Donated donated -> take(wallet, donated.from());
            case ProjectFunded funded -> add(wallet, funded.pot());
            case BalanceRefunded refunded ->
                refunded.parts()
                        .forEach(part ->
                                change(wallet, part.pot(), -part.amount().value()));
            case PotsExpired expired ->
                expired.parts()
                        .forEach(part ->
                                change(wallet, part.pot(), -part.amount().value()));
        }
    }

    private void add(WalletId wallet, NewPot pot) {
        pots.get(wallet.value()).put(pot.pot(), PotUse.of(pot.pot(), pot.kind(), pot.amount()));
    }

    private void take(WalletId wallet, List<PotUse> uses) {
        uses.forEach(use -> change(wallet, use.pot(), -use.amount().value()));
    }

    private void change(WalletId wallet, long pot, long amount) {
        pots.get(wallet.value()).computeIfPresent(pot, (number, before) -> {
            long left = before.amount().value() + amount;
            if (left < 0) {
                throw new AssertionError("pot " + pot + " of " + wallet + " would hold " + left);
            }
            return PotUse.of(number, before.kind(), kr.dure.core.money.Won.of(left));
        });
    }

    private JsonNode json(Instant latest) {
        var report = JSON.createObjectNode();
        var wallets = report.putObject("wallets");
        pots.keySet().forEach(wallet -> wallet(wallet, wallets.putObject(wallet), latest));
        var shops = report.putObject("merchants");
        for (String merchant : merchants) {
            long[] settled = batches.getOrDefault(merchant, new long[2]);
            shops.putObject(merchant)
                    .put("open", balance("merchant:" + merchant, Unit.KRW))
                    .put("inBatch", settled[0])
                    .put("paid", settled[1]);
        }
        var fund = report.putObject("fund");
        var budgets = report.putObject("programmes");
        programmes.forEach(programme -> budget(programme, budgets));
        balances.keySet().stream()
                .filter(name -> name.startsWith("fund:"))
                .forEach(name -> putUnlessZero(fund, name.substring("fund:".length()), balance(name, Unit.KRW)));
        money(report.putObject("money"));
        report.put("bagPoints", balance("bags:sold", Unit.POINT));
        var trial = report.putObject("trialBalance");
        for (Unit unit : Unit.values()) {
            trial.put(
                    unit.name(),
                    balances.values().stream()
                            .mapToLong(units -> units.getOrDefault(unit, 0L))
                            .sum());
        }
        return report;
    }

    private void wallet(String wallet, ObjectNode json, Instant latest) {
        Map<String, Long> kinds = new TreeMap<>();
        pots.get(wallet)
                .values()
                .forEach(pot -> kinds.merge(pot.kind().name(), pot.amount().value(), Long::sum));
        kinds.values().removeIf(left -> left == 0);
        if (!kinds.isEmpty()) {
            var krw = json.putObject("KRW");
            kinds.forEach(krw::put);
        }
        putUnlessZero(
                json,
                "heldKRW",
                holds.values().stream()
                        .filter(hold -> hold.wallet().value().equals(wallet)
                                && hold.lapsesAt().isAfter(latest))
                        .mapToLong(hold -> hold.amount().value())
                        .sum());
        putUnlessZero(json, "POINT", balance("points:" + wallet, Unit.POINT));
        if (members.contains(wallet)) {
            json.put("MINUTE", balance("minutes:" + wallet, Unit.MINUTE));
        }
        long journal = balance("wallet:" + wallet, Unit.KRW) + balance("hold:" + wallet, Unit.KRW);
        long inPots = kinds.values().stream().mapToLong(Long::longValue).sum();
        if (journal != inPots) {
            throw new AssertionError(wallet + " has " + inPots + " in pots and " + journal + " in the journal");
        }
    }

    private void budget(ProgrammeOpened programme, ObjectNode budgets) {
        var lines = budgets.putObject(programme.programme().value());
        for (var line : programme.terms().lines()) {
            var account = kr.dure.core.account.Account.budget(programme.programme(), line.line());
            lines.put(line.line().value(), balance(account.name(), Unit.KRW));
        }
    }

    private void money(ObjectNode money) {
        money.put("paidIn", -bank.getOrDefault("Charged", 0L));
        money.put("paidBack", bank.getOrDefault("ChargeCancelled", 0L) + bank.getOrDefault("BalanceRefunded", 0L));
        money.put("paidToMerchants", bank.getOrDefault("BatchAnswered", 0L));
        money.put("incentiveNation", -balance("receivable:incentive:nation", Unit.KRW));
        money.put("incentiveCity", -balance("receivable:incentive:city", Unit.KRW));
        money.put("expiredOperating", balance("expired:operating", Unit.KRW));
    }

    private long balance(String account, Unit unit) {
        return balances.getOrDefault(account, Map.of()).getOrDefault(unit, 0L);
    }

    private static void putUnlessZero(ObjectNode json, String field, long amount) {
        if (amount != 0) {
            json.put(field, amount);
        }
    }
}

package kr.dure.ops.reference;

import static kr.dure.ops.reference.ReferenceMath.ceil;
import static kr.dure.ops.reference.ReferenceMath.floor;
import static kr.dure.ops.reference.ReferenceMath.percent;
import static kr.dure.ops.reference.ReferenceRefusal.refuseIf;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kr.dure.ops.reference.ReferencePot.Kind;

/**
 * The operations. Each first asks for every reason to refuse, in the order of the rules, and only then changes
 * anything. {@link #moveTo} is called before each.
 */
final class ReferenceLedger {
    private static final LocalDate CASHBACK_BEGINS = LocalDate.of(2026, 10, 16);
    private static final Set<Kind> ALL_KINDS = EnumSet.allOf(Kind.class);
    private static final Set<Kind> GIFTABLE = EnumSet.of(Kind.EARNED, Kind.GIFT, Kind.PURCHASED);
    private static final Set<String> EXCLUDED_TRADES = Set.of("gambling", "adult-entertainment", "large-retail");
    private static final Set<String> EXCLUDED_ACTIVITIES = Set.of("for-profit", "missionary", "political", "errand");
    private static final long LARGEST_ANNUAL_SALES = 3_000_000_000L;
    private static final long PURCHASE_LIMIT = 700_000;
    private static final long HOLDING_LIMIT = 1_500_000;
    private static final long GIFT_LIMIT = 1_500_000;
    private static final long DAILY_GRAMS = 5_000;
    private static final long MONTHLY_CASH_OUT = 10_000_000;

    final Map<String, ReferenceWallet> wallets = new TreeMap<>();
    final Map<String, ReferenceMerchant> merchants = new TreeMap<>();
    final Map<String, ReferenceProgramme> programmes = new TreeMap<>();
    final Map<String, ReferenceFund> funds = new TreeMap<>();
    final Map<String, ReferenceCharge> charges = new LinkedHashMap<>();
    final Map<String, ReferenceHold> holds = new LinkedHashMap<>();
    final Map<String, ReferencePayment> payments = new LinkedHashMap<>();
    final Map<LocalDate, ReferenceBatch> batches = new TreeMap<>();
    final List<ReferencePot> pots = new ArrayList<>();
    final List<ReferenceIncentive> incentives = new ArrayList<>();

    private final Set<String> persons = new HashSet<>();
    private final Set<String> fundings = new HashSet<>();
    private final Set<String> dongs = new HashSet<>();

    long paidIn;
    long paidBack;
    long expiredOperating;
    long bagPoints;
    long pointsIssued;
    long pointsConverted;
    long minutesIssued;

    private ReferenceTime now;
    private LocalDate today;
    private YearMonth month;

    /** Sets the clock. Holds that lapsed by now are free from here on. */
    void moveTo(ReferenceTime at) {
        now = at;
        today = at.date();
        month = YearMonth.from(today);
        for (ReferenceHold hold : holds.values()) {
            if (hold.state == ReferenceHold.State.OPEN && !now.isBefore(hold.at.plus(Duration.ofMinutes(30)))) {
                close(hold, ReferenceHold.State.LAPSED);
            }
        }
    }

    // Wallets and merchants

    void openWallet(
            String id, boolean resident, String dong, String person, LocalDate birthDate, boolean guardianConsent) {
        refuseIf(wallets.containsKey(id), "wallet-exists");
        refuseIf(person != null && persons.contains(person), "person-has-wallet");

        wallets.put(id, new ReferenceWallet(id, resident, dong, birthDate, guardianConsent));
        if (person != null) {
            persons.add(person);
        }
        dongs.add(dong);
    }

    void registerMerchant(
            String id, String dong, String trade, long annualSales, boolean inDistrict, List<String> owners) {
        refuseIf(merchants.containsKey(id), "merchant-exists");
        refuseIf(!inDistrict, "out-of-district");
        refuseIf(EXCLUDED_TRADES.contains(trade), "excluded-trade");

        boolean policyOnly = annualSales > LARGEST_ANNUAL_SALES;
        merchants.put(id, new ReferenceMerchant(id, dong, policyOnly, owners));
        dongs.add(dong);
    }

    void suspendMerchant(String id, boolean suspended) {
        ReferenceMerchant merchant = merchants.get(id);
        refuseIf(merchant == null, "merchant-unknown");

        merchant.suspended = suspended;
    }

    void freezeWallet(String id, boolean frozen) {
        ReferenceWallet wallet = wallets.get(id);
        refuseIf(wallet == null, "wallet-unknown");

        wallet.frozen = frozen;
    }

    // Charges

    void charge(String id, String walletId, long amount, String funding) {
        ReferenceWallet wallet = wallets.get(walletId);
        refuseIf(wallet == null, "wallet-unknown");
        refuseIf(!wallet.resident, "not-a-resident");
        refuseIf(wallet.frozen, "wallet-frozen");
        refuseIf(fundings.contains(funding), "funding-used");
        refuseIf(chargedThisMonth(wallet) + amount > PURCHASE_LIMIT, "monthly-purchase-limit");
        refuseIf(wallet.holding() + amount > HOLDING_LIMIT, "holding-limit");

        boolean discounted = today.isBefore(CASHBACK_BEGINS);
        ReferenceIncentive incentive = newIncentive(id, discounted ? percent(10, amount) : 0);
        long residentPart = percent(80, incentive.total);
        long fundPart = incentive.total - residentPart;
        long paid = amount - residentPart;

        ReferenceCharge charge = new ReferenceCharge(id, now, wallet, amount, paid, incentive, fundPart);
        charge.pot = add(ReferencePot.purchased(pots.size(), wallet, amount, inYears(5), false, charge, paid));
        charge.purchasedLeftAfter = wallet.left(Kind.PURCHASED);
        charge.purchasedSpentBefore = wallet.purchasedSpent;
        charges.put(id, charge);
        wallet.charges.add(charge);
        fundings.add(funding);
        fund(wallet.dong).receive(fundPart);
        paidIn += paid;
    }

    private long chargedThisMonth(ReferenceWallet wallet) {
        long charged = 0;
        for (ReferenceCharge charge : wallet.charges) {
            if (!charge.cancelled && YearMonth.from(charge.at.date()).equals(month)) {
                charged += charge.amount;
            }
        }
        return charged;
    }

    void cancelCharge(String chargeId) {
        ReferenceCharge charge = charges.get(chargeId);
        refuseIf(charge == null || charge.cancelled, "charge-unknown");
        refuseIf(charge.wallet.frozen, "wallet-frozen");
        refuseIf(now.isAfter(charge.at.plus(Duration.ofHours(7 * 24))), "charge-too-old");
        refuseIf(charge.pot.touched, "charge-touched");

        charge.cancelled = true;
        charge.pot.left = 0;
        paidBack += charge.paid;
        fund(charge.wallet.dong).giveBack(charge.fundPart);
        takeBack(charge.incentive, charge.incentive.total);
    }

    void balanceRefund(String walletId) {
        ReferenceWallet wallet = wallets.get(walletId);
        refuseIf(wallet == null, "wallet-unknown");
        refuseIf(wallet.frozen, "wallet-frozen");
        Set<Kind> purchased = EnumSet.of(Kind.PURCHASED);
        refuseIf(usable(wallet, purchased) == 0, "nothing-to-refund");
        refuseIf(!hasSpentEnough(wallet), "not-enough-spent");

        for (ReferencePot pot : usablePots(wallet, purchased)) {
            long free = pot.free();
            long money = floor(free, pot.paid, pot.face);
            pot.left -= free;
            pot.touched = true;
            paidBack += money;
            takeBack(pot.charge.incentive, free - money);
        }
        wallet.balanceRefunds.add(now);
    }

    private boolean hasSpentEnough(ReferenceWallet wallet) {
        ReferenceCharge last = null;
        for (ReferenceCharge charge : wallet.charges) {
            if (!charge.cancelled) {
                last = charge;
            }
        }
        if (last == null) {
            throw new IllegalStateException("purchased money without a charge");
        }
        long base = last.purchasedLeftAfter;
        long spent = wallet.purchasedSpent - last.purchasedSpentBefore;
        long share = base <= 10_000 ? 80 : 60;
        return Math.multiplyExact(spent, 100L) >= Math.multiplyExact(base, share);
    }

    // Programmes

    void openProgramme(String id, String basis, ReferenceProgramme.Terms terms, Map<String, Long> lines) {
        refuseIf(programmes.containsKey(id), "programme-exists");
        refuseIf(basis.equals("WAGE"), "wage-not-allowed");

        programmes.put(id, new ReferenceProgramme(terms, lines));
    }

    void grant(String programmeId, String walletId, long amount) {
        ReferenceProgramme programme = programmes.get(programmeId);
        refuseIf(programme == null, "programme-unknown");
        refuseIf(!programme.terms.kind().equals("policy"), "wrong-kind");
        ReferenceWallet wallet = wallets.get(walletId);
        refuseIf(wallet == null, "wallet-unknown");
        refuseIf(amount > programme.left(), "budget-exhausted");

        LocalDate expiresOn = programme.terms.expiresOn() == null ? inYears(5) : programme.terms.expiresOn();
        programme.draw(amount);
        add(ReferencePot.plain(pots.size(), wallet, Kind.POLICY, amount, expiresOn, false));
    }

    /** What one wallet did for a programme. */
    record PayoutItem(String wallet, long minutes) {}

    void payout(String programmeId, String submittedBy, String approvedBy, List<PayoutItem> items) {
        ReferenceProgramme programme = programmes.get(programmeId);
        refuseIf(programme == null, "programme-unknown");
        refuseIf(!programme.terms.kind().equals("participation"), "wrong-kind");
        refuseIf(submittedBy.equals(approvedBy), "same-person");
        for (PayoutItem item : items) {
            refuseIf(!wallets.containsKey(item.wallet()), "wallet-unknown");
        }
        for (PayoutItem item : items) {
            refuseIf(!wallets.get(item.wallet()).resident, "not-a-resident");
        }
        Map<ReferenceProgramme.WalletMonth, Long> paidThen = new HashMap<>(programme.payouts);
        long total = 0;
        for (PayoutItem item : items) {
            long pay = payFor(item, programme);
            paidThen.merge(new ReferenceProgramme.WalletMonth(item.wallet(), month), pay, Long::sum);
            total += pay;
        }
        for (PayoutItem item : items) {
            long paidThisMonth = paidThen.get(new ReferenceProgramme.WalletMonth(item.wallet(), month));
            boolean capped = programme.terms.monthlyCap() != null;
            refuseIf(capped && paidThisMonth > programme.terms.monthlyCap(), "monthly-cap");
        }
        refuseIf(total > programme.left(), "budget-exhausted");

        for (PayoutItem item : items) {
            long pay = payFor(item, programme);
            if (pay > 0) {
                ReferenceWallet wallet = wallets.get(item.wallet());
                programme.payouts.merge(new ReferenceProgramme.WalletMonth(item.wallet(), month), pay, Long::sum);
                programme.draw(pay);
                add(ReferencePot.plain(pots.size(), wallet, Kind.EARNED, pay, inYears(5), false));
            }
        }
    }

    private static long payFor(PayoutItem item, ReferenceProgramme programme) {
        return floor(item.minutes(), programme.terms.ratePerHour(), 60);
    }

    // Clean houses

    void weigh(String programmeId, String walletId, String material, long grams) {
        ReferenceProgramme programme = programmes.get(programmeId);
        refuseIf(programme == null, "programme-unknown");
        refuseIf(!programme.terms.kind().equals("clean-house"), "wrong-kind");
        ReferenceWallet wallet = wallets.get(walletId);
        refuseIf(wallet == null, "wallet-unknown");
        refuseIf(!programme.terms.rates().containsKey(material), "unknown-material");
        long countedBefore = wallet.gramsCounted.getOrDefault(today, 0L);
        refuseIf(countedBefore >= DAILY_GRAMS, "daily-cap");
        long counted = Math.min(grams, DAILY_GRAMS - countedBefore);
        long times = programme.terms.doubleOn().contains(today) ? 2 : 1;
        long points = floor(counted, programme.terms.rates().get(material) * times, 1000);
        refuseIf(points > programme.left(), "budget-exhausted");

        wallet.gramsCounted.put(today, countedBefore + counted);
        programme.draw(points);
        wallet.points += points;
        pointsIssued += points;
    }

    void convertPoints(String walletId, long points) {
        ReferenceWallet wallet = wallets.get(walletId);
        refuseIf(wallet == null, "wallet-unknown");
        refuseIf(wallet.frozen, "wallet-frozen");
        refuseIf(points % 10 != 0, "not-in-steps");
        refuseIf(points > wallet.points, "insufficient-points");

        wallet.points -= points;
        pointsConverted += points;
        add(ReferencePot.plain(pots.size(), wallet, Kind.EARNED, points, inYears(5), false));
    }

    void buyBags(String walletId, long litres, long count) {
        ReferenceWallet wallet = wallets.get(walletId);
        refuseIf(wallet == null, "wallet-unknown");
        refuseIf(wallet.frozen, "wallet-frozen");
        long price = (litres == 10 ? 240 : 490) * count;
        refuseIf(price > wallet.points, "insufficient-points");

        wallet.points -= price;
        bagPoints += price;
    }

    // Payments

    void pay(String id, String walletId, String merchantId, long amount) {
        refuseToPay(walletId, merchantId, amount);

        ReferenceWallet wallet = wallets.get(walletId);
        ReferenceMerchant merchant = merchants.get(merchantId);
        pay(id, wallet, merchant, amount, choose(wallet, kindsTakenBy(merchant), amount));
    }

    void hold(String id, String walletId, String merchantId, long amount) {
        refuseToPay(walletId, merchantId, amount);

        ReferenceWallet wallet = wallets.get(walletId);
        ReferenceMerchant merchant = merchants.get(merchantId);
        List<ReferencePot.Part> parts = choose(wallet, kindsTakenBy(merchant), amount);
        for (ReferencePot.Part part : parts) {
            part.pot().held += part.amount();
            part.pot().touched = true;
        }
        holds.put(id, new ReferenceHold(now, wallet, merchant, amount, parts));
    }

    private void refuseToPay(String walletId, String merchantId, long amount) {
        ReferenceWallet wallet = wallets.get(walletId);
        refuseIf(wallet == null, "wallet-unknown");
        ReferenceMerchant merchant = merchants.get(merchantId);
        refuseIf(merchant == null, "merchant-unknown");
        refuseIf(merchant.suspended, "merchant-suspended");
        refuseIf(merchant.owners.contains(walletId), "own-merchant");
        refuseIf(wallet.frozen, "wallet-frozen");
        refuseIf(usable(wallet, kindsTakenBy(merchant)) < amount, "insufficient-balance");
    }

    private static Set<Kind> kindsTakenBy(ReferenceMerchant merchant) {
        return merchant.policyOnly ? EnumSet.of(Kind.POLICY) : ALL_KINDS;
    }

    void capture(String id, String holdId, long amount) {
        ReferenceHold hold = refuseClosed(holdId);
        refuseIf(amount > hold.amount, "capture-exceeds-hold");

        close(hold, ReferenceHold.State.CAPTURED);
        List<ReferencePot.Part> used = new ArrayList<>();
        long toUse = amount;
        for (ReferencePot.Part part : hold.parts) {
            long here = Math.min(toUse, part.amount());
            if (here > 0) {
                used.add(new ReferencePot.Part(part.pot(), here));
                toUse -= here;
            }
        }
        pay(id, hold.wallet, hold.merchant, amount, used);
    }

    void voidHold(String holdId) {
        ReferenceHold hold = refuseClosed(holdId);

        close(hold, ReferenceHold.State.VOIDED);
    }

    private ReferenceHold refuseClosed(String holdId) {
        ReferenceHold hold = holds.get(holdId);
        refuseIf(hold == null, "hold-unknown");
        refuseIf(hold.state == ReferenceHold.State.CAPTURED || hold.state == ReferenceHold.State.VOIDED, "hold-closed");
        refuseIf(hold.state == ReferenceHold.State.LAPSED, "hold-lapsed");
        return hold;
    }

    private static void close(ReferenceHold hold, ReferenceHold.State state) {
        hold.state = state;
        for (ReferencePot.Part part : hold.parts) {
            part.pot().held -= part.amount();
        }
    }

    private void pay(
            String id, ReferenceWallet wallet, ReferenceMerchant merchant, long amount, List<ReferencePot.Part> used) {
        long contribution = floor(amount, 5, 1000);
        ReferencePayment payment = new ReferencePayment(id, now, wallet, merchant, amount, contribution);
        payments.put(id, payment);
        for (ReferencePot.Part part : used) {
            take(part);
            payment.parts.add(new ReferencePayment.Part(part.pot(), part.amount()));
            if (part.pot().kind == Kind.PURCHASED) {
                wallet.purchasedSpent += part.amount();
            }
        }
        merchant.open += amount - contribution;
        fund(merchant.dong).receive(contribution);
        if (!today.isBefore(CASHBACK_BEGINS)) {
            giveCashback(payment);
        }
    }

    private void giveCashback(ReferencePayment payment) {
        ReferenceWallet wallet = payment.wallet;
        for (ReferencePayment.Part part : payment.parts) {
            if (part.isCashbackBase()) {
                payment.cashbackBase += part.gave;
            }
        }
        long before = wallet.cashbackBases.getOrDefault(month, 0L);
        long after = before + payment.cashbackBase;
        wallet.cashbackBases.put(month, after);
        long inFirstTier = Math.min(after, 200_000) - Math.min(before, 200_000);
        long inBothTiers = Math.min(after, 500_000) - Math.min(before, 500_000);
        long cashback = percent(10, inFirstTier) + percent(5, inBothTiers - inFirstTier);

        payment.incentive = newIncentive(payment.id, cashback);
        payment.residentPart = percent(80, cashback);
        payment.fundPart = cashback - payment.residentPart;
        fund(wallet.dong).receive(payment.fundPart);
        if (payment.residentPart > 0) {
            payment.cashbackPot =
                    add(ReferencePot.cashback(pots.size(), wallet, payment.residentPart, inYears(1), payment));
        }
    }

    // Refunds

    /** What a refund restores of one pot; less, where a part of it is cut. */
    private static final class Restored {
        final ReferencePot pot;
        long amount;

        Restored(ReferencePot pot, long amount) {
            this.pot = pot;
            this.amount = amount;
        }
    }

    void refund(String paymentId, long amount) {
        ReferencePayment payment = payments.get(paymentId);
        refuseIf(payment == null, "payment-unknown");
        refuseIf(now.isAfter(payment.at.plus(Duration.ofHours(90 * 24))), "refund-too-old");
        refuseIf(payment.refunded + amount > payment.amount, "refund-exceeds-payment");
        long refunded = payment.refunded + amount;
        long contributionBack = floor(payment.contribution, refunded, payment.amount) - payment.contributionBack;
        refuseIf(amount - contributionBack > payment.merchant.open, "merchant-funds-insufficient");

        payment.refunded = refunded;
        payment.contributionBack += contributionBack;
        payment.merchant.open -= amount - contributionBack;
        fund(payment.merchant.dong).giveBack(contributionBack);
        List<Restored> restored = restore(payment, amount);
        takeCashbackBack(payment, restored);
        putBack(payment, restored);
    }

    /** Step 1: the pots of the payment, last used first, each up to what it gave. */
    private static List<Restored> restore(ReferencePayment payment, long amount) {
        List<Restored> restored = new ArrayList<>();
        long toRestore = amount;
        for (ReferencePayment.Part part : payment.parts.reversed()) {
            long here = Math.min(toRestore, part.gave - part.givenBack);
            if (here > 0) {
                part.givenBack += here;
                toRestore -= here;
                restored.add(new Restored(part.pot, here));
                if (part.pot.kind == Kind.PURCHASED) {
                    payment.wallet.purchasedSpent -= here;
                }
            }
        }
        return restored;
    }

    /** Step 2: the cashback goes back as far as its base is restored. */
    private void takeCashbackBack(ReferencePayment payment, List<Restored> restored) {
        if (payment.incentive.total == 0) {
            return;
        }
        long baseRestored = 0;
        for (ReferencePayment.Part part : payment.parts) {
            if (part.isCashbackBase()) {
                baseRestored += part.givenBack;
            }
        }
        long fromFund = ceil(payment.fundPart, baseRestored, payment.cashbackBase) - payment.fundBack;
        payment.fundBack += fromFund;
        fund(payment.wallet.dong).giveBack(fromFund);

        long residentDue = ceil(payment.residentPart, baseRestored, payment.cashbackBase);
        long fromResident = Math.max(0, residentDue - payment.residentBack);
        payment.residentBack += fromResident;
        long toCut = fromResident;
        if (payment.cashbackPot != null) {
            long fromPot = Math.min(toCut, payment.cashbackPot.free());
            payment.cashbackPot.left -= fromPot;
            toCut -= fromPot;
        }
        for (Restored part : restored.reversed()) {
            if (!leavesWallet(part.pot)) {
                toCut -= cut(part, toCut);
            }
        }
        for (Restored part : restored.reversed()) {
            if (leavesWallet(part.pot)) {
                toCut -= cut(part, toCut);
            }
        }
        if (toCut != 0) {
            throw new IllegalStateException("more cashback to take back than was restored: " + toCut);
        }
        takeBack(payment.incentive, fromFund + fromResident);
    }

    private static long cut(Restored part, long atMost) {
        long cut = Math.min(atMost, part.amount);
        part.amount -= cut;
        return cut;
    }

    /** Whether step 3 sends what is restored to this pot to a payer or to {@code expired:operating}. */
    private boolean leavesWallet(ReferencePot pot) {
        return pot.isExpired(today) && (pot.kind == Kind.CASHBACK || pot.kind == Kind.POLICY || pot.renewed);
    }

    /** Step 3: what is restored goes to its pot, or, where that cannot be, somewhere else. */
    private void putBack(ReferencePayment payment, List<Restored> restored) {
        ReferenceWallet wallet = payment.wallet;
        boolean balanceWasRefunded = false;
        for (ReferenceTime balanceRefund : wallet.balanceRefunds) {
            if (!balanceRefund.isBefore(payment.at)) {
                balanceWasRefunded = true;
            }
        }
        for (Restored part : restored) {
            ReferencePot pot = part.pot;
            long amount = part.amount;
            boolean expired = pot.isExpired(today);
            LocalDate inThirtyDays = today.plusDays(30);
            if (amount == 0) {
                continue;
            }
            if (leavesWallet(pot)) {
                leaveWallet(pot, amount);
            } else if (pot.kind == Kind.PURCHASED && balanceWasRefunded) {
                LocalDate expiresOn = expired ? inThirtyDays : pot.expiresOn;
                boolean renewed = expired || pot.renewed;
                add(ReferencePot.plain(pots.size(), wallet, Kind.GIFT, amount, expiresOn, renewed));
            } else if (expired && pot.kind == Kind.PURCHASED) {
                long paid = floor(amount, pot.paid, pot.face);
                add(ReferencePot.purchased(pots.size(), wallet, amount, inThirtyDays, true, pot.charge, paid));
            } else if (expired) {
                add(ReferencePot.plain(pots.size(), wallet, pot.kind, amount, inThirtyDays, true));
            } else {
                pot.left += amount;
            }
        }
    }

    // Gifts, the fund

    void gift(String fromId, String toId, long amount) {
        ReferenceWallet from = wallets.get(fromId);
        ReferenceWallet to = wallets.get(toId);
        refuseIf(from == null || to == null, "wallet-unknown");
        refuseIf(from == to, "same-wallet");
        refuseIf(!from.resident || !to.resident, "not-a-resident");
        refuseIf(from.frozen, "wallet-frozen");
        refuseIf(usable(from, GIFTABLE) < amount, "insufficient-balance");
        long received = to.giftsReceived.getOrDefault(month, 0L);
        refuseIf(received + amount > GIFT_LIMIT, "gift-receive-limit");
        refuseIf(to.holding() + amount > HOLDING_LIMIT, "holding-limit");

        to.giftsReceived.put(month, received + amount);
        for (ReferencePot.Part part : choose(from, GIFTABLE, amount)) {
            take(part);
            add(ReferencePot.plain(
                    pots.size(), to, Kind.GIFT, part.amount(), part.pot().expiresOn, part.pot().renewed));
        }
    }

    void donate(String walletId, long amount, String account) {
        ReferenceWallet wallet = wallets.get(walletId);
        refuseIf(wallet == null, "wallet-unknown");
        refuseIf(!account.equals("city") && !dongs.contains(account), "account-unknown");
        refuseIf(wallet.frozen, "wallet-frozen");
        refuseIf(usable(wallet, ALL_KINDS) < amount, "insufficient-balance");

        for (ReferencePot.Part part : choose(wallet, ALL_KINDS, amount)) {
            take(part);
        }
        fund(account).receive(amount);
    }

    void spendFund(String account, String walletId, long amount, String proposedBy, String approvedBy) {
        refuseIf(proposedBy.equals(approvedBy), "same-person");
        ReferenceWallet wallet = wallets.get(walletId);
        refuseIf(wallet == null, "wallet-unknown");
        refuseIf(wallet.resident, "not-an-institution");
        ReferenceFund fund = funds.getOrDefault(account, new ReferenceFund());
        refuseIf(Math.multiplyExact(10L, fund.balance - amount) < fund.inflow, "insufficient-fund");

        fund.spend(amount);
        add(ReferencePot.plain(pots.size(), wallet, Kind.PROJECT, amount, inYears(5), false));
    }

    /** An account that nothing ever happened to is one that holds 0. */
    private ReferenceFund fund(String account) {
        return funds.computeIfAbsent(account, unknown -> new ReferenceFund());
    }

    // Time bank

    void joinTimeBank(String walletId) {
        ReferenceWallet wallet = wallets.get(walletId);
        refuseIf(wallet == null, "wallet-unknown");
        refuseIf(wallet.member, "joined-already");
        refuseIf(wallet.resident && !isAged(wallet, 14), "too-young");
        refuseIf(wallet.resident && !isAged(wallet, 18) && !wallet.guardianConsent, "guardian-consent-missing");

        wallet.member = true;
        wallet.minutes = wallet.resident ? 300 : 0;
        minutesIssued += wallet.minutes;
    }

    private boolean isAged(ReferenceWallet wallet, int years) {
        return wallet.birthDate != null && !wallet.birthDate.plusYears(years).isAfter(today);
    }

    void help(String requesterId, String providerId, long minutes, String activity) {
        ReferenceWallet requester = wallets.get(requesterId);
        ReferenceWallet provider = wallets.get(providerId);
        refuseIf(!isMember(requester) || !isMember(provider), "not-a-member");
        refuseIf(requester == provider, "same-wallet");
        refuseIf(requester.frozen, "wallet-frozen");
        refuseIf(EXCLUDED_ACTIVITIES.contains(activity), "excluded-activity");
        refuseIf(requester.minutes - minutes < -Math.min(600, requester.minutesProvided), "overdraft-limit");

        requester.minutes -= minutes;
        provider.minutes += minutes;
        provider.minutesProvided += minutes;
    }

    void donateMinutes(String fromId, String toId, long minutes) {
        ReferenceWallet from = wallets.get(fromId);
        ReferenceWallet to = wallets.get(toId);
        refuseIf(!isMember(from) || !isMember(to), "not-a-member");
        refuseIf(from == to, "same-wallet");
        refuseIf(from.frozen, "wallet-frozen");
        refuseIf(from.minutes - minutes < 0, "insufficient-minutes");

        from.minutes -= minutes;
        to.minutes += minutes;
    }

    private static boolean isMember(ReferenceWallet wallet) {
        return wallet != null && wallet.member;
    }

    // Expiry and settlement

    void expire() {
        for (ReferencePot pot : pots) {
            if (pot.isExpired(today)) {
                long free = pot.free();
                pot.left -= free;
                leaveWallet(pot, free);
            }
        }
    }

    void dayEnd(LocalDate date) {
        refuseIf(!date.equals(today), "wrong-date");
        refuseIf(batches.containsKey(date), "batch-exists");

        ReferenceBatch batch = new ReferenceBatch(month);
        for (ReferenceMerchant merchant : merchants.values()) {
            long thisMonth = 0;
            for (ReferenceBatch other : batches.values()) {
                if (other.month.equals(month)) {
                    thisMonth += other.waitingOrPaid(merchant.id);
                }
            }
            long amount = Math.min(merchant.open, MONTHLY_CASH_OUT - thisMonth);
            if (!merchant.suspended && amount > 0) {
                merchant.open -= amount;
                batch.waiting.put(merchant.id, amount);
            }
        }
        batches.put(date, batch);
    }

    void bankAnswer(LocalDate date, List<String> paid, List<String> rejected) {
        ReferenceBatch batch = batches.get(date);
        refuseIf(batch == null, "batch-unknown");
        List<String> named = new ArrayList<>(paid);
        named.addAll(rejected);
        for (String merchant : named) {
            refuseIf(!batch.waiting.containsKey(merchant), "not-in-batch");
        }
        refuseIf(new HashSet<>(named).size() < named.size(), "not-in-batch");

        for (String merchant : paid) {
            batch.paid.put(merchant, batch.waiting.remove(merchant));
        }
        for (String merchant : rejected) {
            merchants.get(merchant).open += batch.waiting.remove(merchant);
        }
    }

    // What several operations do

    private ReferencePot add(ReferencePot pot) {
        pots.add(pot);
        pot.wallet.pots.add(pot);
        return pot;
    }

    private LocalDate inYears(int years) {
        return today.plusYears(years);
    }

    private ReferenceIncentive newIncentive(String id, long total) {
        ReferenceIncentive incentive = new ReferenceIncentive(id, total);
        incentives.add(incentive);
        return incentive;
    }

    private void takeBack(ReferenceIncentive incentive, long amount) {
        expiredOperating += amount - incentive.takeBack(amount);
    }

    /** Money of an expired pot: cashback goes back to who gave it, as far as it is still out. */
    private void leaveWallet(ReferencePot pot, long amount) {
        if (pot.kind == Kind.CASHBACK) {
            ReferencePayment payment = pot.cashbackOf;
            long stillOut = Math.min(amount, payment.residentPart - payment.residentBack);
            payment.residentBack += stillOut;
            takeBack(payment.incentive, stillOut);
            expiredOperating += amount - stillOut;
        } else {
            expiredOperating += amount;
        }
    }

    /** The free, unexpired pots of these kinds, in spend order. */
    private List<ReferencePot> usablePots(ReferenceWallet wallet, Set<Kind> kinds) {
        List<ReferencePot> usable = new ArrayList<>();
        for (ReferencePot pot : wallet.pots) {
            if (kinds.contains(pot.kind) && pot.free() > 0 && !pot.isExpired(today)) {
                usable.add(pot);
            }
        }
        usable.sort(ReferencePot.SPEND_ORDER);
        return usable;
    }

    private long usable(ReferenceWallet wallet, Set<Kind> kinds) {
        long usable = 0;
        for (ReferencePot pot : usablePots(wallet, kinds)) {
            usable += pot.free();
        }
        return usable;
    }

    private List<ReferencePot.Part> choose(ReferenceWallet wallet, Set<Kind> kinds, long amount) {
        List<ReferencePot.Part> chosen = new ArrayList<>();
        long toChoose = amount;
        for (ReferencePot pot : usablePots(wallet, kinds)) {
            long here = Math.min(toChoose, pot.free());
            if (here > 0) {
                chosen.add(new ReferencePot.Part(pot, here));
                toChoose -= here;
            }
        }
        return chosen;
    }

    private static void take(ReferencePot.Part part) {
        part.pot().left -= part.amount();
        part.pot().touched = true;
    }
}

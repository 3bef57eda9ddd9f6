package kr.dure.core.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dure.core.money.Exact;
import kr.dure.core.money.Percent;
import kr.dure.core.money.Points;
import kr.dure.core.money.Won;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force on one day.
 *
 * @param version the newest version of the rule book in force, which a decision writes into its event
 * @param chargeIncentive the discount when charging, or none
 * @param cashback the payback when paying, or none
 * @param nationPercent the nation's share of an incentive; the city pays the rest
 * @param contributionPerMille a merchant's share of each payment for the fund, in thousandths
 * @param chargePayHours how long a charge that was asked for waits for its money
 * @param holdMinutes how long a hold keeps its money
 * @param potYears how long money lasts (Act 4(2))
 * @param renewedDays how long money lasts that is restored to an expired pot
 * @param merchantSalesCap annual sales above which a merchant may take policy money only (Act 7(2)2)
 * @param conversionStep points turn into won in multiples of this
 * @param fundReservePercent the share of all inflow that stays in a fund account for take-backs
 * @param monthlyCashOutCap what one merchant may be settled in a month
 */
public record Rules(
        int version,
        @Nullable ChargeIncentive chargeIncentive,
        @Nullable Cashback cashback,
        Percent nationPercent,
        int contributionPerMille,
        Won monthlyPurchaseLimit,
        Won holdingLimit,
        Won giftReceiveLimit,
        int chargePayHours,
        int chargeCancelDays,
        int refundDays,
        int holdMinutes,
        int potYears,
        int renewedDays,
        BalanceRefund balanceRefund,
        Won merchantSalesCap,
        Set<String> excludedTrades,
        int dailyGramsCap,
        int conversionStep,
        Map<Integer, Points> bagPrices,
        TimeBank timeBank,
        Percent fundReservePercent,
        Won monthlyCashOutCap) {

    /** @param residentPercent the resident's share of the incentive; the fund gets the rest */
    public record ChargeIncentive(Percent percent, Percent residentPercent) {}

    /** @param potYears how long a cashback pot lasts */
    public record Cashback(List<Tier> tiers, Percent residentPercent, int potYears) {}

    /** The next {@code base} won of a month's bases earn {@code percent}. */
    public record Tier(Won base, Percent percent) {}

    /** What must have been spent before the balance is paid back in money; more of it when the sum was small. */
    public record BalanceRefund(Percent spentPercent, Won smallUpTo, Percent smallSpentPercent) {
        public boolean isEnough(Won spent, Won base) {
            Percent needed = base.isMoreThan(smallUpTo) ? spentPercent : smallSpentPercent;
            return !Exact.less(spent.value(), 100, base.value(), needed.value());
        }
    }

    /** The time bank's own rules; times in minutes, ages in years. */
    public record TimeBank(
            int startMinutes, int overdraft, int minimumAge, int consentUnder, Set<String> excludedActivities) {}

    public Won contribution(Won payment) {
        return Won.of(Exact.floor(payment.value(), contributionPerMille, 1000));
    }

    /** When ordinary money issued on a day expires: 29 February becomes the 28th where there is none. */
    public LocalDate expiryOfIssue(LocalDate issued) {
        return issued.plusYears(potYears);
    }
}

package kr.dure.core.wallet;

import java.time.Instant;
import kr.dure.core.id.OperationId;
import kr.dure.core.money.Exact;
import kr.dure.core.money.Won;

/**
 * What payers gave for one charge or one payment, and what of it went back. Never more goes back than was given, and
 * each payer's share follows the whole: the nation has back floor(its part × all gone back / incentive).
 *
 * @param of the charge or payment
 * @param residentPart what of a cashback the resident got; zero for a charge
 * @param residentBack what of that went back
 * @param keepUntil how long a refund may still ask for it
 */
record Incentive(
        OperationId of,
        Won nation,
        Won city,
        Won residentPart,
        Won goneBack,
        Won nationBack,
        Won residentBack,
        Instant keepUntil) {

    static Incentive given(OperationId of, Won nation, Won city, Won residentPart, Instant keepUntil) {
        return new Incentive(of, nation, city, residentPart, Won.ZERO, Won.ZERO, Won.ZERO, keepUntil);
    }

    Won total() {
        return nation.plus(city);
    }

    /** The unpaid part of money that was bought. */
    GoneBack giveBack(Won amount) {
        return giveBack(amount, Won.ZERO, amount);
    }

    /** Money from a CASHBACK pot: at most what of the resident's part is still out. */
    GoneBack giveBackCashback(Won amount) {
        Won resident = amount.min(residentPart.minus(residentBack)).max(Won.ZERO);
        return giveBack(resident, resident, amount);
    }

    /** The fund's and the resident's parts that belong to a refund. */
    GoneBack giveBack(Won fund, Won resident) {
        Won both = fund.plus(resident);
        return giveBack(both, resident, both);
    }

    private GoneBack giveBack(Won wanted, Won resident, Won taken) {
        Won back = wanted.min(total().minus(goneBack));
        Won nationNow =
                back.isZero() ? Won.ZERO : nationAfter(goneBack.plus(back)).minus(nationBack);
        return new GoneBack(of, nationNow, back.minus(nationNow), resident, taken.minus(back));
    }

    private Won nationAfter(Won allBack) {
        return Won.of(Exact.floor(nation.value(), allBack.value(), total().value()));
    }

    Incentive after(GoneBack back) {
        return new Incentive(
                of,
                nation,
                city,
                residentPart,
                goneBack.plus(back.total()),
                nationBack.plus(back.nation()),
                residentBack.plus(back.resident()),
                keepUntil);
    }
}

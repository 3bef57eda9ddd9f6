package kr.dure.ops.reference;

import static kr.dure.ops.reference.ReferenceMath.floor;
import static kr.dure.ops.reference.ReferenceMath.percent;

/** What the payers gave for one charge or one payment, and what of it went back to each. */
final class ReferenceIncentive {
    /** The charge or payment that it was given for. */
    final String id;

    final long total;
    final long nation;
    final long city;
    long nationBack;
    long cityBack;

    ReferenceIncentive(String id, long total) {
        this.id = id;
        this.total = total;
        this.nation = percent(30, total);
        this.city = total - nation;
    }

    /** Takes back what is still out, at most, and answers how much of the amount that was. */
    long takeBack(long amount) {
        long back = Math.min(amount, total - nationBack - cityBack);
        if (back == 0) {
            return 0;
        }
        long allBack = nationBack + cityBack + back;
        long nationNow = floor(nation, allBack, total) - nationBack;
        nationBack += nationNow;
        cityBack += back - nationNow;
        return back;
    }
}

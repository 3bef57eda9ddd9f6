package kr.dure.core.wallet;

import kr.dure.core.id.OperationId;
import kr.dure.core.money.Won;

/**
 * What of one incentive went back to its payers.
 *
 * @param incentive the charge or payment that it was given for
 * @param resident how much of it was the resident's part
 * @param expired what exceeded what was still out, and went to the operating account instead
 */
public record GoneBack(OperationId incentive, Won nation, Won city, Won resident, Won expired) {
    public Won total() {
        return nation.plus(city);
    }
}

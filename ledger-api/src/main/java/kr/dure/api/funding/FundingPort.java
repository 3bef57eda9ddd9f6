package kr.dure.api.funding;

import kr.dure.core.funding.FundingCommand.TakeDeposit;

/**
 * A way in which money comes in. An adapter says in the ledger's terms what its source has told of a deposit; what then
 * becomes of the money is decided by the ledger alone, and is the same whichever way it came.
 *
 * @param <M> a message of the source
 */
interface FundingPort<M> {
    /**
     * The deposit, with the source's own name for it, by which it is taken once; and with the reference of the charge that
     * it is for, in the form in which the charge told it, or with whatever was written if that is in no such form.
     */
    TakeDeposit deposit(M message);
}

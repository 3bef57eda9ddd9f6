package kr.dure.api.funding;

import kr.dure.api.http.Amount;
import kr.dure.api.http.Name;
import kr.dure.core.funding.FundingCommand.TakeDeposit;
import kr.dure.core.id.FundingRef;

/**
 * Money on the operating account, as the bank tells of it.
 *
 * @param deposit the bank's own number for the entry, by which it is taken once
 * @param text what whoever paid has written; somewhere in it stands the charge's reference
 */
public record BankDeposit(Name deposit, Amount amount, Name text) {
    /** By what the bank says. */
    static final class Port implements FundingPort<BankDeposit> {
        @Override
        public TakeDeposit deposit(BankDeposit told) {
            return new TakeDeposit(
                    new FundingRef(told.deposit().value()),
                    ChargeReference.in(told.text().value()),
                    told.amount().won());
        }
    }
}

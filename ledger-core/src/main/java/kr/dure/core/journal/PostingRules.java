package kr.dure.core.journal;

import java.util.List;
import kr.dure.core.account.Account;
import kr.dure.core.account.Posting;
import kr.dure.core.cleanhouse.CleanHouseEvent;
import kr.dure.core.cleanhouse.CleanHouseEvent.BagsBought;
import kr.dure.core.cleanhouse.CleanHouseEvent.DepositWeighed;
import kr.dure.core.cleanhouse.CleanHouseEvent.PointsConverted;
import kr.dure.core.funding.FundingEvent;
import kr.dure.core.funding.FundingEvent.ChargeRequested;
import kr.dure.core.funding.FundingEvent.DepositTaken;
import kr.dure.core.genesis.GenesisEvent;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.merchant.MerchantEvent;
import kr.dure.core.money.Won;
import kr.dure.core.participation.ParticipationEvent;
import kr.dure.core.policy.PolicyEvent;
import kr.dure.core.programme.ProgrammeEvent;
import kr.dure.core.programme.ProgrammeEvent.ProgrammeOpened;
import kr.dure.core.reversal.ReversalEvent;
import kr.dure.core.rulebook.RuleBookEvent;
import kr.dure.core.settlement.SettlementEvent;
import kr.dure.core.settlement.SettlementEvent.BatchAnswered;
import kr.dure.core.settlement.SettlementEvent.BatchDrafted;
import kr.dure.core.timebank.TimeBankEvent;
import kr.dure.core.timebank.TimeBankEvent.HelpProvided;
import kr.dure.core.timebank.TimeBankEvent.HelpReceived;
import kr.dure.core.timebank.TimeBankEvent.MemberJoined;
import kr.dure.core.timebank.TimeBankEvent.MinutesDonated;
import kr.dure.core.timebank.TimeBankEvent.MinutesReceived;
import kr.dure.core.wallet.WalletEvent;

/** The one table of posting rules: what each event moves between accounts. */
public final class PostingRules {
    private PostingRules() {}

    /**
     * The postings of an event, none if it moves nothing.
     *
     * @throws IllegalStateException if they do not balance, or if the event's family has no rules
     */
    public static List<Posting> of(LedgerEvent event) {
        var entry = new Entry();
        switch (event) {
            case WalletEvent wallet -> WalletPostings.post(wallet, entry);
            case FundingEvent funding -> post(funding, entry);
            case ProgrammeEvent programme -> post(programme, entry);
            case CleanHouseEvent cleanHouse -> post(cleanHouse, entry);
            case TimeBankEvent timeBank -> post(timeBank, entry);
            case SettlementEvent settlement -> post(settlement, entry);
            case GenesisEvent _,
                    MerchantEvent _,
                    ParticipationEvent _,
                    PolicyEvent _,
                    ReversalEvent _,
                    RuleBookEvent _ -> {}
            default -> throw new IllegalStateException("no posting rules for " + event.getClass());
        }
        return entry.balanced();
    }

    /** What is charged is posted by the charge itself. */
    private static void post(FundingEvent event, Entry entry) {
        switch (event) {
            case ChargeRequested _ -> {}
            case DepositTaken taken -> entry.move(Account.BANK, Account.PAYOUTS, taken.back());
        }
    }

    private static void post(ProgrammeEvent event, Entry entry) {
        switch (event) {
            case ProgrammeOpened(var programme, var terms) ->
                terms.lines()
                        .forEach(line -> entry.move(
                                Account.budgetPayer(line.payer()),
                                Account.budget(programme, line.line()),
                                line.amount()));
        }
    }

    private static void post(CleanHouseEvent event, Entry entry) {
        var points = Account.points(event.wallet());
        switch (event) {
            case DepositWeighed weighed -> {
                entry.move(Account.pointsIssued(weighed.programme()), points, weighed.points());
                entry.drawn(weighed.programme(), weighed.draws())
                        .credit(Account.CONVERSION, Won.of(weighed.points().value()));
            }
            case PointsConverted converted -> entry.move(points, Account.CONVERSION, converted.points());
            case BagsBought bought ->
                entry.move(points, Account.BAGS, bought.points())
                        .move(
                                Account.CONVERSION,
                                Account.BAGS,
                                Won.of(bought.points().value()));
        }
    }

    private static void post(TimeBankEvent event, Entry entry) {
        var minutes = Account.minutes(event.member());
        switch (event) {
            case MemberJoined joined -> entry.move(Account.MINUTES_ISSUED, minutes, joined.start());
            case HelpReceived help -> entry.move(minutes, Account.transit(help.help()), help.minutes());
            case HelpProvided help -> entry.move(Account.transit(help.help()), minutes, help.minutes());
            case MinutesDonated donated -> entry.move(minutes, Account.transit(donated.donation()), donated.minutes());
            case MinutesReceived received ->
                entry.move(Account.transit(received.donation()), minutes, received.minutes());
        }
    }

    private static void post(SettlementEvent event, Entry entry) {
        var batch = Account.settlement(event.batch().date());
        switch (event) {
            case BatchDrafted drafted ->
                drafted.items().forEach(item -> entry.move(Account.merchant(item.merchant()), batch, item.amount()));
            case BatchAnswered answered -> {
                answered.paid().forEach(item -> entry.move(batch, Account.BANK, item.amount()));
                answered.rejected()
                        .forEach(item -> entry.move(batch, Account.merchant(item.merchant()), item.amount()));
            }
        }
    }
}

package kr.dure.core.timebank;

import static kr.dure.core.ledger.Outcome.ACCEPTED;

import java.time.LocalDate;
import kr.dure.core.id.PersonId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Moment;
import kr.dure.core.ledger.Outcome;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.money.Minutes;
import kr.dure.core.rulebook.RuleBook;
import kr.dure.core.rulebook.Rules;
import kr.dure.core.timebank.TimeBankCommand.DonateMinutes;
import kr.dure.core.timebank.TimeBankCommand.Help;
import kr.dure.core.timebank.TimeBankCommand.JoinTimeBank;
import kr.dure.core.timebank.TimeBankEvent.HelpProvided;
import kr.dure.core.timebank.TimeBankEvent.HelpReceived;
import kr.dure.core.timebank.TimeBankEvent.MemberJoined;
import kr.dure.core.timebank.TimeBankEvent.MinutesDonated;
import kr.dure.core.timebank.TimeBankEvent.MinutesReceived;
import kr.dure.core.vault.People;
import kr.dure.core.vault.PersonalData;
import kr.dure.core.wallet.AgeClass;
import kr.dure.core.wallet.Wallet;
import kr.dure.core.wallet.WalletRefusal.SameWallet;
import kr.dure.core.wallet.WalletRefusal.WalletFrozen;
import kr.dure.core.wallet.WalletRefusal.WalletUnknown;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Takes members in and moves minutes between two of them at once. */
public final class TimeBank {
    private final Repository<Wallet> wallets;
    private final Repository<Member> members;

    public TimeBank(Repository<Wallet> wallets, Repository<Member> members) {
        this.wallets = wallets;
        this.members = members;
    }

    @CommandHandler
    Outcome handle(JoinTimeBank join, Moment now, RuleBook book, People people) {
        var rules = book.on(now.date());
        var wallet = wallets.load(join.wallet().toString());
        if (!wallet.invoke(Wallet::isOpen)) {
            return new WalletUnknown(join.wallet());
        }
        var member = member(join.wallet());
        if (member.invoke(Member::hasJoined)) {
            return new TimeBankRefusal.JoinedAlready(join.wallet());
        }
        boolean resident = wallet.invoke(Wallet::isResident);
        var no = resident ? refusalOfAge(join.wallet(), wallet, now, rules.timeBank(), people) : null;
        if (no != null) {
            return no;
        }
        var start = Minutes.of(resident ? rules.timeBank().startMinutes() : 0);
        member.execute(m -> m.record(new MemberJoined(join.wallet(), start, rules.version())));
        return ACCEPTED;
    }

    private static @Nullable Refusal refusalOfAge(
            WalletId id, Aggregate<Wallet> wallet, Moment now, Rules.TimeBank rules, People people) {
        AgeClass age = wallet.invoke(Wallet::age);
        if (age == AgeClass.ADULT) {
            return null;
        }
        LocalDate birthDate =
                people.find(PersonId.holderOf(id)).map(PersonalData::birthDate).orElse(null);
        if (age == AgeClass.UNKNOWN
                || birthDate == null
                || birthDate.plusYears(rules.minimumAge()).isAfter(now.date())) {
            return new TimeBankRefusal.TooYoung(id, rules.minimumAge());
        }
        boolean needsConsent = birthDate.plusYears(rules.consentUnder()).isAfter(now.date());
        return needsConsent && !wallet.invoke(Wallet::hasGuardianConsent)
                ? new TimeBankRefusal.GuardianConsentMissing(id)
                : null;
    }

    @CommandHandler
    Outcome handle(Help help, Moment now, RuleBook book) {
        var rules = book.on(now.date()).timeBank();
        var requester = member(help.requester());
        var provider = member(help.provider());
        var no = refusalToMove(help.requester(), requester, help.provider(), provider);
        if (no != null) {
            return no;
        }
        if (rules.excludedActivities().contains(help.activity())) {
            return new TimeBankRefusal.ExcludedActivity(help.activity());
        }
        Minutes balance = requester.invoke(Member::balance);
        Minutes floor = requester.invoke(member -> member.floor(rules.overdraft()));
        if (balance.minus(help.minutes()).isLessThan(floor)) {
            return new TimeBankRefusal.OverdraftLimit(balance, help.minutes(), floor);
        }
        requester.execute(member -> member.record(
                new HelpReceived(help.requester(), help.help(), help.provider(), help.minutes(), help.activity())));
        provider.execute(member -> member.record(
                new HelpProvided(help.provider(), help.help(), help.requester(), help.minutes(), help.activity())));
        return ACCEPTED;
    }

    @CommandHandler
    Outcome handle(DonateMinutes donate) {
        var from = member(donate.from());
        var to = member(donate.to());
        var no = refusalToMove(donate.from(), from, donate.to(), to);
        if (no != null) {
            return no;
        }
        Minutes balance = from.invoke(Member::balance);
        if (balance.isLessThan(donate.minutes())) {
            return new TimeBankRefusal.InsufficientMinutes(balance, donate.minutes());
        }
        from.execute(member ->
                member.record(new MinutesDonated(donate.from(), donate.donation(), donate.to(), donate.minutes())));
        to.execute(member ->
                member.record(new MinutesReceived(donate.to(), donate.donation(), donate.from(), donate.minutes())));
        return ACCEPTED;
    }

    private @Nullable Refusal refusalToMove(
            WalletId from, Aggregate<Member> giver, WalletId to, Aggregate<Member> receiver) {
        if (!giver.invoke(Member::hasJoined)) {
            return new TimeBankRefusal.NotAMember(from);
        }
        if (!receiver.invoke(Member::hasJoined)) {
            return new TimeBankRefusal.NotAMember(to);
        }
        if (from.equals(to)) {
            return new SameWallet(from);
        }
        return wallets.load(from.toString()).invoke(Wallet::isFrozen) ? new WalletFrozen(from) : null;
    }

    private Aggregate<Member> member(WalletId wallet) {
        return members.load(new MemberId(wallet).toString());
    }
}

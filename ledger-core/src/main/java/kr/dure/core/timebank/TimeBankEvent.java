package kr.dure.core.timebank;

import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Minutes;

/** What happened to a member of the time bank. */
public sealed interface TimeBankEvent extends LedgerEvent {
    WalletId member();

    /** @param start minutes given to start with */
    @EventType("timebank.MemberJoined")
    record MemberJoined(WalletId member, Minutes start, int rules) implements TimeBankEvent {}

    @EventType("timebank.HelpReceived")
    record HelpReceived(WalletId member, OperationId help, WalletId provider, Minutes minutes, String activity)
            implements TimeBankEvent {}

    @EventType("timebank.HelpProvided")
    record HelpProvided(WalletId member, OperationId help, WalletId requester, Minutes minutes, String activity)
            implements TimeBankEvent {}

    @EventType("timebank.MinutesDonated")
    record MinutesDonated(WalletId member, OperationId donation, WalletId to, Minutes minutes)
            implements TimeBankEvent {}

    @EventType("timebank.MinutesReceived")
    record MinutesReceived(WalletId member, OperationId donation, WalletId from, Minutes minutes)
            implements TimeBankEvent {}
}

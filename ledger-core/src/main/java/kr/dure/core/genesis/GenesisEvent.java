package kr.dure.core.genesis;

import java.time.LocalDate;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;

/** What happened to the ledger as a whole. */
public sealed interface GenesisEvent extends LedgerEvent {
    /**
     * The birth of a ledger.
     *
     * @param keyFingerprint of the keyed hashes, in hexadecimal
     */
    @EventType("genesis.LedgerOpened")
    record LedgerOpened(LedgerKind kind, String keyFingerprint) implements GenesisEvent {}

    /**
     * What had expired before {@code today} left all wallets.
     *
     * @param wallets how many held some of it
     */
    @EventType("genesis.ExpirySwept")
    record ExpirySwept(LocalDate today, int wallets) implements GenesisEvent {}
}

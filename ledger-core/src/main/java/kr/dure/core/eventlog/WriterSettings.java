package kr.dure.core.eventlog;

import java.time.Clock;
import java.util.List;
import kr.dure.core.genesis.GenesisEvent.LedgerOpened;
import kr.dure.core.ledger.Feature;
import kr.dure.core.vault.Vault;

/**
 * What a writer works with.
 *
 * @param genesis what the first event says; a log that is empty gets it, another must have it
 * @param features in the order in which one builds on the other
 * @param clock stamps every operation of a production ledger; of a simulation those that do not bring their own time
 * @param aggregatesCached how many aggregates of each kind stay in memory
 */
public record WriterSettings(
        LogStore store,
        LedgerOpened genesis,
        List<Feature> features,
        Vault vault,
        SweepIndex sweeps,
        Clock clock,
        LogMetrics metrics,
        long aggregatesCached) {}

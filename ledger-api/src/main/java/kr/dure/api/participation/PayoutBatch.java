package kr.dure.api.participation;

import java.util.List;
import kr.dure.api.http.Count;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;
import kr.dure.core.money.Exact;
import kr.dure.core.programme.Terms;

/** What is proposed to be paid: minutes of public-interest work. */
public record PayoutBatch(ProgrammeId programme, List<Item> items) {
    public record Item(WalletId wallet, Count minutes) {
        /** As the ledger computes it. */
        long won(Terms terms) {
            return Exact.floor(minutes.value(), terms.ratePerHour(), 60);
        }
    }
}

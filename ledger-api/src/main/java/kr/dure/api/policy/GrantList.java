package kr.dure.api.policy;

import java.util.List;
import kr.dure.api.http.Amount;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.WalletId;

/** What is proposed to be granted, in won. */
public record GrantList(ProgrammeId programme, List<Item> items) {
    public record Item(WalletId wallet, Amount amount) {}
}

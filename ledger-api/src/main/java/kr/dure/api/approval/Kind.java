package kr.dure.api.approval;

import java.util.Set;
import java.util.stream.Stream;
import kr.dure.api.access.Role;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;

/**
 * A kind of thing that takes two people.
 *
 * @param <B> what a proposal of this kind says, as JSON
 */
public interface Kind<B> {
    /** Stable: it stands beside each proposal, and in its digest. */
    String name();

    Class<B> content();

    /** Who may approve it, or reject it. */
    Set<Role> approvers();

    /** By what rules it can be rejected, by their codes; if there are any, a rejection names one of them. */
    default Set<String> rules() {
        return Set.of();
    }

    /** Who would get the money. */
    default Stream<WalletId> beneficiaries(B content) {
        return Stream.empty();
    }

    /** What the ledger is asked once it is approved. */
    Command command(B content, Agreement agreement);
}

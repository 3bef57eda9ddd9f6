package kr.dure.core.rulebook;

import java.time.LocalDate;
import java.util.List;
import kr.dure.core.id.StaffId;
import kr.dure.core.ledger.Command;

/** What can be asked of the rule book. */
public sealed interface RuleBookCommand extends Command {
    @Override
    default List<RuleBookId> streams() {
        return List.of(RuleBookId.THE_RULE_BOOK);
    }

    /**
     * Adopts a version. Refused, in this order: {@code same-person}, {@code nothing-changes}, {@code no-such-rule},
     * {@code rule-out-of-range}, {@code rules-not-ahead}, {@code rules-out-of-order}.
     *
     * @param from the day from which it is in force (KST): after today, and not before that of an earlier version
     */
    record AdoptVersion(LocalDate from, RuleChanges changes, StaffId proposedBy, StaffId approvedBy)
            implements RuleBookCommand {}
}

package kr.dure.api.rulebook;

import java.util.Set;
import kr.dure.api.access.Role;
import kr.dure.api.approval.Agreement;
import kr.dure.api.approval.Kind;
import kr.dure.core.ledger.Command;
import kr.dure.core.rulebook.RuleBookCommand.AdoptVersion;

/** An officer or an operator proposes a version, another one approves it. */
public final class RuleBookVersions implements Kind<RuleBookVersion> {
    static final Role[] STAFF = {Role.OFFICER, Role.OPERATOR};

    @Override
    public String name() {
        return "rule-book-version";
    }

    @Override
    public Class<RuleBookVersion> content() {
        return RuleBookVersion.class;
    }

    @Override
    public Set<Role> approvers() {
        return Set.of(STAFF);
    }

    @Override
    public Command command(RuleBookVersion version, Agreement agreement) {
        return new AdoptVersion(version.from(), version.rules(), agreement.proposedBy(), agreement.approvedBy());
    }
}

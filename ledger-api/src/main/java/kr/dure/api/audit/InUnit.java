package kr.dure.api.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import kr.dure.core.account.Account;
import kr.dure.core.account.Posting;
import kr.dure.core.money.Unit;

/** An account in one unit. */
record InUnit(String account, String unit) {
    static InUnit of(Posting posting) {
        return new InUnit(posting.account().name(), posting.unit().name());
    }

    static InUnit of(Account account, Unit unit) {
        return new InUnit(account.name(), unit.name());
    }

    /** From a row that begins with account and unit. */
    static InUnit read(ResultSet row) throws SQLException {
        return new InUnit(row.getString(1), row.getString(2));
    }

    @Override
    public String toString() {
        return account + " in " + unit;
    }
}

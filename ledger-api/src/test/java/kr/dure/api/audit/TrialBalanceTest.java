package kr.dure.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dure.api.audit.JournalFold.Balance;
import org.junit.jupiter.api.Test;

class TrialBalanceTest {
    private final Map<InUnit, Balance> balances = new LinkedHashMap<>();

    private TrialBalanceTest with(String account, String unit, long amount) {
        balances.put(new InUnit(account, unit), new Balance(amount, LocalDate.EPOCH));
        return this;
    }

    private List<String> differences() {
        var differences = new Differences();
        new TrialBalance(differences).check(balances);
        return differences.result(0).differences();
    }

    @Test
    void liabilitiesAreCoveredByMoneyAndByWhatPayersOwe() {
        with("bank:operating", "KRW", -92)
                .with("receivable:incentive:nation", "KRW", -3)
                .with("receivable:incentive:city", "KRW", -7)
                .with("wallet:영희", "KRW", 100)
                .with("fund:city", "KRW", 2);

        assertThat(differences()).isEmpty();
    }

    @Test
    void aUnitThatDoesNotAddUpIsNamed() {
        with("points:영희", "POINT", 100).with("issued:points:클린하우스", "POINT", -90);

        assertThat(differences()).containsExactly("the trial balance in POINT: the log says 0, found 10");
    }

    @Test
    void moneyThatIsMissingIsNamedWithBothSides() {
        with("bank:operating", "KRW", -92).with("wallet:영희", "KRW", 100);

        assertThat(differences())
                .contains("liabilities are 100 KRW, money on the operating account and what payers owe 92 KRW");
    }

    @Test
    void whatIsBelowZeroIsNamedButForTheFundAndTheTimeBank() {
        with("wallet:영희", "KRW", -5)
                .with("fund:city", "KRW", -5)
                .with("bank:operating", "KRW", 10)
                .with("minutes:영희", "MINUTE", -45)
                .with("minutes:철수", "MINUTE", 45);

        assertThat(differences()).containsExactly("wallet:영희 in KRW is below zero: -5");
    }

    @Test
    void whatIsStillOnItsWayIsNamed() {
        with("transit:gift", "KRW", 5).with("bank:operating", "KRW", -5);

        assertThat(differences()).containsExactly("transit:gift in KRW still holds 5");
    }

    @Test
    void anAccountOfNoKnownClassIsNamed() {
        with("mattress:1", "KRW", 5).with("bank:operating", "KRW", -5);

        assertThat(differences()).contains("mattress:1 in KRW is of no known class, and holds 5");
    }
}

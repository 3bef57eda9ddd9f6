package kr.dure.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import kr.dure.api.BusyTown;
import kr.dure.api.ReadSide;
import kr.dure.api.TestDatabase;
import kr.dure.api.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Nothing can be changed in log or tables that is not found out and named. */
class VerificationTest {
    private static final List<String> TABLES = ReadSide.MONEY_TABLES;

    private static TestDatabase busy;

    @BeforeAll
    static void runATown() throws Exception {
        try (var town = BusyTown.open()) {
            busy = town.database();
            busy.keep();
        }
    }

    @AfterEach
    void repair() throws SQLException {
        busy.restore();
    }

    private static Verification.Result verified() throws SQLException {
        return verified(List.of());
    }

    private static Verification.Result verified(List<Supplier<? extends Collection<String>>> furtherChecks)
            throws SQLException {
        try (var log = busy.log()) {
            return new Verification(log, Town.codec(), busy.app(), furtherChecks).run();
        }
    }

    private static List<String> differencesAfter(String damage) throws SQLException {
        busy.damage(damage);
        return verified().differences();
    }

    @Test
    void aLedgerThatNobodyTouchedAgrees() throws SQLException {
        var result = verified();

        assertThat(result.differences()).isEmpty();
        assertThat(result.count()).isZero();
        assertThat(result.position()).isEqualTo(50);
        assertThat(result.checked())
                .containsEntry("events", 50L)
                .containsEntry("postings", 108L)
                .containsEntry("pots", 11L)
                .containsEntry("wallets", 3L)
                .allSatisfy((what, number) -> assertThat(number).as(what).isPositive());
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void aRowThatIsGoneIsNamed(String table) throws SQLException {
        assertThat(differencesAfter(
                        "delete from read.%s where ctid = (select min(ctid) from read.%<s)".formatted(table)))
                .anyMatch(difference ->
                        difference.contains("found nothing") || difference.startsWith("postings, position 7"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            posting       ; line             ; line + 10             ; postings, position 7
            posting       ; account          ; account || 'x'        ; postings, position
            posting       ; unit             ; 'POINT'               ; postings, position
            posting       ; amount           ; amount + 1            ; journal sums,
            balance       ; amount           ; amount + 1            ; balances,
            balance       ; day              ; day + 1               ; balances,
            daily_balance ; amount           ; amount + 1            ; the closing balances of 2026-10-
            daily_balance ; day              ; day - 30              ; the closing balances of 2026-09-
            flow          ; credits          ; credits + 1           ; flows,
            flow          ; debits           ; debits + 1            ; flows,
            flow          ; type             ; type || 'x'           ; flows,
            wallet        ; holder           ; 'NOBODY'              ; wallets, wallet
            wallet        ; dong             ; 'elsewhere'           ; wallets, wallet
            wallet        ; age              ; 'MINOR'               ; wallets, wallet
            wallet        ; guardian_consent ; not guardian_consent  ; wallets, wallet
            wallet        ; frozen           ; not frozen            ; wallets, wallet
            wallet        ; opened_at        ; opened_at + 1         ; wallets, wallet
            wallet        ; wallet           ; wallet || 'x'         ; wallets, 영희x
            pot           ; kind             ; 'POLICY'              ; pots, pot
            pot           ; face             ; face + 1              ; pots, pot
            pot           ; paid             ; paid + 1              ; pots, pot
            pot           ; remaining        ; remaining + 1         ; pots, pot
            pot           ; held             ; held + 1              ; pots, pot
            pot           ; expires_on       ; expires_on + 1        ; pots, pot
            pot           ; renewed          ; not renewed           ; pots, pot
            pot           ; incentive        ; 'another'             ; pots, pot
            pot           ; touched          ; not touched           ; pots, pot
            pot           ; kept_until       ; kept_until + 1        ; pots, pot
            hold          ; merchant         ; 'another'             ; holds, hold
            hold          ; amount           ; amount + 1            ; holds, hold
            hold          ; parts            ; jsonb '[[1, 9000]]'   ; holds, hold
            hold          ; placed_at        ; placed_at + 1         ; holds, time of hold
            hold          ; lapses_at        ; lapses_at + 1         ; holds, hold
            point_account ; points           ; points + 1            ; points, points:영희
            member        ; minutes          ; minutes + 1           ; members, minutes:
            member        ; provided         ; provided + 1          ; members, minutes:
            member        ; joined_at        ; joined_at + 1         ; members, minutes:
            merchant      ; dong             ; 'elsewhere'           ; merchants, merchant
            merchant      ; trade            ; 'gambling'            ; merchants, merchant
            merchant      ; policy_only      ; not policy_only       ; merchants, merchant
            merchant      ; suspended        ; not suspended         ; merchants, merchant
            merchant      ; open             ; open + 1              ; merchants, merchant
            merchant      ; in_batch         ; in_batch + 1          ; merchants, merchant
            merchant      ; paid             ; paid + 1              ; merchants, merchant
            merchant      ; registered_at    ; registered_at + 1     ; merchants, merchant
            batch         ; waiting          ; waiting + 1           ; batches, 2026-10-2
            batch         ; paid             ; paid + 1              ; batches, 2026-10-2
            batch         ; rejected         ; rejected + 1          ; batches, 2026-10-2
            batch         ; drafted_at       ; drafted_at + 1        ; batches, 2026-10-2
            batch_item    ; amount           ; amount + 1            ; batch items,
            batch_item    ; answered_at      ; answered_at + 1       ; batch items,
            money_order   ; kind             ; 'PAYOUT'              ; orders, position
            money_order   ; wallet           ; 'another'             ; orders, position
            money_order   ; charge           ; 'another'             ; orders, position
            money_order   ; position         ; position + 100        ; orders, position
            fund          ; balance          ; balance + 1           ; fund accounts, fund:
            fund          ; spent            ; spent + 1             ; fund accounts, what was spent from
            programme     ; kind             ; 'POLICY'              ; programmes, 텃밭
            programme     ; basis            ; 'WAGE'                ; programmes,
            programme     ; rate_per_hour    ; rate_per_hour + 1     ; programmes,
            programme     ; monthly_cap      ; 1                     ; programmes,
            programme     ; expires_on       ; date '2030-01-01'     ; programmes,
            programme     ; opened_at        ; opened_at + 1         ; programmes,
            programme_line; place            ; place + 1             ; budget lines, budget:
            programme_line; payer            ; 'another'             ; budget lines, budget:
            programme_line; amount           ; amount + 1            ; budget lines, budget:
            programme_line; remaining        ; remaining + 1         ; budget lines, budget:
            """)
    void aValueThatWasChangedIsNamed(String table, String column, String value, String named) throws SQLException {
        assertThat(differencesAfter("update read.%s set %s = %s where ctid = (select ctid from read.%1$s"
                                .formatted(table, column, value)
                        + " where (" + column + ") is distinct from (" + value + ") and " + fits(table, column)
                        + " order by ctid limit 1)"))
                .isNotEmpty()
                .anyMatch(difference -> difference.startsWith(named));
    }

    /** What the table's own checks would not let anybody do is left out. */
    private static String fits(String table, String column) {
        return column.equals("held") ? "remaining > held" : column.equals("answered_at") ? "answered_at > 0" : "true";
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            delete from ledger.event where position = 20                                           ; the log goes from position 19 to 21
            update ledger.event set at = at - 1 where position = 11                                ; time goes back at position 11
            update ledger.event set sequence = 100 where stream = 'wallet/철수' and sequence = 1   ; stream wallet/철수 goes on with sequence
            update ledger.event set payload = '{}' where position = 8                              ; the event at position 8 cannot be read
            update ledger.event set payload = replace(payload, '3000', '3001') where type = 'wallet.Donated' ; balances, wallet:철수 in KRW
            update ledger.event set payload = replace(payload, 'false', 'true') where position = 2 ; wallets, wallet 영희
            update ledger.event set type = 'wallet.WalletFrozen' where position = 3                ; the event at position 3 cannot be read
            update read.projection set at = at + 1                                                 ; projection, time
            update read.projection set halted_at = 51, error = 'why'                               ; the projection is halted at position 51: why
            """)
    void aChangeOfTheLogIsNamed(String damage, String named) throws SQLException {
        assertThat(differencesAfter(damage)).anyMatch(difference -> difference.startsWith(named));
    }

    @Test
    void anOperationThatWasAnsweredTwiceIsNamed() throws SQLException {
        busy.damage("drop index ledger.event_once_per_operation");

        assertThat(differencesAfter("update ledger.event set operation = 'op1' where operation = 'op2'"))
                .contains("operation op1 was answered 2 times");
    }

    @Test
    void whatOthersFindIsNamedToo() throws SQLException {
        assertThat(verified(List.of(() -> List.of("fsync is off, should be on")))
                        .differences())
                .containsExactly("fsync is off, should be on");
    }
}

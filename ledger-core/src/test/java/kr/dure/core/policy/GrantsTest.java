package kr.dure.core.policy;

import static kr.dure.core.Town.CHEOLSU;
import static kr.dure.core.Town.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dure.core.Town;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Answer.Accepted;
import kr.dure.core.eventlog.Answer.Refused;
import kr.dure.core.eventlog.MemoryLog;
import kr.dure.core.id.BudgetLine;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.Payer;
import kr.dure.core.id.ProgrammeId;
import kr.dure.core.id.StaffId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Won;
import kr.dure.core.policy.PolicyCommand.GrantToMany;
import kr.dure.core.policy.PolicyCommand.Item;
import kr.dure.core.policy.PolicyEvent.GrantsApproved;
import kr.dure.core.programme.Basis;
import kr.dure.core.programme.Draw;
import kr.dure.core.programme.ProgrammeCommand.OpenProgramme;
import kr.dure.core.programme.ProgrammeKind;
import kr.dure.core.programme.Terms;
import kr.dure.core.wallet.NewPot;
import kr.dure.core.wallet.PotKind;
import kr.dure.core.wallet.WalletEvent.PolicyGranted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relief money of ₩1,000 from the nation and ₩500 from the city, which Kim submits and Park approves. */
class GrantsTest {
    private static final ProgrammeId RELIEF = new ProgrammeId("재난지원금");
    private static final OperationId BATCH = new OperationId("지급 1");
    private static final StaffId KIM = new StaffId("kim");
    private static final StaffId PARK = new StaffId("park");
    private static final BudgetLine NATION = new BudgetLine("국비");
    private static final BudgetLine CITY = new BudgetLine("시비");

    private final MemoryLog log = new MemoryLog();
    private final Town town = new Town(log).withItsPeople();

    @BeforeEach
    void open() {
        town.does(programme(RELIEF, ProgrammeKind.POLICY));
    }

    private static OpenProgramme programme(ProgrammeId programme, ProgrammeKind kind) {
        var lines = List.of(
                new Terms.Line(NATION, new Payer("nation"), Won.of(1_000)),
                new Terms.Line(CITY, new Payer("city"), Won.of(500)));
        return new OpenProgramme(
                programme, new Terms(kind, Basis.GRANT, lines, 0, null, Map.of(), Set.of(), Town.date("2026-12-31")));
    }

    @AfterEach
    void close() {
        town.close();
    }

    private Answer grants(StaffId approvedBy, Item... items) {
        return town.does(BATCH, new GrantToMany(BATCH, RELIEF, KIM, approvedBy, List.of(items)));
    }

    private static Item item(WalletId wallet, long amount) {
        return new Item(wallet, Won.of(amount));
    }

    private static PolicyGranted granted(WalletId wallet, long amount, Draw... draws) {
        var pot = NewPot.of(1, PotKind.POLICY, Won.of(amount), Town.date("2026-12-31"));
        return new PolicyGranted(wallet, BATCH, RELIEF, List.of(draws), pot);
    }

    private static Draw draw(BudgetLine line, long amount) {
        return new Draw(line, Won.of(amount));
    }

    private void refuses(Answer answer, String code) {
        long head = log.head();
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(log.head()).isEqualTo(head);
        assertThat(town.events()).noneMatch(PolicyGranted.class::isInstance);
    }

    @Test
    void aBatchIsGrantedWholeAndSpillsFromLineToLine() {
        int head = (int) log.head();

        assertThat(grants(PARK, item(YOUNGHEE, 700), item(CHEOLSU, 700))).isInstanceOf(Accepted.class);

        List<LedgerEvent> events = town.events().subList(head, (int) log.head());
        assertThat(events)
                .containsExactly(
                        new GrantsApproved(BATCH, RELIEF, KIM, PARK, 2, Won.of(1_400)),
                        granted(YOUNGHEE, 700, draw(NATION, 700)),
                        granted(CHEOLSU, 700, draw(NATION, 300), draw(CITY, 400)));
        assertThat(log.read(head, 1).getFirst().stream()).isEqualTo("grants/지급 1");
    }

    @Test
    void aRepetitionGrantsNothingMore() {
        var first = grants(PARK, item(YOUNGHEE, 700));
        long head = log.head();

        assertThat(grants(PARK, item(YOUNGHEE, 700))).isEqualTo(first);
        assertThat(log.head()).isEqualTo(head);
    }

    @Test
    void whoSubmitsDoesNotApprove() {
        refuses(grants(KIM, item(YOUNGHEE, 1)), "same-person");
    }

    @Test
    void oneUnknownWalletStopsAll() {
        refuses(grants(PARK, item(YOUNGHEE, 1), item(new WalletId("없음"), 1)), "wallet-unknown");
    }

    @Test
    void theBudgetIsCheckedInWhole() {
        refuses(grants(PARK, item(YOUNGHEE, 1_000), item(CHEOLSU, 501)), "budget-exhausted");
    }

    @Test
    void onlyAPolicyProgrammeGrants() {
        var care = new ProgrammeId("돌봄");
        town.does(programme(care, ProgrammeKind.PARTICIPATION));

        refuses(town.does(BATCH, new GrantToMany(BATCH, care, KIM, KIM, List.of(item(YOUNGHEE, 1)))), "wrong-kind");
        var none = new ProgrammeId("없음");
        var other = new OperationId("지급 2");
        refuses(
                town.does(other, new GrantToMany(other, none, KIM, KIM, List.of(item(YOUNGHEE, 1)))),
                "programme-unknown");
    }
}

package kr.dure.core.rulebook;

import static kr.dure.core.Town.BAKERY;
import static kr.dure.core.Town.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import kr.dure.core.Town;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Answer.Accepted;
import kr.dure.core.eventlog.Answer.Refused;
import kr.dure.core.eventlog.MemoryLog;
import kr.dure.core.eventlog.SnapshotCodec;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StaffId;
import kr.dure.core.money.Won;
import kr.dure.core.rulebook.RuleBookCommand.AdoptVersion;
import kr.dure.core.rulebook.RuleBookEvent.VersionAdopted;
import kr.dure.core.wallet.WalletEvent.Charged;
import kr.dure.core.wallet.WalletEvent.MerchantPaid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The city's council gives a 20 % discount on charges from 5 November on: Kim proposes it, Park approves. */
class RuleBookTest {
    private static final StaffId KIM = new StaffId("kim");
    private static final StaffId PARK = new StaffId("park");
    private static final Instant NOVEMBER_4 = at("2026-11-04T23:59:59+09:00");
    private static final Instant NOVEMBER_5 = at("2026-11-05T00:00:00+09:00");
    private static final String DISCOUNT =
            "{\"chargeIncentive\":{\"percent\":20,\"residentPercent\":50},\"cashback\":null}";

    private final MemoryLog log = new MemoryLog();
    private Town town = new Town(log).withItsPeople().at(NOVEMBER_4);

    @AfterEach
    void close() {
        town.close();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static RuleChanges changes(String json) {
        return new RuleChanges((ObjectNode) JsonMapper.shared().readTree(json));
    }

    private static AdoptVersion version(String from, String changes) {
        return new AdoptVersion(Town.date(from), changes(changes), KIM, PARK);
    }

    private Answer adopts(String from, String changes) {
        return town.does(version(from, changes));
    }

    private void refuses(Answer answer, String code) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(town.events()).noneMatch(VersionAdopted.class::isInstance);
    }

    private Charged charges() {
        assertThat(town.charges(YOUNGHEE, 10_000)).isInstanceOf(Accepted.class);
        return (Charged) town.lastEvent();
    }

    @Test
    void aChargeBeforeTheDayAndOneOnItAreDecidedByDifferentRules() {
        assertThat(adopts("2026-11-05", DISCOUNT)).isInstanceOf(Accepted.class);
        assertThat(town.lastEvent())
                .isEqualTo(new VersionAdopted(3, Town.date("2026-11-05"), changes(DISCOUNT), KIM, PARK));

        var before = charges();
        assertThat(before.paid()).isEqualTo(Won.of(10_000));
        assertThat(before.rules()).isEqualTo(2);

        town.at(NOVEMBER_5);
        var on = charges();
        assertThat(on.paid()).isEqualTo(Won.of(9_000));
        assertThat(on.fundPart()).isEqualTo(Won.of(1_000));
        assertThat(on.rules()).isEqualTo(3);
    }

    @Test
    void whatAVersionDoesNotNameStaysAsItWas() {
        adopts("2026-11-05", DISCOUNT);
        town.at(NOVEMBER_5);
        charges();

        assertThat(town.pays(YOUNGHEE, BAKERY, 1_000)).isInstanceOf(Accepted.class);
        var paid = (MerchantPaid) town.lastEvent();
        assertThat(paid.contribution()).as("0.5 % as ever").isEqualTo(Won.of(5));
        assertThat(paid.cashback()).as("abolished").isNull();
    }

    @Test
    void aWriterThatStartsAnewKnowsTheVersionsAndDecidesTheSame() {
        adopts("2026-11-05", DISCOUNT);
        adopts("2026-11-06", "{\"chargeIncentive\":null}");
        town.at(NOVEMBER_5);
        var before = charges();
        var events = town.events();
        town.close();

        town = new Town(log).at(NOVEMBER_5);

        assertThat(town.events()).as("replay changes nothing").isEqualTo(events);
        var after = charges();
        assertThat(after.paid()).isEqualTo(before.paid());
        assertThat(after.rules()).isEqualTo(3);
        town.at(at("2026-11-06T00:00:00+09:00"));
        assertThat(charges().rules()).isEqualTo(4);
    }

    @Test
    void aCheckpointKeepsTheVersions() {
        var book = RuleBook.byDefault();
        book.fold(new VersionAdopted(3, Town.date("2026-11-05"), changes(DISCOUNT), KIM, PARK), NOVEMBER_4);
        var codec = new SnapshotCodec();

        var read = codec.read(codec.write(book), RuleBook.class);

        assertThat(read.versions()).isEqualTo(book.versions()).hasSize(3);
        assertThat(read.on(Town.date("2026-11-04")).version()).isEqualTo(2);
        assertThat(read.on(Town.date("2026-11-05")).cashback()).isNull();
        assertThat(codec.write(read)).isEqualTo(codec.write(book));
    }

    @Test
    void aVersionThatIsOnlyTriedIsInForceForNobody() {
        var id = new OperationId("tried");
        assertThat(town.rehearses(id, version("2026-11-05", DISCOUNT))).isInstanceOf(Accepted.class);

        town.at(NOVEMBER_5);
        assertThat(charges().rules()).isEqualTo(2);
        assertThat(adopts("2026-11-06", DISCOUNT)).isInstanceOf(Accepted.class);
        assertThat(((VersionAdopted) town.lastEvent()).version()).isEqualTo(3);
    }

    @Test
    void aNewerVersionOfTheSameDayTakesItsPlaceAndBuildsUponIt() {
        adopts("2026-11-05", DISCOUNT);
        adopts("2026-11-05", "{\"chargeIncentive\":{\"percent\":10,\"residentPercent\":100}}");
        town.at(NOVEMBER_5);

        var charged = charges();
        assertThat(charged.paid()).isEqualTo(Won.of(9_000));
        assertThat(charged.fundPart()).isEqualTo(Won.ZERO);
        assertThat(charged.rules()).isEqualTo(4);
        assertThat(town.pays(YOUNGHEE, BAKERY, 1_000)).isInstanceOf(Accepted.class);
        assertThat(((MerchantPaid) town.lastEvent()).cashback())
                .as("still abolished")
                .isNull();
    }

    @Test
    void whoProposesDoesNotApprove() {
        refuses(town.does(new AdoptVersion(Town.date("2026-11-05"), changes(DISCOUNT), KIM, KIM)), "same-person");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-04", "2026-11-03", "2020-01-01"})
    void rulesAreNotInForceTodayOrEarlier(String from) {
        refuses(adopts(from, DISCOUNT), "rules-not-ahead");
    }

    @Test
    void rulesDoNotComeBeforeThoseOfAnEarlierVersion() {
        adopts("2026-11-07", DISCOUNT);
        long head = log.head();

        assertThat(adopts("2026-11-06", DISCOUNT))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("rules-out-of-order"));
        assertThat(log.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{} | nothing-changes",
                "{\"holdMinute\":20} | no-such-rule",
                "{\"version\":9} | no-such-rule",
                "{\"holdMinutes\":0} | rule-out-of-range",
                "{\"holdMinutes\":\"20\"} | rule-out-of-range",
                "{\"holdMinutes\":20.0} | rule-out-of-range",
                "{\"holdMinutes\":null} | rule-out-of-range",
                "{\"nationPercent\":101} | rule-out-of-range",
                "{\"contributionPerMille\":-1} | rule-out-of-range",
                "{\"holdingLimit\":1000000000001} | rule-out-of-range",
                "{\"chargeIncentive\":{\"percent\":10}} | rule-out-of-range",
                "{\"chargeIncentive\":{\"percent\":10,\"residentPercent\":80,\"more\":1}} | rule-out-of-range",
                "{\"cashback\":{\"tiers\":[],\"residentPercent\":80,\"potYears\":1}} | rule-out-of-range",
                "{\"bagPrices\":{\"10\":240}} | rule-out-of-range",
                "{\"excludedTrades\":[\"a\",\"a\"]} | rule-out-of-range",
                "{\"holdMinutes\":0,\"nonsense\":1} | no-such-rule"
            })
    void whatCannotBeARuleIsRefusedByName(String changes, String code) {
        refuses(adopts("2026-11-05", changes), code);
    }

    @Test
    void everyRuleHasARange() {
        var rules = Arrays.stream(Rules.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("version"))
                .toList();

        assertThat(RuleRanges.OF_RULES.keySet()).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void theRulesThatAnIssuerStartsWithAreInTheirRanges() {
        var mapper = JsonMapper.shared();
        for (Rules rules : RuleBook.byDefault().versions().values()) {
            ObjectNode written = mapper.valueToTree(rules);
            written.remove("version");
            assertThat(new RuleChanges(written).unfit()).isEqualTo(List.of());
        }
    }
}

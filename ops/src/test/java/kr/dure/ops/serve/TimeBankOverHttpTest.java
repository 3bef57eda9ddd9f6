package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Younghee and Cheolsu help each other; both have joined, with 300 minutes each. */
class TimeBankOverHttpTest {
    private static final String LISTINGS = "/time-bank/listings";
    private static final String MATCHES = "/time-bank/matches/";
    private static final String OFFER = """
            {"wallet":"영희","kind":"OFFER","activity":"자전거 수리","minutes":%d}""";

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
        assertThat(town.post(YOUNGHEE, "/time-bank/members", "{\"wallet\":\"영희\"}")
                        .status())
                .isEqualTo(201);
        var joined = town.post(CHEOLSU, "/time-bank/members", "{\"wallet\":\"철수\"}");
        assertThat(joined.status()).as(joined.toString()).isEqualTo(201);
        assertThat(joined.body().path("minutes").asLong()).isEqualTo(300);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static String offered(long minutes) throws Exception {
        var offer = town.post(YOUNGHEE, LISTINGS, OFFER.formatted(minutes));
        assertThat(offer.status()).as(offer.toString()).isEqualTo(201);
        return offer.body().path("listing").asString();
    }

    /** Cheolsu takes up an offer of Younghee's. */
    private static String matched(long minutes) throws Exception {
        var match = town.post(CHEOLSU, LISTINGS + "/" + offered(minutes) + "/matches", "{\"wallet\":\"철수\"}");
        assertThat(match.status()).as(match.toString()).isEqualTo(201);
        assertThat(match.body().path("requester").asString()).isEqualTo("철수");
        assertThat(match.body().path("provider").asString()).isEqualTo("영희");
        return match.body().path("match").asString();
    }

    private static String done(long minutes) throws Exception {
        String match = matched(minutes);
        assertThat(town.post(YOUNGHEE, MATCHES + match + "/done", "")
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("DONE");
        return match;
    }

    private static long minutes(String who, String name, Reply after) throws Exception {
        return town.get(who, wallet(name), "Dure-Position", after.header("Dure-Position"))
                .body()
                .path("minutes")
                .asLong();
    }

    @Test
    void minutesMoveWhenHelpIsConfirmedAndOnlyOnce() throws Exception {
        String match = done(20);
        String key = key();
        long before = town.get(CHEOLSU, wallet("철수")).body().path("minutes").asLong();

        var confirmed = town.post(CHEOLSU, MATCHES + match + "/confirmation", key, "");

        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(201);
        assertThat(minutes(CHEOLSU, "철수", confirmed)).isEqualTo(before - 20);
        assertThat(town.post(CHEOLSU, MATCHES + match + "/confirmation", key, "")
                        .body())
                .as("repeated")
                .isEqualTo(confirmed.body());
        assertThat(town.post(CHEOLSU, MATCHES + match + "/confirmation", "").code())
                .isEqualTo("match-not-ready");
        assertThat(minutes(CHEOLSU, "철수", confirmed)).isEqualTo(before - 20);
        String help = confirmed.header("Location").substring("/api/v1".length());
        assertThat(town.get(YOUNGHEE, help).body()).isEqualTo(confirmed.body());
    }

    @Test
    void eachStepIsForWhomItIs() throws Exception {
        String match = matched(10);

        assertThat(town.post(CHEOLSU, MATCHES + match + "/confirmation", "").code())
                .isEqualTo("match-not-ready");
        assertThat(town.post(CHEOLSU, MATCHES + match + "/done", "").code()).isEqualTo("not-allowed");
        assertThat(town.get("resident:누구", MATCHES + match).status()).isEqualTo(404);
        town.post(YOUNGHEE, MATCHES + match + "/done", "");
        assertThat(town.post(YOUNGHEE, MATCHES + match + "/confirmation", "").code())
                .isEqualTo("not-allowed");
        assertThat(town.post(CHEOLSU, MATCHES + match + "/withdrawal", "").code())
                .isEqualTo("match-not-ready");
    }

    /** Cheolsu helped nobody before, so he owes nothing: 300 minutes are all that he can give. */
    @Test
    void whatIsRefusedCanBeConfirmedLater() throws Exception {
        String match = done(100_000);

        var refused = town.post(CHEOLSU, MATCHES + match + "/confirmation", "");

        assertThat(refused.code()).isEqualTo("overdraft-limit");
        assertThat(town.post(CHEOLSU, MATCHES + match + "/confirmation", "").code())
                .isEqualTo("overdraft-limit");
    }

    /** Somebody confirmed, and died before the board heard of it. */
    @Test
    void aConfirmationThatTheBoardMissedIsNotDoneTwice() throws Exception {
        String match = done(5);
        var confirmed = town.post(CHEOLSU, MATCHES + match + "/confirmation", "");
        town.execute("update timebank.match set state = 'DONE' where id = '" + match + "'");

        assertThat(town.post(CHEOLSU, MATCHES + match + "/confirmation", "").code())
                .isEqualTo("match-not-ready");

        assertThat(town.get(CHEOLSU, MATCHES + match).body().path("state").asString())
                .isEqualTo("CONFIRMED");
        assertThat(confirmed.status()).isEqualTo(201);
    }

    /** Somebody was about to confirm, and died before the ledger heard of it. */
    @Test
    void aConfirmationThatTheLedgerMissedDoesNotStandInTheWay() throws Exception {
        String match = done(5);
        town.execute("update timebank.match set confirming = 'lost-" + match + "' where id = '" + match + "'");

        assertThat(town.post(CHEOLSU, MATCHES + match + "/confirmation", "").status())
                .isEqualTo(201);
    }

    @Test
    void aListingIsTakenOnce() throws Exception {
        String listing = offered(15);
        assertThat(town.get(CHEOLSU, LISTINGS + "?kind=OFFER")
                        .body()
                        .path("items")
                        .toString())
                .contains(listing);
        assertThat(town.post(YOUNGHEE, LISTINGS + "/" + listing + "/matches", "{\"wallet\":\"영희\"}")
                        .code())
                .isEqualTo("same-wallet");
        String key = key();
        var match = town.post(CHEOLSU, LISTINGS + "/" + listing + "/matches", key, "{\"wallet\":\"철수\"}");

        assertThat(town.post(CHEOLSU, LISTINGS + "/" + listing + "/matches", key, "{\"wallet\":\"철수\"}")
                        .body())
                .as("repeated")
                .isEqualTo(match.body());
        assertThat(town.post(CHEOLSU, LISTINGS + "/" + listing + "/matches", "{\"wallet\":\"철수\"}")
                        .code())
                .isEqualTo("listing-closed");
        assertThat(town.get(CHEOLSU, LISTINGS + "?kind=OFFER")
                        .body()
                        .path("items")
                        .toString())
                .doesNotContain(listing);
    }

    @Test
    void aKeyIsForOneListing() throws Exception {
        String key = key();
        var first = town.post(YOUNGHEE, LISTINGS, key, OFFER.formatted(10));

        assertThat(town.post(YOUNGHEE, LISTINGS, key, OFFER.formatted(10)).body())
                .isEqualTo(first.body());
        assertThat(town.post(YOUNGHEE, LISTINGS, key, OFFER.formatted(11)).code())
                .isEqualTo("id-reused");
        String listing = LISTINGS + "/" + first.body().path("listing").asString();
        assertThat(town.post(CHEOLSU, listing + "/removal", "").code()).isEqualTo("not-allowed");
        assertThat(town.post(YOUNGHEE, listing + "/removal", "")
                        .body()
                        .path("open")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void minutesAreGivenAway() throws Exception {
        var given = town.post(YOUNGHEE, "/time-bank/donations", "{\"from\":\"영희\",\"to\":\"철수\",\"minutes\":7}");

        assertThat(given.status()).as(given.toString()).isEqualTo(201);
        assertThat(town.get(YOUNGHEE, given.header("Location").substring("/api/v1".length()))
                        .body())
                .isEqualTo(given.body());
        assertThat(town.post(YOUNGHEE, "/time-bank/donations", "{\"from\":\"철수\",\"to\":\"영희\",\"minutes\":7}")
                        .code())
                .isEqualTo("not-allowed");
    }
}

package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.BAKERY;
import static kr.dure.ops.serve.HttpTown.CAFE;
import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kr.dure.core.ledger.Moment;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Younghee and the shops listen to what happens. */
class LiveOverHttpTest {
    private static final String CLERK = "clerk:두레빵집/김점원";
    private static final String YOUNGHEES = wallet("영희") + "/events";
    private static final String SHOPS = "/pos/events";
    private static final String LONGEST_PAST = "dure.live.longest-past";

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        System.setProperty(LONGEST_PAST, "2000");
        town = new HttpTown(folder);
        town.run("""
                {"at":"2026-11-01T09:06:00+09:00","id":"c2","op":"charge","wallet":"영희","amount":100000,"funding":"deposit-2"}
                """);
    }

    @AfterAll
    static void close() {
        town.close();
        System.clearProperty(LONGEST_PAST);
    }

    private static Hearing listen(String who, String path, String after) throws Exception {
        return new Hearing(town.request(path), town.token(who), after);
    }

    private static Hearing listen(String who, String path) throws Exception {
        return new Hearing(town.request(path), town.token(who), null);
    }

    private static Reply pay(String merchant, int amount) throws Exception {
        var paid = town.post(
                YOUNGHEE,
                "/payments",
                "{\"wallet\":\"영희\",\"merchant\":\"%s\",\"amount\":%d}".formatted(merchant, amount));
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        return paid;
    }

    private static long position(Reply reply) {
        return Long.parseLong(reply.header("Dure-Position"));
    }

    // ------------------------------------------------------------------------------------------------ hearing

    @Test
    void aWalletsHolderHearsWhatTheStatementWillSay() throws Exception {
        try (var whole = listen(YOUNGHEE, YOUNGHEES, "0");
                var fresh = listen(YOUNGHEE, YOUNGHEES)) {
            assertThat(fresh.status()).isEqualTo(200);
            assertThat(fresh.header("Content-Type")).startsWith("text/event-stream");
            assertThat(fresh.header("Cache-Control")).isEqualTo("no-store");
            assertThat(fresh.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(fresh.header("X-Content-Type-Options")).isEqualTo("nosniff");

            var paid = pay("찻집", 700);
            var gift = town.post(YOUNGHEE, "/gifts", "{\"from\":\"영희\",\"to\":\"철수\",\"amount\":50}");
            assertThat(gift.status()).as(gift.toString()).isEqualTo(201);
            await().untilAsserted(() -> {
                assertThat(fresh.kinds()).startsWith("payment").endsWith("gift-sent");
                assertThat(whole.positions()).contains(position(paid), position(gift));
            });

            var statement = town.get(
                            YOUNGHEE,
                            wallet("영희") + "/statement?from=2026-11-01&to=2026-12-31",
                            "Dure-Position",
                            Long.toString(position(gift)))
                    .body();
            List<String> lines = new ArrayList<>();
            for (var line : statement.path("lines")) {
                lines.add(line.path("at") + "" + line.path("kind") + line.path("id") + line.path("with")
                        + line.path("amount") + line.path("position"));
            }
            var heard = whole.events().stream()
                    .map(event -> {
                        var data = event.data();
                        assertThat(event.id()).isEqualTo(data.path("position").asString());
                        assertThat(event.kind()).isEqualTo(data.path("kind").asString());
                        return data.path("at") + "" + data.path("kind") + data.path("id") + data.path("with")
                                + data.path("amount") + data.path("position");
                    })
                    .toList();
            assertThat(heard).isEqualTo(lines);
        }
    }

    @Test
    void aShopHearsWhatHappensThereAndNothingElse(@TempDir Path folder) throws Exception {
        try (var elsewhere = new HttpTown(folder)) {
            var own = new Hearing(elsewhere.request(SHOPS), elsewhere.token(CLERK), null);
            var other = new Hearing(elsewhere.request(SHOPS), elsewhere.token(CAFE), null);
            try (own;
                    other) {
                String paid = payAt(elsewhere, "두레빵집", 2_000);
                payAt(elsewhere, "찻집", 100);
                String refund = "/payments/" + paid + "/refunds";
                assertThat(elsewhere.post(BAKERY, refund, "{\"amount\":300}").status())
                        .isEqualTo(201);
                String captured = hold(elsewhere, 500);
                assertThat(elsewhere
                                .post(CLERK, captured + "/capture", "{\"amount\":400}")
                                .status())
                        .isEqualTo(201);
                assertThat(elsewhere
                                .post(CLERK, hold(elsewhere, 200) + "/void", "")
                                .status())
                        .isEqualTo(201);
                hold(elsewhere, 150);
                var later = Instant.now();
                elsewhere.run(later(later, 31, """
                        "id":"p9","op":"pay","wallet":"영희","merchant":"두레빵집","amount":10"""));
                elsewhere.run(later(later, 32, """
                        "id":"s1","op":"suspend-merchant","merchant":"두레빵집\""""));
                elsewhere.run(later(later, 33, """
                        "id":"s2","op":"reinstate-merchant","merchant":"두레빵집\""""));
                elsewhere.run(later(later, 34, """
                        "id":"d1","op":"day-end","date":"%s\"""".formatted(dayOf(later.plus(Duration.ofMinutes(34))))));
                elsewhere.run(later(later, 35, """
                        "id":"b1","op":"bank-answer","batch":"%s","paid":["두레빵집"],"rejected":["찻집"]""".formatted(dayOf(later.plus(Duration.ofMinutes(34))))));

                await().untilAsserted(() -> assertThat(own.kinds())
                        .containsExactly(
                                "payment",
                                "refund",
                                "hold",
                                "capture",
                                "hold",
                                "hold-voided",
                                "hold",
                                "hold-lapsed",
                                "payment",
                                "suspended",
                                "reinstated",
                                "settlement-drafted",
                                "settlement-paid"));
                await().untilAsserted(() -> assertThat(other.kinds())
                        .containsExactly("payment", "settlement-drafted", "settlement-rejected"));
                assertThat(own.events().get(1).data().path("payment").asString())
                        .isEqualTo(paid);
                assertThat(own.events().get(1).data().path("amount").asLong()).isEqualTo(300);
                assertThat(captured)
                        .endsWith(own.events().get(3).data().path("hold").asString());
                assertThat(own.events())
                        .allSatisfy(event -> assertThat(
                                        event.data().path("merchant").asString())
                                .isEqualTo("두레빵집"));
                assertThat(own.positions()).isSorted();
            }
        }
    }

    private static String payAt(HttpTown where, String merchant, int amount) throws Exception {
        var paid = where.post(
                YOUNGHEE,
                "/payments",
                "{\"wallet\":\"영희\",\"merchant\":\"%s\",\"amount\":%d}".formatted(merchant, amount));
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        return paid.body().path("payment").asString();
    }

    private static String hold(HttpTown where, int amount) throws Exception {
        String code = where.post(YOUNGHEE, wallet("영희") + "/payment-codes", "")
                .body()
                .path("code")
                .asString();
        var held = where.post(CLERK, "/pos/holds", "{\"code\":\"%s\",\"amount\":%d}".formatted(code, amount));
        assertThat(held.status()).as(held.toString()).isEqualTo(201);
        return held.header("Location").substring("/api/v1".length());
    }

    private static String later(Instant start, int minutes, String operation) {
        return "{\"at\":\"" + start.plus(Duration.ofMinutes(minutes)) + "\"," + operation + "}\n";
    }

    private static String dayOf(Instant at) {
        return at.atZone(Moment.KST).toLocalDate().toString();
    }

    // ------------------------------------------------------------------------------------------------ coming back

    private static List<Long> paidAtTheCafe(long after) throws SQLException {
        List<Long> positions = new ArrayList<>();
        try (var connection = town.reading().getConnection();
                var query = connection.prepareStatement("""
                        select position from ledger.event where type = 'wallet.MerchantPaid'
                        and payload like '%"merchant":"찻집"%' and position > ? order by position""")) {
            query.setLong(1, after);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
        }
        return positions;
    }

    @Test
    void whoeverComesBackAgainAndAgainHearsEachPaymentOnceAndInOrder() throws Exception {
        long before = position(pay("찻집", 1));
        String last = Long.toString(before);
        List<Long> heard = new ArrayList<>();
        Callable<Void> payer = () -> {
            for (int i = 0; i < 60; i++) {
                pay(i % 3 == 0 ? "두레빵집" : "찻집", 1);
            }
            return null;
        };
        try (var payers = Executors.newFixedThreadPool(4)) {
            var paying =
                    IntStream.range(0, 4).mapToObj(i -> payers.submit(payer)).toList();
            int visits = 0;
            while (heard.size() < 160) {
                try (var visit = listen(CAFE, SHOPS, last)) {
                    int some = Math.min(1 + visits++ % 7, 160 - heard.size());
                    await().pollInterval(Duration.ofMillis(1))
                            .until(() -> visit.events().size() >= some);
                    var soFar = visit.positions();
                    heard.addAll(soFar);
                    last = Long.toString(soFar.getLast());
                }
            }
            for (var done : paying) {
                done.get();
            }
            assertThat(visits).isGreaterThan(3);
        }

        assertThat(heard).isEqualTo(paidAtTheCafe(before)).hasSize(160);
    }

    @Test
    void aRestartLosesNothing() throws Exception {
        String last;
        try (var before = listen(CAFE, SHOPS)) {
            long first = position(pay("찻집", 2));
            await().untilAsserted(() -> assertThat(before.positions()).contains(first));
            last = before.lastId();
            long unheard = position(pay("찻집", 3));
            town.restart();
            await().untilAsserted(() -> assertThat(before.hasEnded()).isTrue());
            long second = position(pay("찻집", 4));

            try (var after = listen(CAFE, SHOPS, last);
                    var wallet = listen(YOUNGHEE, YOUNGHEES, last)) {
                long third = position(pay("찻집", 5));
                await().untilAsserted(() -> {
                    assertThat(after.positions()).containsExactly(unheard, second, third);
                    assertThat(wallet.positions()).contains(unheard, second, third);
                });
            }
        }
    }

    @Test
    void aQuietListenerComesBackFromWhereTheLogIsNow() throws Exception {
        try (var quiet = listen(CHEOLSU, wallet("철수") + "/events")) {
            long elsewhere = position(pay("찻집", 1));

            await().atMost(Duration.ofSeconds(25)).untilAsserted(() -> {
                assertThat(quiet.comments()).isPositive();
                assertThat(Long.parseLong(quiet.lastId())).isGreaterThanOrEqualTo(elsewhere);
            });
            assertThat(quiet.events()).isEmpty();
        }
    }

    @Test
    void aShopsPastIsLookedForOnlySoFarAndAWalletsHoweverFar() throws Exception {
        long head = town.count("ledger.event");
        StringBuilder gifts = new StringBuilder();
        for (int i = 0; i < 1_100; i++) {
            gifts.append("""
                    {"at":"%s","id":"g%d","op":"donate","wallet":"영희","amount":1,"account":"city"}
                    {"at":"%s","id":"f%d","op":"unfreeze-wallet","wallet":"철수"}
                    """.formatted(Instant.now(), i, Instant.now(), i));
        }
        town.run(gifts.toString());
        assertThat(town.count("ledger.event")).isGreaterThan(head + 2_000);

        try (var shop = listen(CAFE, SHOPS, Long.toString(head));
                var wallet = listen(YOUNGHEE, YOUNGHEES, Long.toString(head))) {
            assertThat(shop.status()).isEqualTo(410);
            assertThat(town.get(CAFE, SHOPS, "Last-Event-ID", "1").code()).isEqualTo("events-too-old");
            await().untilAsserted(() -> assertThat(wallet.kinds().stream().filter("donation"::equals))
                    .hasSize(1_100));
        }
    }

    // ------------------------------------------------------------------------------------------------ bounds

    @Test
    void nobodyHearsWhatIsNotTheirs() throws Exception {
        for (String who : List.of(CHEOLSU, BAKERY, CLERK, "officer:최주무")) {
            assertThat(town.get(who, YOUNGHEES).code()).as(who).isEqualTo("not-allowed");
        }
        for (String who : List.of(YOUNGHEE, OPERATOR, AUDITOR)) {
            assertThat(town.get(who, SHOPS).code()).as(who).isEqualTo("not-allowed");
        }
        assertThat(town.get(AUDITOR, wallet("아무개") + "/events").code()).isEqualTo("wallet-unknown");
        assertThat(town.get("merchant:없는가게", SHOPS).code()).isEqualTo("merchant-unknown");
        try (var auditor = listen(AUDITOR, YOUNGHEES)) {
            assertThat(auditor.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "0x1", "99999999999", "9999999999999999999", "1 or 1=1"})
    void whatIsNoIdOfAnEventIsSaid(String id) throws Exception {
        for (String path : List.of(YOUNGHEES, SHOPS)) {
            var answer = town.get(path.equals(SHOPS) ? CAFE : YOUNGHEE, path, "Last-Event-ID", id);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().path("errors").toString()).contains("Last-Event-ID");
        }
    }

    @Test
    void aCallerKeepsSoManyStreamsOpenAndNoMore() throws Exception {
        List<Hearing> open = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                open.add(listen(CHEOLSU, wallet("철수") + "/events"));
            }
            assertThat(open).allSatisfy(stream -> assertThat(stream.status()).isEqualTo(200));
            var eleventh = town.get(CHEOLSU, wallet("철수") + "/events");
            assertThat(eleventh.status()).isEqualTo(429);
            assertThat(eleventh.code()).isEqualTo("too-many-listeners");
            try (var another = listen(AUDITOR, wallet("철수") + "/events")) {
                assertThat(another.status()).isEqualTo(200);
            }
        } finally {
            for (var stream : open) {
                stream.close();
            }
        }
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            try (var again = listen(CHEOLSU, wallet("철수") + "/events")) {
                assertThat(again.status()).isEqualTo(200);
            }
        });
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        String token = town.tokenUntil(YOUNGHEE, Instant.now().plusSeconds(3));
        try (var stream = new Hearing(town.request(YOUNGHEES), token, null)) {
            assertThat(stream.status()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(8)).until(stream::hasEnded);
        }
    }
}

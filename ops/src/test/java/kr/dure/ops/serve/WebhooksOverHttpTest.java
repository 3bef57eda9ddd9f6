package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.BAKERY;
import static kr.dure.ops.serve.HttpTown.CAFE;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kr.dure.api.webhook.Deliveries;
import kr.dure.ops.serve.HttpTown.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Shops have what happens sent to servers of their own. */
class WebhooksOverHttpTest {
    private static final String LOOPBACK = "dure.webhooks.loopback";

    private static HttpTown town;
    private Receiver receiver;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        System.setProperty(LOOPBACK, "true");
        Awaitility.setDefaultTimeout(20, TimeUnit.SECONDS);
        town = new HttpTown(folder);
        town.run("""
                {"at":"2026-11-01T09:06:00+09:00","id":"c2","op":"charge","wallet":"영희","amount":100000,"funding":"deposit-2"}
                """);
    }

    @AfterAll
    static void close() {
        town.close();
        Awaitility.reset();
        System.clearProperty(LOOPBACK);
    }

    @BeforeEach
    void listen() throws Exception {
        receiver = new Receiver();
    }

    @AfterEach
    void removeAll() throws Exception {
        town.execute("update webhook.hook set removed_at = now() where removed_at is null");
        receiver.close();
    }

    private static String of(String merchant) {
        return "/merchants/" + URLEncoder.encode(merchant, StandardCharsets.UTF_8) + "/webhooks";
    }

    private static final String BAKERYS = of("두레빵집");
    private static final String CAFES = of("찻집");

    private static JsonNode added(String who, String path, String body) throws Exception {
        var added = town.post(who, path, body);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return added.body();
    }

    private static JsonNode added(String who, String path, Receiver receiver) throws Exception {
        return added(who, path, "{\"url\":\"" + receiver.url() + "\"}");
    }

    private static String path(JsonNode webhook) {
        return of(webhook.path("merchant").asString()) + "/"
                + webhook.path("webhook").asString();
    }

    private static long pay(String merchant, int amount) throws Exception {
        var paid = town.post(
                YOUNGHEE,
                "/payments",
                "{\"wallet\":\"영희\",\"merchant\":\"%s\",\"amount\":%d}".formatted(merchant, amount));
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        return Long.parseLong(paid.header("Dure-Position"));
    }

    private static JsonNode latest(JsonNode webhook) throws Exception {
        return town.get(OPERATOR, path(webhook) + "/deliveries")
                .body()
                .path("items")
                .path(0);
    }

    private static void awaitState(JsonNode webhook, String state) {
        await().untilAsserted(() ->
                assertThat(latest(webhook).path("state").asString()).isEqualTo(state));
    }

    /** As if the time had passed for which failed messages and their receivers rest. */
    private static void hurry() throws Exception {
        town.execute("update webhook.delivery set due_at = now() where state = 'WAITING'");
        town.execute("update webhook.hook set rests_until = '-infinity'");
    }

    // ------------------------------------------------------------------------------------------------ telling

    @Test
    void aShopIsToldWhatItWouldHearSigned() throws Exception {
        var webhook = added(BAKERY, BAKERYS, receiver);
        assertThat(webhook.path("secret").asString()).startsWith("whsec_");
        try (var hearing = new Hearing(town.request("/pos/events"), town.token(BAKERY), null)) {
            long position = pay("두레빵집", 700);
            pay("찻집", 5);

            await().until(() ->
                    !receiver.received().isEmpty() && !hearing.events().isEmpty());
            var message = receiver.received().getFirst();
            assertThat(message.position()).isEqualTo(position);
            assertThat(message.json().path("data"))
                    .isEqualTo(hearing.events().getFirst().data());
            assertThat(message.json().path("type").asString()).isEqualTo("payment");
            assertThat(message.json().path("id").asString()).isEqualTo(message.id());
            assertThat(message.headers().getFirst("Content-Type")).isEqualTo("application/json");
            assertThat(message.isSignedWith(webhook.path("secret").asString())).isTrue();
            assertThat(message.isSignedWith("whsec_AAAA")).isFalse();

            awaitState(webhook, "delivered");
            assertThat(receiver.received()).hasSize(1);
            assertThat(latest(webhook).path("status").asInt()).isEqualTo(200);
            assertThat(latest(webhook).path("attempts").asInt()).isEqualTo(1);
        }
    }

    @Test
    void onlyTheKindsThatItWants() throws Exception {
        added(BAKERY, BAKERYS, "{\"url\":\"%s\",\"events\":[\"refund\"]}".formatted(receiver.url()));
        var paid = town.post(YOUNGHEE, "/payments", "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":900}");
        String payment = paid.body().path("payment").asString();
        town.post(BAKERY, "/payments/" + payment + "/refunds", "{\"amount\":100}");

        await().until(() -> !receiver.received().isEmpty());
        assertThat(receiver.received()).hasSize(1);
        assertThat(receiver.received().getFirst().json().path("type").asString())
                .isEqualTo("refund");
    }

    @Test
    void oneAfterTheOtherInTheOrderOfTheLog() throws Exception {
        added(BAKERY, BAKERYS, receiver);
        for (int i = 0; i < 60; i++) {
            pay("두레빵집", 1);
        }

        await().until(() -> receiver.received().size() == 60);
        assertThat(receiver.positions()).isSorted().doesNotHaveDuplicates();
    }

    // ------------------------------------------------------------------------------------------------ trying again

    @Test
    void whatIsRejectedIsTriedAgainTheSame() throws Exception {
        var webhook = added(BAKERY, BAKERYS, receiver);
        receiver.answer(500);
        pay("두레빵집", 10);
        await().untilAsserted(() ->
                assertThat(latest(webhook).path("attempts").asInt()).isEqualTo(1));
        var failed = latest(webhook);
        assertThat(failed.path("state").asString()).isEqualTo("waiting");
        assertThat(failed.path("status").asInt()).isEqualTo(500);
        assertThat(town.get(BAKERY, path(webhook)).body().has("failingSince")).isTrue();

        receiver.answer(200);
        hurry();
        awaitState(webhook, "delivered");

        var tries = receiver.received();
        assertThat(tries).hasSize(2);
        assertThat(tries.getLast().id()).isEqualTo(tries.getFirst().id());
        assertThat(tries.getLast().body()).isEqualTo(tries.getFirst().body());
        assertThat(tries.getLast().isSignedWith(webhook.path("secret").asString()))
                .isTrue();
        assertThat(town.get(BAKERY, path(webhook)).body().has("failingSince")).isFalse();
    }

    @Test
    void aDeadReceiverKeepsNobodyElseWaiting() throws Exception {
        receiver.fallSilent();
        var dead = added(BAKERY, BAKERYS, receiver);
        try (var alive = new Receiver()) {
            added(CAFE, CAFES, alive);
            pay("두레빵집", 10);
            await().until(() -> receiver.received().size() == 1);

            pay("찻집", 10);
            await().atMost(Duration.ofSeconds(4)).until(() -> alive.received().size() == 1);

            assertThat(latest(dead).path("attempts").asInt()).isZero();
            await().untilAsserted(() ->
                    assertThat(latest(dead).path("error").asString()).isEqualTo("timeout"));
            assertThat(latest(dead).path("state").asString()).isEqualTo("waiting");
        }
    }

    @Test
    void afterThreeDaysItIsGivenUpAndCanStillBeAskedFor() throws Exception {
        var webhook = added(BAKERY, BAKERYS, receiver);
        receiver.answer(503);
        pay("두레빵집", 10);
        await().until(() -> latest(webhook).path("attempts").asInt() == 1);
        town.execute("update webhook.delivery set queued_at = queued_at - interval '3 days' where state = 'WAITING'");
        hurry();
        awaitState(webhook, "failed");

        receiver.answer(200);
        String delivery = path(webhook) + "/deliveries/"
                + latest(webhook).path("delivery").asString();
        String key = key();
        var asked = town.post(BAKERY, delivery + "/redelivery", key, "");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        awaitState(webhook, "delivered");
        int sent = receiver.received().size();
        assertThat(receiver.received().getLast().id())
                .isEqualTo(receiver.received().getFirst().id());

        assertThat(town.post(BAKERY, delivery + "/redelivery", key, "").body()).isEqualTo(asked.body());
        assertThat(town.post(BAKERY, delivery + "/redelivery", "").status()).isEqualTo(201);
        await().until(() -> receiver.received().size() == sent + 1);
        awaitState(webhook, "delivered");
        assertThat(town.get(BAKERY, delivery).body()).isEqualTo(latest(webhook));
    }

    @Test
    void nothingForFiveDaysDisablesIt() throws Exception {
        var webhook = added(BAKERY, BAKERYS, receiver);
        receiver.answer(500);
        pay("두레빵집", 10);
        await().until(() -> latest(webhook).path("attempts").asInt() == 1);
        town.execute("update webhook.hook set failing_since = failing_since - interval '5 days 1 second'");
        hurry();
        awaitState(webhook, "failed");

        var shown = town.get(BAKERY, path(webhook)).body();
        assertThat(shown.path("active").asBoolean()).isFalse();
        assertThat(shown.has("disabledAt")).isTrue();
        assertThat(town.post(BAKERY, path(webhook) + "/test", "").code()).isEqualTo("webhook-closed");
        int sent = receiver.received().size();
        var another = added(BAKERY, BAKERYS, receiver);
        receiver.answer(200);
        pay("두레빵집", 10);
        awaitState(another, "delivered");
        assertThat(receiver.received()).hasSize(sent + 1);
    }

    // ------------------------------------------------------------------------------------------------ several nodes

    @Test
    void twoWhoDeliverDeliverOnceEach() throws Exception {
        added(BAKERY, BAKERYS, receiver);
        added(BAKERY, BAKERYS, receiver);
        try (var second = town.servedTwice()) {
            assertThat(second.port()).isNotEqualTo(town.port());
            for (int i = 0; i < 60; i++) {
                pay("두레빵집", 1);
            }
            await().until(() -> town.count("webhook.delivery where state = 'WAITING'") == 0);
            await().until(() -> receiver.received().size() >= 120);
            assertThat(receiver.received().stream().map(Receiver.Received::id))
                    .hasSize(120)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whoeverDiesWithALeaseIsFollowedWhenItIsOver() throws Exception {
        var webhook = added(BAKERY, BAKERYS, receiver);
        String died =
                "update webhook.hook set lease = lease + 1, leased_until = now() + interval '3 seconds' where id = '%s'";
        town.execute(died.formatted(webhook.path("webhook").asString()));
        pay("두레빵집", 10);

        await().until(() -> latest(webhook).path("state").asString().equals("waiting"));
        await().during(Duration.ofMillis(1_500)).until(() -> receiver.received().isEmpty());
        awaitState(webhook, "delivered");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void whatIsBrokenOffByARestartIsSentAgainAndHasNotFailed() throws Exception {
        receiver.fallSilent();
        var webhook = added(BAKERY, BAKERYS, receiver);
        long first = pay("두레빵집", 10);
        await().until(() -> receiver.received().size() == 1);
        receiver.speakAgain();
        town.restart();
        long second = pay("두레빵집", 11);

        await().until(() -> receiver.received().size() == 3);
        assertThat(receiver.positions()).containsExactly(first, first, second);
        awaitState(webhook, "delivered");
        for (var delivery :
                town.get(OPERATOR, path(webhook) + "/deliveries").body().path("items")) {
            assertThat(delivery.path("attempts").asInt()).isEqualTo(1);
            assertThat(delivery.path("state").asString()).isEqualTo("delivered");
        }
    }

    // ------------------------------------------------------------------------------------------------ at the desk

    @Test
    void theSameRequestGetsTheSameAnswerAndTheSecretIsToldToNobodyElse() throws Exception {
        String key = key();
        String body = "{\"url\":\"%s\"}".formatted(receiver.url());
        var first = town.post(BAKERY, BAKERYS, key, body);
        receiver.close();
        var again = town.post(BAKERY, BAKERYS, key, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(town.post(BAKERY, BAKERYS, key, "{\"url\":\"http://127.0.0.1:9999/\"}")
                        .code())
                .isEqualTo("id-reused");
        for (Reply shown : List.of(town.get(AUDITOR, BAKERYS), town.get(BAKERY, path(first.body())))) {
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.body().toString()).doesNotContain("whsec_");
        }
        assertThat(first.header("Location")).isEqualTo("/api/v1" + path(first.body()));
    }

    @Test
    void aPingTriesItOutOncePerRequest() throws Exception {
        var webhook = added(BAKERY, BAKERYS, receiver);
        String key = key();
        var asked = town.post(BAKERY, path(webhook) + "/test", key, "");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        awaitState(webhook, "delivered");
        assertThat(town.post(BAKERY, path(webhook) + "/test", key, "").body()).isEqualTo(asked.body());

        var ping = receiver.received().getFirst();
        assertThat(ping.json().path("type").asString()).isEqualTo("ping");
        assertThat(ping.isSignedWith(webhook.path("secret").asString())).isTrue();
        assertThat(town.get(BAKERY, asked.header("Location").substring("/api/v1".length()))
                        .body()
                        .path("type")
                        .asString())
                .isEqualTo("ping");
        pay("두레빵집", 3);
        await().until(() -> receiver.received().size() == 2);
        assertThat(receiver.received().getLast().json().path("type").asString()).isEqualTo("payment");
    }

    @Test
    void whatIsRemovedIsToldNothingMore() throws Exception {
        var webhook = added(OPERATOR, BAKERYS, receiver);
        try (var other = new Receiver()) {
            added(BAKERY, BAKERYS, other);
            var removed = town.post(BAKERY, path(webhook) + "/removal", "");
            assertThat(removed.body().has("removedAt")).as(removed.toString()).isTrue();
            pay("두레빵집", 10);

            await().until(() -> other.received().size() == 1);
            assertThat(receiver.received()).isEmpty();
            assertThat(town.count("webhook.delivery where hook = '"
                            + webhook.path("webhook").asString() + "'"))
                    .isZero();
        }
    }

    @Test
    void nobodyTouchesWhatIsAnothersAndAShopHasOnlySoMany() throws Exception {
        String body = "{\"url\":\"%s\"}".formatted(receiver.url());
        var webhook = added(BAKERY, BAKERYS, receiver);
        for (String who : List.of(CAFE, YOUNGHEE, "clerk:두레빵집/김점원", AUDITOR, "officer:최주무")) {
            assertThat(town.post(who, BAKERYS, body).code()).as(who).isEqualTo("not-allowed");
            assertThat(town.post(who, path(webhook) + "/removal", "").code())
                    .as(who)
                    .isEqualTo("not-allowed");
            assertThat(town.post(who, path(webhook) + "/test", "").code())
                    .as(who)
                    .isEqualTo("not-allowed");
        }
        for (String who : List.of(CAFE, YOUNGHEE, "clerk:두레빵집/김점원")) {
            assertThat(town.get(who, BAKERYS).code()).as(who).isEqualTo("not-allowed");
            assertThat(town.get(who, path(webhook) + "/deliveries").code())
                    .as(who)
                    .isEqualTo("not-allowed");
        }
        String elsewhere = CAFES + "/" + webhook.path("webhook").asString();
        assertThat(town.get(CAFE, elsewhere).status()).isEqualTo(404);
        assertThat(town.post(CAFE, elsewhere + "/removal", "").status()).isEqualTo(404);
        assertThat(town.post(OPERATOR, of("없는가게"), body).code()).isEqualTo("merchant-unknown");
        assertThat(town.post(BAKERY, BAKERYS + "?dryRun=true", body).status()).isEqualTo(400);
        for (int i = 1; i < 5; i++) {
            added(BAKERY, BAKERYS, receiver);
        }
        assertThat(town.post(BAKERY, BAKERYS, body).code()).isEqualTo("too-many-webhooks");
    }

    @Test
    void aRequestThatIsNoneIsSaidByItsField() throws Exception {
        for (String events :
                List.of("[]", "[\"payment\",\"payment\"]", "[\"PAYMENT\"]", "[\"x\"]", "[null]", "\"payment\"")) {
            var answer = town.post(BAKERY, BAKERYS, "{\"url\":\"%s\",\"events\":%s}".formatted(receiver.url(), events));
            assertThat(answer.status()).as(events).isEqualTo(400);
            assertThat(answer.body().path("errors").toString()).contains("/events");
        }
        for (String url : List.of("http://10.0.0.1:8080/", "http://169.254.169.254:8080/", "ftp://a.kr/", "")) {
            var answer = town.post(BAKERY, BAKERYS, "{\"url\":\"%s\"}".formatted(url));
            assertThat(answer.status()).as(url).isEqualTo(400);
            assertThat(answer.body().path("errors").toString()).contains("/url");
        }
    }

    @Test
    void deliveriesOfLongAgoAreForgotten() throws Exception {
        var webhook = added(BAKERY, BAKERYS, receiver);
        pay("두레빵집", 10);
        awaitState(webhook, "delivered");
        town.execute("update webhook.delivery set queued_at = now() - interval '31 days'");
        pay("두레빵집", 11);
        await().until(() -> receiver.received().size() == 2);
        var deliveries = new Deliveries(town.reading());

        try (var keeping = new Housekeeping(List.of(deliveries::forget), Duration.ofMillis(20))) {
            await().until(() -> town.count("webhook.delivery") == 1);
        }
    }
}

package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.CAFE;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody opens a stream and does not read it. */
class SlowListenerTest {
    private static final int PAYMENTS = 20_000;
    private static final Pattern WHOLE_EVENT = Pattern.compile("id: (\\d+)\nevent: payment\ndata: [^\n]*\n\n");

    private static Socket deaf(HttpTown town, String who, String path) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4 * 1024);
        socket.connect(new InetSocketAddress("localhost", town.port()));
        socket.getOutputStream().write("""
                        GET /api/v1%s HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Last-Event-ID: 0\r
                        \r
                        """.formatted(path, town.token(who)).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static String payments() {
        var lines = new StringBuilder();
        for (int i = 0; i < PAYMENTS; i++) {
            lines.append("""
                    {"at":"2026-11-02T09:00:00+09:00","id":"p%d","op":"pay","wallet":"영희","merchant":"찻집","amount":1}
                    """.formatted(i));
        }
        return lines.toString();
    }

    /** What of it came before it was cut off, without the frames around its chunks (RFC 9112, 7.1). */
    private static String rest(Socket socket) {
        var raw = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(raw);
        } catch (IOException cut) {
            // that is what is to be seen
        }
        String all = raw.toString(StandardCharsets.ISO_8859_1);
        var text = new StringBuilder();
        int at = all.indexOf("\r\n\r\n") + 4;
        for (int line = all.indexOf("\r\n", at); line > 0; line = all.indexOf("\r\n", at)) {
            int size = Integer.parseInt(all.substring(at, line), 16);
            text.append(all, line + 2, Math.min(all.length(), line + 2 + size));
            at = line + 2 + size + 2;
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Test
    void itIsCutOffDelaysNobodyGoesOnWhereItWasAndIsNotWaitedFor(@TempDir Path folder) throws Exception {
        var town = new HttpTown(folder);
        town.run("""
                {"at":"2026-11-01T09:06:00+09:00","id":"c2","op":"charge","wallet":"영희","amount":500000,"funding":"deposit-2"}
                """);
        town.run(payments());
        try (var deaf = deaf(town, YOUNGHEE, wallet("영희") + "/events");
                var awake = new Hearing(town.request("/pos/events"), town.token(CAFE), null)) {
            await().until(() -> town.management("/prometheus").body().contains("dure_live_listeners 2.0"));
            var paid = town.post(YOUNGHEE, "/payments", "{\"wallet\":\"영희\",\"merchant\":\"찻집\",\"amount\":5}");
            long position = Long.parseLong(paid.header("Dure-Position"));
            await().atMost(Duration.ofSeconds(5)).until(() -> awake.positions().contains(position));

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> town.management("/prometheus").body().contains("dure_live_cut_off_total 1.0"));
            assertThat(awake.hasEnded()).isFalse();
            goesOn(town, rest(deaf));
        }
        isNotWaitedFor(town);
    }

    private static void goesOn(HttpTown town, String heard) throws Exception {
        var events = WHOLE_EVENT.matcher(heard);
        long count = 0;
        String last = "";
        while (events.find()) {
            last = events.group(1);
            count++;
        }
        assertThat(count).isBetween(1L, PAYMENTS - 1L);
        long missed = PAYMENTS + 1 - count;
        try (var back = new Hearing(town.request(wallet("영희") + "/events"), town.token(YOUNGHEE), last)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> back.kinds().stream().filter("payment"::equals).count() == missed);
            assertThat(back.positions()).isSorted().doesNotHaveDuplicates();
        }
    }

    private static void isNotWaitedFor(HttpTown town) throws Exception {
        try (var deaf = deaf(town, YOUNGHEE, wallet("영희") + "/events");
                var awake = new Hearing(town.request("/pos/events"), town.token(CAFE), null)) {
            await().during(Duration.ofSeconds(3)).until(deaf::isConnected);
            assertThat(awake.hasEnded()).isFalse();
            long start = System.nanoTime();
            town.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
            await().until(awake::hasEnded);
        }
    }
}

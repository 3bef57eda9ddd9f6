package kr.dure.ops.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who listens to a stream of events as the HTML Standard says (9.2.6), until the stream ends or is left. */
final class Hearing implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private final HttpResponse<java.io.InputStream> response;
    private final Thread reading;
    private volatile String lastId;

    /** @param after the {@code Last-Event-ID}, or null */
    Hearing(HttpRequest.Builder request, String token, @Nullable String after) throws Exception {
        lastId = after == null ? "" : after;
        request.headers("Authorization", "Bearer " + token, "Accept", "text/event-stream");
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        response = client.send(request.build(), BodyHandlers.ofInputStream());
        reading = Thread.startVirtualThread(this::read);
    }

    /** What was dispatched. */
    record Event(String id, String kind, JsonNode data) {
        long position() {
            return Long.parseLong(id);
        }
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    List<Event> events() {
        return events;
    }

    List<Long> positions() {
        return events.stream().map(Event::position).toList();
    }

    List<String> kinds() {
        return events.stream().map(Event::kind).toList();
    }

    String lastId() {
        return lastId;
    }

    int comments() {
        return comments.get();
    }

    boolean hasEnded() {
        return !reading.isAlive();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String kind = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(lastId, kind, JsonMapper.shared().readTree(data)));
                    }
                    kind = "";
                    data = "";
                } else if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    kind = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data += line.substring("data: ".length());
                }
            }
        } catch (IOException broken) {
            // the stream has ended
        }
    }

    /** Leaves, in the midst of whatever comes. */
    @Override
    public void close() throws Exception {
        response.body().close();
        client.shutdownNow();
        client.close();
        reading.join();
    }
}

package kr.dure.ops.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The stories of ops/examples, each of people of its own, come out as they were recorded; {@code -Ddure.renew=true} records them anew. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("examples");
    private static final String TOKEN = "ops/dure token --as ";

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    static List<Path> stories() throws Exception {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .toList();
        }
    }

    /** The same variables as people have, with tokens in the place of the commands that make them. */
    private static Map<String, String> environment() throws Exception {
        var file = JsonMapper.shared().readTree(Files.readString(EXAMPLES.resolve("http-client.env.json")));
        Map<String, String> environment = new HashMap<>();
        file.path("demo").forEachEntry((name, value) -> {
            String said = value.asString();
            environment.put(name, said.startsWith(TOKEN) ? town.token(said.substring(TOKEN.length())) : said);
        });
        environment.put("host", "http://localhost:" + town.port());
        return environment;
    }

    @ParameterizedTest
    @MethodSource("stories")
    void aStoryComesOutAsRecorded(Path file) throws Exception {
        var recording = new Recording();
        var story = new Story(environment());
        for (var request : Story.read(Files.readString(file))) {
            var reply = send(story, request);
            story.answered(request, reply);
            recording.add(request, reply);
        }
        var recorded = file.resolveSibling(file.getFileName() + ".out");
        if (Boolean.getBoolean("dure.renew")) {
            Files.writeString(recorded, recording.masked());
        }
        assertThat(recording.masked()).isEqualTo(Files.readString(recorded));
    }

    private static HttpTown.Reply send(Story story, Story.Request request) throws Exception {
        String url = URI.create(story.filled(request.url())).toASCIIString();
        var building = town.request(url.substring(url.indexOf("/api/v1") + "/api/v1".length()));
        request.headers().forEach((name, value) -> building.header(name, story.filled(value)));
        String body = story.filled(request.body());
        return town.send(building.method(
                request.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }
}

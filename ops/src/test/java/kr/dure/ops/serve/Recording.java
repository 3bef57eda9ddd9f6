package kr.dure.ops.serve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dure.api.http.ApiJson;

/** What came back in a story, with all that differs from one time to the next masked as ops/examples/README.md says. */
final class Recording {
    private static final List<String> HEADERS =
            List.of("Content-Type", "Content-Language", "Location", "Dure-Position", "Retry-After");

    private static final Pattern VARYING =
            Pattern.compile("(?<id>\\b[0-9a-f]{32}\\b)|(?<time>\\b\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d))"
                    + "|(?<field>\"(?<name>position|expiresOn|code|reference|digest|secret|x|y|text|svg|png)\" : "
                    + "(?<value>\"(?:[^\"\\\\]++|\\\\.)*+\"|\\d+))|(?<header>Dure-Position: \\d+)");

    private static final Map<String, String> MASKS = Map.of(
            "position", "<position>",
            "expiresOn", "<date>",
            "digest", "<digest>",
            "secret", "<secret>",
            "x", "<key>",
            "y", "<key>",
            "text", "<signed>",
            "svg", "<signed>",
            "png", "<signed>");

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> ids = new HashMap<>();

    void add(Story.Request request, HttpTown.Reply reply) {
        text.append("### ")
                .append(request.told())
                .append("\n# @name ")
                .append(request.name())
                .append('\n');
        text.append("HTTP/1.1 ").append(reply.status()).append('\n');
        for (String header : HEADERS) {
            if (!reply.header(header).isEmpty()) {
                text.append(header).append(": ").append(reply.header(header)).append('\n');
            }
        }
        text.append('\n')
                .append(ApiJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(reply.body()))
                .append("\n\n");
    }

    String masked() {
        return VARYING.matcher(text).replaceAll(found -> Matcher.quoteReplacement(mask(found)));
    }

    private String mask(MatchResult found) {
        if (found.group("id") != null) {
            return "<id " + ids.computeIfAbsent(found.group("id"), unused -> ids.size() + 1) + ">";
        } else if (found.group("time") != null) {
            return "<time>";
        } else if (found.group("header") != null) {
            return "Dure-Position: <position>";
        }
        String name = found.group("name");
        return "\"" + name + "\" : \"" + mask(name, found.group("value").replace("\"", ""), found) + "\"";
    }

    private static String mask(String name, String value, MatchResult found) {
        return switch (name) {
            case "code" -> value.matches("\\d{20}") ? "<code>" : value;
            case "reference" -> value.matches("[0-9A-F]{12}") ? "<reference>" : value;
            default -> MASKS.getOrDefault(name, found.group());
        };
    }
}

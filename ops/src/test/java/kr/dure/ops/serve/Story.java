package kr.dure.ops.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A file of requests as JetBrains' HTTP client and REST Client for VS Code read it: requests begin with {@code ###}, may be
 * named by {@code # @name}, and take from earlier answers what stands in double braces.
 */
final class Story {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^}]+)}}");
    private static final String NAME = "# @name ";

    private final Map<String, String> environment;
    private final Map<String, HttpTown.Reply> answers = new HashMap<>();

    Story(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @param told what stands behind {@code ###} */
    record Request(String told, String name, String method, String url, Map<String, String> headers, String body) {}

    static List<Request> read(String file) {
        List<Request> requests = new ArrayList<>();
        for (String part : file.split("(?m)^### ")) {
            if (part.contains(NAME)) {
                requests.add(request(part.lines().toList()));
            }
        }
        return requests;
    }

    private static Request request(List<String> lines) {
        int i = 1;
        String name = "";
        for (; lines.get(i).startsWith("#"); i++) {
            name = lines.get(i).startsWith(NAME) ? lines.get(i).substring(NAME.length()) : name;
        }
        String[] line = lines.get(i++).split(" ", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        for (; i < lines.size() && !lines.get(i).isBlank(); i++) {
            String[] header = lines.get(i).split(": ", 2);
            headers.put(header[0], header[1]);
        }
        String body = String.join("\n", lines.subList(Math.min(i, lines.size()), lines.size()))
                .strip();
        return new Request(lines.getFirst(), name, line[0], line[1], headers, body);
    }

    void answered(Request request, HttpTown.Reply reply) {
        answers.put(request.name(), reply);
    }

    /** With everything in double braces filled in. */
    String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> value(found.group(1)));
    }

    private String value(String variable) {
        String[] steps = variable.split("\\.", 4);
        if (steps.length == 1) {
            String value = environment.get(variable);
            if (value == null) {
                throw new AssertionError("http-client.env.json does not say what {{" + variable + "}} is");
            }
            return value;
        }
        var answer = answers.get(steps[0]);
        if (answer == null) {
            throw new AssertionError("no request before {{" + variable + "}} is named " + steps[0]);
        }
        return steps[2].equals("headers") ? answer.header(steps[3]) : field(answer.body(), steps[3]);
    }

    /** @param path a JSONPath of fields alone */
    private static String field(JsonNode body, String path) {
        return body.at(path.replaceFirst("^\\$", "").replace('.', '/')).asString();
    }
}

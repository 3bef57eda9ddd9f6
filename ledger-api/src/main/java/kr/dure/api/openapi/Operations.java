package kr.dure.api.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Large;
import kr.dure.api.http.ProblemTexts;
import kr.dure.api.openapi.Route.Form;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/** Each operation: what it is called, what it takes, and everything that it can answer. */
final class Operations {
    private final Texts texts = new Texts("operations.txt");
    private final Schemas schemas;
    private final Parameters parameters;
    private final Problemed problems;
    private final Lacks lacks;

    Operations(Schemas schemas, Parameters parameters, Problemed problems, Lacks lacks) {
        this.schemas = schemas;
        this.parameters = parameters;
        this.problems = problems;
        this.lacks = lacks;
    }

    void reportLeftovers() {
        texts.reportLeftovers(lacks);
    }

    ObjectNode of(Route route) {
        var operation = Json.object();
        String id = addTexts(operation, route);
        operation.putArray("tags").add(route.feature());
        if (!route.wantsToken()) {
            operation.putArray("security");
        }
        var taken = parameters.of(route, id);
        if (!taken.isEmpty()) {
            operation.set("parameters", taken);
        }
        if (route.takesBody()) {
            var body = operation.putObject("requestBody").put("required", true);
            addBodies(body.putObject("content"), route, id);
            addBound(body, route);
        }
        addAnswers(operation.putObject("responses"), route);
        return operation;
    }

    private void addBodies(ObjectNode content, Route route, String id) {
        for (var form : route.forms()) {
            form.body().ifPresent(body -> {
                var media = content.putObject(form.taken().toString());
                boolean json = form.taken().getSubtype().equals("json");
                if (json) {
                    media.set("schema", schemas.asked(body.getParameterizedType()));
                    media.set("example", schemas.askedExample(body.getParameterizedType()));
                } else {
                    media.setAll(parameters.text(id, form.taken().getSubtype()));
                }
            });
        }
    }

    /** Bodies of some kinds may be larger than others. */
    private static void addBound(ObjectNode body, Route route) {
        route.forms()
                .getFirst()
                .body()
                .map(taken -> taken.getType().getAnnotation(Large.class))
                .ifPresent(large -> body.put("x-max-bytes", large.bytes())
                        .put("description", "%,d 바이트까지 · Up to %,d bytes".formatted(large.bytes(), large.bytes())));
    }

    private String addTexts(ObjectNode operation, Route route) {
        var line = texts.find(route.key());
        if (line == null) {
            lacks.add(
                    "%s has no line in %s: add «%s | operationId | KOREAN | ENGLISH».",
                    route, texts.file(), route.key());
            return route.key();
        }
        operation.put("operationId", line.word()).put("summary", line.both());
        operation.put("description", description(route));
        operation.set("x-refusals", Json.texts(route.refuses()));
        return line.word();
    }

    /** In which order it says no. */
    private String description(Route route) {
        List<String> refuses = route.refuses();
        if (refuses.isEmpty()) {
            if (route.writes() && !route.has(Refuses.class)) {
                lacks.add("%s does not say what it refuses: annotate its method with @Refuses.", route);
            }
            return "따로 거절하는 경우가 없습니다. · It refuses nothing of its own.";
        }
        for (String code : refuses) {
            if (!ProblemTexts.codes().contains(code)) {
                lacks.add("%s refuses with «%s», which is no code of problems.txt.", route, code);
            }
        }
        String order = "`" + String.join("`, `", refuses) + "`";
        return "거절하는 차례 · Refused, in this order: " + order + ".";
    }

    private void addAnswers(ObjectNode responses, Route route) {
        responses.set(Integer.toString(route.status()), success(route));
        addOtherAnswers(responses, route);
        var own = route.refuses();
        Codes.of(route).forEach((status, codes) -> {
            boolean shared = codes.stream().noneMatch(own::contains);
            responses.set(status.toString(), problems.answer(status, codes, shared));
        });
    }

    private void addOtherAnswers(ObjectNode responses, Route route) {
        var said = route.answers();
        if (said != null && said.tagged()) {
            var same = Json.object().put("description", "바뀐 것이 없습니다. · Nothing has changed.");
            header(same, "ETag");
            responses.set("304", same);
        }
    }

    private ObjectNode success(Route route) {
        var success = Json.object();
        success.put("description", route.status() == 201 ? "이루어졌습니다. · It came into being." : "여기 있습니다. · Here it is.");
        var content = success.putObject("content");
        for (var form : route.forms()) {
            var media = content.putObject(form.type().toString());
            boolean json = form.isJson();
            if (json) {
                var type = answered(form);
                media.set("schema", schemas.answered(type));
                media.set("example", schemas.answeredExample(type));
                addHeaders(success, route, type);
            } else {
                media.set("schema", Json.type("string"));
            }
        }
        return success;
    }

    private static void addHeaders(ObjectNode success, Route route, Type type) {
        if (route.locates()) {
            header(success, "Location");
        }
        var record = ResolvableType.forType(type);
        var said = route.answers();
        boolean placed = record.resolve(Object.class).isRecord()
                && Part.of(record).stream().anyMatch(part -> part.name().equals("position") && !part.mayBeMissing());
        if (said != null && said.tagged()) {
            header(success, "ETag");
            header(success, "Dure-Position");
        }
        if (route.status() == 201 && (placed || (said != null && said.placed()))) {
            header(success, "Dure-Position");
        }
    }

    private static void header(ObjectNode success, String name) {
        success.withObject("/headers").set(name, Json.ref("headers", name.replace("-", "")));
    }

    private static Type answered(Form form) {
        var said = form.handler().getMethodAnnotation(Answers.class);
        if (said != null && said.like() != void.class) {
            return said.like();
        }
        Type type = form.handler().getMethod().getGenericReturnType();
        return type instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }
}

package kr.dure.api.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Write;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * One operation: a method and a path.
 *
 * @param method of HTTP
 * @param path as a template, such as {@code /api/v1/wallets/{wallet}}
 * @param forms what answers, by the media type; more than one if a client can choose
 */
record Route(String method, String path, List<Form> forms) {

    /**
     * @param type that the answer has
     * @param taken that a body has
     */
    record Form(MediaType type, MediaType taken, HandlerMethod handler) {
        boolean isJson() {
            return type.getSubtype().endsWith("json");
        }

        Optional<Parameter> body() {
            return Arrays.stream(handler.getMethod().getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                    .findAny();
        }
    }

    /** How a line of {@code operations.txt} begins. */
    String key() {
        return method + " " + path.substring(Routes.BASE.length());
    }

    /** The one that takes the most parameters. */
    HandlerMethod handler() {
        return forms.getFirst().handler();
    }

    /** The last name of the package that it stands in. */
    String feature() {
        String within = handler().getBeanType().getPackageName();
        return within.substring(within.lastIndexOf('.') + 1);
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** Whether it goes on answering, event by event. */
    boolean streams() {
        return forms.getFirst().type().equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM);
    }

    boolean writes() {
        return takes(Write.class);
    }

    /** Whoever asks is looked at; otherwise it is for everybody. */
    boolean wantsToken() {
        return writes() || takes(Caller.class);
    }

    private boolean takes(Class<?> type) {
        return parameters().stream().anyMatch(parameter -> parameter.getType() == type);
    }

    List<Parameter> parameters() {
        return Arrays.asList(handler().getMethod().getParameters());
    }

    boolean takesBody() {
        return forms.getFirst().body().isPresent();
    }

    boolean has(Class<? extends Annotation> annotation) {
        return handler().hasMethodAnnotation(annotation);
    }

    /** In order of precedence. */
    List<String> refuses() {
        var refuses = handler().getMethodAnnotation(Refuses.class);
        return refuses == null ? List.of() : List.of(refuses.value());
    }

    int status() {
        var said = answers();
        if (said != null && said.status() != 0) {
            return said.status();
        }
        boolean entity = handler().getMethod().getReturnType() == ResponseEntity.class;
        return method.equals("POST") && entity ? 201 : 200;
    }

    /** Whether the answer says where what came into being is found. */
    boolean locates() {
        var said = answers();
        return status() == 201 && (said == null || said.located());
    }

    @Nullable
    Answers answers() {
        return handler().getMethodAnnotation(Answers.class);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

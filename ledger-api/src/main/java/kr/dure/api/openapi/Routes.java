package kr.dure.api.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.dure.api.openapi.Route.Form;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is served, as Spring has mapped it. */
final class Routes {
    static final String BASE = "/api/v1";

    private Routes() {}

    /** By their paths, then by their methods. */
    static List<Route> of(RequestMappingHandlerMapping mapping) {
        Map<String, Map<String, List<Form>>> found = new TreeMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType() != OpenApiResource.class) {
                add(found, info, handler);
            }
        });
        List<Route> routes = new ArrayList<>();
        found.forEach((path, methods) -> methods.forEach((method, forms) -> routes.add(new Route(
                method,
                path,
                forms.stream()
                        .sorted(Comparator.comparing((Form form) -> !form.isJson())
                                .thenComparing(form -> form.type().toString())
                                .thenComparing(form -> form.taken().toString()))
                        .toList()))));
        return routes;
    }

    private static void add(
            Map<String, Map<String, List<Form>>> found, RequestMappingInfo info, HandlerMethod handler) {
        for (String path : info.getPatternValues()) {
            if (path.startsWith(BASE + "/")) {
                for (var method : info.getMethodsCondition().getMethods()) {
                    found.computeIfAbsent(path, unused -> new TreeMap<>())
                            .computeIfAbsent(method.name(), unused -> new ArrayList<>())
                            .addAll(forms(info, handler));
                }
            }
        }
    }

    private static List<Form> forms(RequestMappingInfo info, HandlerMethod handler) {
        var types = info.getProducesCondition().getProducibleMediaTypes();
        var taken = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
        return types.isEmpty()
                ? List.of(new Form(MediaType.APPLICATION_JSON, taken, handler))
                : types.stream().map(type -> new Form(type, taken, handler)).toList();
    }
}

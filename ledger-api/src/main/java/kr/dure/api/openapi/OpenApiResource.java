package kr.dure.api.openapi;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/** Gives the document of what is served, for everybody. */
@RestController
public final class OpenApiResource {
    public static final String PATH = Routes.BASE + "/openapi.json";

    private static final CacheControl FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final AtomicReference<@Nullable ApiDocument> made = new AtomicReference<>();

    public OpenApiResource(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @GetMapping(PATH)
    ResponseEntity<ObjectNode> document() {
        return ResponseEntity.ok().cacheControl(FOR_AN_HOUR).body(whole().json());
    }

    /** Made when it is first asked for; two who ask at once get the same. */
    public ApiDocument whole() {
        var before = made.get();
        if (before != null) {
            return before;
        }
        var routes = mappings.stream()
                .flatMap(mapping -> Routes.of(mapping).stream())
                .toList();
        var whole = ApiDocument.of(routes);
        made.set(whole);
        return whole;
    }
}

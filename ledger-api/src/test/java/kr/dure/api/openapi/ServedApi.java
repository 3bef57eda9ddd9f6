package kr.dure.api.openapi;

import kr.dure.api.LedgerApi;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The document of the interface, without a ledger: resources are mapped by their types, and none is made. */
final class ServedApi {
    private ServedApi() {}

    static ApiDocument document() {
        try (var context = new GenericWebApplicationContext()) {
            register(LedgerApi.class, context);
            context.refresh();
            var mapping = new RequestMappingHandlerMapping();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
            return ApiDocument.of(Routes.of(mapping));
        }
    }

    /** A setup imports others, and in the end resources. */
    private static void register(Class<?> setup, GenericWebApplicationContext context) {
        var imported = setup.getAnnotation(Import.class);
        for (Class<?> part : imported == null ? new Class<?>[0] : imported.value()) {
            register(part, context);
            if (part.isAnnotationPresent(RestController.class)) {
                var definition = new RootBeanDefinition(part);
                definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
                context.registerBeanDefinition(part.getName(), definition);
            }
        }
    }
}

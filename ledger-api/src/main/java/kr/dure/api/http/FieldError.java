package kr.dure.api.http;

import kr.dure.core.id.Names;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer to the field within the body (RFC 6901; of a table {@code /rows/1/COLUMN}), or the name of a parameter or
 *     header
 * @param rule that it breaks, in English, for the developer of the client
 */
public record FieldError(String pointer, String rule) {
    /** One whose name comes from outside. */
    public static FieldError in(String parent, String name, String rule) {
        return new FieldError(parent + '/' + escaped(name), rule);
    }

    /** RFC 6901; a name that is none is not repeated. */
    static String escaped(String name) {
        return Names.isName(name) ? name.replace("~", "~0").replace("/", "~1") : "?";
    }
}

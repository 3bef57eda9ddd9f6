package kr.dure.api.http;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer to the field within the body (RFC 6901; of a table {@code /rows/1/COLUMN}), or the name of a parameter or
 *     header
 * @param rule that it breaks, in English, for the developer of the client
 */
public record FieldError(String pointer, String rule) {}

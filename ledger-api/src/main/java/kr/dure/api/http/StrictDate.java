package kr.dure.api.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A date is read as {@code YYYY-MM-DD} (RFC 3339), and not as a list of numbers, which Jackson would take, too. */
final class StrictDate extends StdDeserializer<LocalDate> {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    StrictDate() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getString();
        try {
            if (FORM.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException("is no day of the calendar", noSuchDay);
        }
        throw new IllegalArgumentException("is YYYY-MM-DD");
    }
}

package kr.dure.core.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import kr.dure.core.id.PersonId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Personal data as JSON in UTF-8. What is not known is left out. */
final class PersonalJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Fields.class);
    private static final ObjectReader READER = MAPPER.readerFor(Fields.class);

    private PersonalJson() {}

    /** @throws IllegalArgumentException if a text is not Unicode */
    static byte[] write(PersonalData data) {
        String json = WRITER.writeValueAsString(new Fields(data.birthDate(), data.name(), data.phone()));
        return Utf8.bytes("the data of person " + data.person(), json);
    }

    /** @throws VaultException without Jackson's words, which quote the data */
    static PersonalData read(PersonId person, byte[] json) {
        try {
            @Nullable Fields fields = READER.readValue(json);
            if (fields == null) {
                throw unknownForm(person, "null");
            }
            return new PersonalData(person, fields.birthDate(), fields.name(), fields.phone());
        } catch (JacksonException e) {
            throw unknownForm(person, e.getClass().getSimpleName());
        }
    }

    private static VaultException unknownForm(PersonId person, String why) {
        return new VaultException(
                "the data of person " + person + " is not of the form that this version knows",
                new GeneralSecurityException(why));
    }

    @JsonInclude(Include.NON_NULL)
    record Fields(
            @Nullable LocalDate birthDate,
            @Nullable String name,
            @Nullable String phone) {}
}

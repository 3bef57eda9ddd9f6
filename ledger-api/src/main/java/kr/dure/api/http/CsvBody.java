package kr.dure.api.http;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;

/** Tables that come in. Its bytes are what a repetition of the request is known by. */
final class CsvBody extends AbstractHttpMessageConverter<CsvTable> {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_COLUMNS = 16;
    private static final int LONGEST_CELL = 1_000;

    CsvBody() {
        super(MediaType.parseMediaType(CsvText.TYPE));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == CsvTable.class;
    }

    @Override
    protected boolean canWrite(@Nullable MediaType type) {
        return false;
    }

    @Override
    protected CsvTable readInternal(Class<? extends CsvTable> type, HttpInputMessage message) throws IOException {
        byte[] bytes = StrictBody.whole(message, CsvTable.class.getAnnotation(Large.class));
        StrictBody.content(bytes);
        return read(bytes);
    }

    /** @throws Problem if it is no such table */
    static CsvTable read(byte[] bytes) {
        List<List<String>> rows = new ArrayList<>();
        try (var reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler(), text(bytes))) {
            for (CsvRecord row : reader) {
                rows.add(row.getFields());
            }
        } catch (CsvParseException garbage) {
            throw Problem.invalid("", "is no table: " + garbage.getMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (rows.isEmpty()) {
            throw Problem.invalid("", "has a first row that names its columns");
        }
        return new CsvTable(rows.getFirst(), rows.subList(1, rows.size()));
    }

    private static CsvRecordHandler handler() {
        return CsvRecordHandler.of(bounds -> bounds.maxFields(MOST_COLUMNS).maxFieldSize(LONGEST_CELL));
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw Problem.invalid("", "is text in UTF-8: " + other.getMessage());
        }
    }

    @Override
    protected void writeInternal(CsvTable table, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("tables only come in");
    }
}

package kr.dure.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Set;
import kr.dure.api.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * JSON bodies: records in, records out. What comes in is read whole, up to a bound, and its canonical form is kept for the
 * request's digest: two bodies that differ in blanks and in the order of their fields say the same.
 */
final class StrictBody extends AbstractGenericHttpMessageConverter<Object> {
    static final int LONGEST = 64 * 1024;
    private static final int BUFFER = 8 * 1024;
    private static final int MOST_DRAINED = 4 * 1024 * 1024;
    private static final String CONTENT = StrictBody.class.getName();
    private static final byte[] NOTHING = {};
    private static final ObjectWriter WRITER = ApiJson.MAPPER.writer();

    StrictBody() {
        super(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return !CharSequence.class.isAssignableFrom(type) && type != byte[].class;
    }

    /** Answers may have a form of JSON with a name of its own. */
    @Override
    protected boolean canWrite(@Nullable MediaType type) {
        return super.canWrite(type) || (type != null && "json".equals(type.getSubtypeSuffix()));
    }

    /** The canonical content of the current request; empty if it has no body. */
    static byte[] content() {
        var attributes = RequestContextHolder.currentRequestAttributes();
        return attributes.getAttribute(CONTENT, RequestAttributes.SCOPE_REQUEST) instanceof byte[] content
                ? content
                : NOTHING;
    }

    /** @param content by which a repetition of the current request is known */
    static void content(byte[] content) {
        RequestContextHolder.currentRequestAttributes().setAttribute(CONTENT, content, RequestAttributes.SCOPE_REQUEST);
    }

    @Override
    public Object read(Type type, @Nullable Class<?> context, HttpInputMessage message) throws IOException {
        JsonNode tree = tree(whole(message, type instanceof Class<?> body ? body.getAnnotation(Large.class) : null));
        content(WRITER.writeValueAsBytes(tree));
        return bind(tree, type);
    }

    /**
     * What somebody sends, up to a bound.
     *
     * @param large what may be longer, from whom it may be; from others not a byte of it is kept
     */
    static byte[] whole(HttpInputMessage message, @Nullable Large large) throws IOException {
        var body = message.getBody();
        if (large != null && !Set.of(large.from()).contains(Caller.current().role())) {
            drain(body);
            throw Problem.of("not-allowed");
        }
        int longest = large == null ? LONGEST : large.bytes();
        long announced = message.getHeaders().getContentLength();
        if (announced >= 0 && announced <= LONGEST) {
            return body.readNBytes((int) announced);
        }
        byte[] bytes = body.readNBytes(longest + 1);
        if (bytes.length > longest) {
            drain(body);
            throw Problem.of("too-large");
        }
        return bytes;
    }

    /** Whoever is still sending does not listen; but nobody is listened to for ever. */
    private static void drain(InputStream body) throws IOException {
        for (int left = MOST_DRAINED; left > 0 && body.skip(BUFFER) > 0; left -= BUFFER) {
            // what it says does not matter
        }
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        return read(type, null, message);
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            JsonNode tree = ApiJson.MAPPER.readTree(bytes);
            if (!tree.isObject()) {
                throw Problem.invalid("", "is a JSON object");
            }
            return tree;
        } catch (StreamConstraintsException tooMuch) {
            throw Problem.invalid("", tooMuch.getOriginalMessage());
        } catch (StreamReadException garbage) {
            throw Problem.invalid("", "is no JSON: " + garbage.getOriginalMessage());
        } catch (JacksonException unfit) {
            throw Problem.invalid(pointer(unfit), unfit.getOriginalMessage());
        }
    }

    /** @throws Problem naming the first field that is not what it should be, or all that are missing */
    static Object bind(JsonNode tree, Type type) {
        try {
            Object body = ApiJson.MAPPER.treeToValue(tree, ApiJson.MAPPER.constructType(type));
            Whole.require(body);
            return body;
        } catch (JacksonException unfit) {
            throw Problem.invalid(pointer(unfit), rule(unfit));
        }
    }

    private static String rule(JacksonException unfit) {
        for (Throwable cause = unfit; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException said) {
                return String.valueOf(said.getMessage());
            }
        }
        if (unfit instanceof UnrecognizedPropertyException) {
            return "is not a field of this request";
        }
        return "is not of its type";
    }

    private static String pointer(JacksonException unfit) {
        var pointer = new StringBuilder();
        for (var step : unfit.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : FieldError.escaped(name));
        }
        return pointer.toString();
    }

    @Override
    protected void writeInternal(Object body, @Nullable Type type, HttpOutputMessage message) throws IOException {
        byte[] bytes = WRITER.writeValueAsBytes(body);
        message.getHeaders().setContentLength(bytes.length);
        message.getBody().write(bytes);
    }
}

package kr.dure.core.eventlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.LedgerEvent;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Turns events into JSON and back, by their stable names and revisions. */
public final class EventCodec {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // a flag that is not set is not written
            .build();

    private final Map<Name, ObjectReader> readers = new HashMap<>();
    private final Map<Class<?>, Form> forms = new HashMap<>();

    /** @param families the sealed interfaces of all events that there are */
    public EventCodec(Collection<Class<? extends LedgerEvent>> families) {
        families.forEach(this::register);
    }

    private void register(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                register(permitted);
            }
            return;
        }
        EventType name = type.getAnnotation(EventType.class);
        if (name != null) {
            var key = new Name(name.value(), name.revision());
            forms.put(type, new Form(key, MAPPER.writerFor(type)));
            if (readers.put(key, MAPPER.readerFor(type)) != null) {
                throw new IllegalArgumentException("two events are named " + key);
            }
        }
    }

    /** The names of all events, each with its revision. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        readers.keySet().forEach(name -> names.add(name.type() + "." + name.revision()));
        return names;
    }

    public String type(LedgerEvent event) {
        return form(event).name().type();
    }

    public int revision(LedgerEvent event) {
        return form(event).name().revision();
    }

    public String write(LedgerEvent event) {
        return form(event).writer().writeValueAsString(event);
    }

    /** @throws IllegalStateException if the log holds an event that this version does not know */
    public LedgerEvent read(StoredEvent stored) {
        ObjectReader reader = readers.get(new Name(stored.type(), stored.revision()));
        if (reader == null) {
            throw new IllegalStateException("unknown event " + stored.type() + " revision " + stored.revision()
                    + " at position " + stored.position());
        }
        return reader.readValue(stored.payload());
    }

    private Form form(LedgerEvent event) {
        Form form = forms.get(event.getClass());
        if (form == null) {
            throw new IllegalArgumentException(event.getClass() + " is in no family of events");
        }
        return form;
    }

    private record Name(String type, int revision) {}

    private record Form(Name name, ObjectWriter writer) {}
}

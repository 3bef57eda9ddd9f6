package kr.dure.core.eventlog;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kr.dure.core.ledger.EventType;
import kr.dure.core.ledger.Feature;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.Upcaster;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns events into JSON and back, by their stable names and revisions. */
public final class EventCodec {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // a flag that is not set is not written
            .build();

    private final Map<Name, ObjectReader> readers = new HashMap<>();
    private final Map<Class<?>, Form> forms = new HashMap<>();
    private final Map<Name, Upcaster> upcasters = new HashMap<>();

    /** @param families the sealed interfaces of all events that there are, all in their first revision */
    public EventCodec(Collection<Class<? extends LedgerEvent>> families) {
        this(families, List.of());
    }

    /** @param upcasters how older revisions are read */
    public EventCodec(Collection<Class<? extends LedgerEvent>> families, Collection<Upcaster> upcasters) {
        families.forEach(this::register);
        upcasters.forEach(this::register);
    }

    /** The events of all features that there are. */
    public static EventCodec of(Collection<? extends Feature> features) {
        return new EventCodec(
                features.stream().flatMap(feature -> feature.events().stream()).toList(),
                features.stream()
                        .flatMap(feature -> feature.upcasters().stream())
                        .toList());
    }

    private void register(Upcaster upcaster) {
        if (upcasters.put(new Name(upcaster.type(), upcaster.from()), upcaster) != null) {
            throw new IllegalArgumentException("two upcasters read " + upcaster.type() + " " + upcaster.from());
        }
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

    /** The names of all events as they are written, each with its revision. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        readers.keySet().forEach(name -> names.add(name.toString()));
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
        return read(stored.type(), stored.revision(), stored.payload(), stored.position());
    }

    /**
     * Reads an event as it was {@link #write written}.
     *
     * @param position where it stands in the log
     * @throws IllegalStateException if it is one that this version does not know
     */
    public LedgerEvent read(String type, int revision, String payload, long position) {
        ObjectReader reader = readers.get(new Name(type, revision));
        return reader == null ? readOlder(type, revision, payload, position) : reader.readValue(payload);
    }

    private LedgerEvent readOlder(String type, int revision, String payload, long position) {
        var upcaster = upcasters.get(new Name(type, revision));
        if (upcaster == null) {
            throw new IllegalStateException(
                    "unknown event " + type + " revision " + revision + " at position " + position);
        }
        var form = (ObjectNode) MAPPER.readTree(payload);
        int newer = revision;
        while (upcaster != null) {
            form = upcaster.step().apply(form);
            upcaster = upcasters.get(new Name(type, ++newer));
        }
        return requireNonNull(readers.get(new Name(type, newer))).readValue(form);
    }

    private Form form(LedgerEvent event) {
        Form form = forms.get(event.getClass());
        if (form == null) {
            throw new IllegalArgumentException(event.getClass() + " is in no family of events");
        }
        return form;
    }

    private record Name(String type, int revision) {
        @Override
        public String toString() {
            return type + "." + revision;
        }
    }

    private record Form(Name name, ObjectWriter writer) {}
}

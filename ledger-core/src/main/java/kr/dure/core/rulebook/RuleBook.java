package kr.dure.core.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.ledger.RunningBook;
import kr.dure.core.rulebook.RuleBookEvent.VersionAdopted;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The dated rules of the issuer: those that every issuer starts with, and the versions that were adopted since. Each
 * version names the day from which it is in force and only what it changes; the rest stays as the version before said.
 */
public final class RuleBook implements RunningBook {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNode DEFAULT = readDefault();

    private List<VersionAdopted> adopted = new ArrayList<>();
    private transient @Nullable TreeMap<LocalDate, Rules> versions;

    private RuleBook() {}

    /** The rules that an issuer starts with. */
    public static RuleBook byDefault() {
        return new RuleBook();
    }

    private static JsonNode readDefault() {
        try (@Nullable InputStream book = RuleBook.class.getResourceAsStream("default.json")) {
            return MAPPER.readTree(Objects.requireNonNull(book, "default.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rules in force on a day (KST). */
    public Rules on(LocalDate day) {
        var version = known().floorEntry(day);
        if (version == null) {
            throw new IllegalArgumentException("no rules are in force on " + day);
        }
        return version.getValue();
    }

    /** All rules by the day from which they are in force. Where two versions name one day, the newer one counts. */
    public NavigableMap<LocalDate, Rules> versions() {
        return Collections.unmodifiableNavigableMap(known());
    }

    /** Put together when they are asked for first: a checkpoint keeps what was adopted, not what came of it. */
    private TreeMap<LocalDate, Rules> known() {
        var known = versions;
        if (known == null) {
            known = read();
            versions = known;
        }
        return known;
    }

    /** The newest version, in force or still to come. */
    Rules newest() {
        return known().lastEntry().getValue();
    }

    /** The last day from which a version is in force. */
    LocalDate latestFrom() {
        return known().lastKey();
    }

    private TreeMap<LocalDate, Rules> read() {
        var read = new TreeMap<LocalDate, Rules>();
        ObjectNode rules = MAPPER.createObjectNode();
        for (JsonNode version : DEFAULT) {
            rules.put("version", version.required("version").intValue());
            rules.setAll((ObjectNode) version.required("rules"));
            read.put(LocalDate.parse(version.required("from").stringValue()), MAPPER.treeToValue(rules, Rules.class));
        }
        for (VersionAdopted version : adopted) {
            rules.put("version", version.version());
            rules.setAll(version.changes().rules());
            read.put(version.from(), MAPPER.treeToValue(rules, Rules.class));
        }
        return read;
    }

    @Override
    public void fold(LedgerEvent event, Instant at) {
        if (event instanceof VersionAdopted version) {
            adopted.add(version);
            versions = null;
        }
    }
}

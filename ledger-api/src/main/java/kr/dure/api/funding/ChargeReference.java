package kr.dure.api.funding;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kr.dure.core.id.OperationId;

/**
 * By which a deposit names a charge: twelve hexadecimal digits, in groups of four if whoever types them likes, among other
 * words of a bank transfer.
 */
final class ChargeReference {
    private static final int LENGTH = 12;
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{4}[ -]?[0-9A-Fa-f]{4}[ -]?[0-9A-Fa-f]{4}(?![0-9A-Za-z])");

    private ChargeReference() {}

    /** Short enough to be typed into a bank transfer: the first digits of the charge's own id. */
    static String of(OperationId charge) {
        return charge.value().substring(0, LENGTH).toUpperCase(Locale.ROOT);
    }

    /** What a text names, if it names one charge; else the text itself, which names none. */
    static String in(String text) {
        List<String> named = WRITTEN.matcher(text)
                .results()
                .map(found -> found.group().replaceAll("[ -]", "").toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : text;
    }
}

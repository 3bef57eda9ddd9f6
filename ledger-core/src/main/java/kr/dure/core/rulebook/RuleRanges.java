package kr.dure.core.rulebook;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import kr.dure.core.id.Names;
import tools.jackson.databind.JsonNode;

/** What each rule may be. An ordinance that says something else is a mistake. */
final class RuleRanges {
    private static final long MOST_WON = 1_000_000_000_000L;
    private static final int MOST_NAMES = 1_000;
    private static final int MOST_TIERS = 10;

    private static final Range PERCENT = number(0, 100);
    private static final Range WON = number(0, MOST_WON);
    private static final Range TIER = object(entry("base", number(1, MOST_WON)), entry("percent", PERCENT));

    static final Map<String, Range> OF_RULES = Map.ofEntries(
            entry("chargeIncentive", orNone(object(entry("percent", PERCENT), entry("residentPercent", PERCENT)))),
            entry(
                    "cashback",
                    orNone(object(
                            entry("tiers", list(TIER, MOST_TIERS)),
                            entry("residentPercent", PERCENT),
                            entry("potYears", number(1, 100))))),
            entry("nationPercent", PERCENT),
            entry("contributionPerMille", number(0, 1_000)),
            entry("monthlyPurchaseLimit", WON),
            entry("holdingLimit", WON),
            entry("giftReceiveLimit", WON),
            entry("chargePayHours", number(1, 8_760)),
            entry("chargeCancelDays", number(0, 365)),
            entry("refundDays", number(0, 3_650)),
            entry("holdMinutes", number(1, 43_200)),
            entry("potYears", number(1, 100)),
            entry("renewedDays", number(1, 3_650)),
            entry(
                    "balanceRefund",
                    object(
                            entry("spentPercent", PERCENT),
                            entry("smallUpTo", WON),
                            entry("smallSpentPercent", PERCENT))),
            entry("merchantSalesCap", WON),
            entry("excludedTrades", names()),
            entry("dailyGramsCap", number(1, 1_000_000)),
            entry("conversionStep", number(1, 1_000_000)),
            entry("bagPrices", object(entry("10", number(1, 1_000_000)), entry("20", number(1, 1_000_000)))),
            entry(
                    "timeBank",
                    object(
                            entry("startMinutes", number(0, 1_000_000)),
                            entry("overdraft", number(0, 1_000_000)),
                            entry("minimumAge", number(0, 120)),
                            entry("consentUnder", number(0, 120)),
                            entry("excludedActivities", names()))),
            entry("fundReservePercent", PERCENT),
            entry("monthlyCashOutCap", WON));

    private RuleRanges() {}

    /** @param text what it may be, in English, for whoever drafts a version */
    record Range(String text, Predicate<JsonNode> rule) {
        boolean holds(JsonNode value) {
            return rule.test(value);
        }
    }

    private static Range number(long least, long most) {
        return new Range(
                "is a whole number from " + least + " to " + most,
                value -> value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.longValue() >= least
                        && value.longValue() <= most);
    }

    private static Range orNone(Range range) {
        return new Range(range.text() + ", or null", value -> value.isNull() || range.holds(value));
    }

    private static Range list(Range of, int most) {
        return new Range(
                "is a list of 1 to " + most + ", each of which " + of.text(),
                value -> value.isArray()
                        && !value.isEmpty()
                        && value.size() <= most
                        && value.valueStream().allMatch(of::holds));
    }

    private static Range names() {
        return new Range("is a list of names, none twice, " + MOST_NAMES + " at most", value -> {
            Set<String> apart = new HashSet<>();
            return value.isArray()
                    && value.size() <= MOST_NAMES
                    && value.valueStream()
                            .allMatch(name -> name.isString()
                                    && Names.isName(name.stringValue())
                                    && apart.add(name.stringValue()));
        });
    }

    @SafeVarargs
    private static Range object(Map.Entry<String, Range>... fields) {
        var text = new StringJoiner(", ", "has the fields ", "");
        for (var field : fields) {
            text.add(field.getKey() + " (" + field.getValue().text() + ")");
        }
        return new Range(text.toString(), value -> {
            boolean all = value.isObject() && value.size() == fields.length;
            for (var field : fields) {
                all = all && value.has(field.getKey()) && field.getValue().holds(value.get(field.getKey()));
            }
            return all;
        });
    }
}

package kr.dure.core.rulebook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a version of the rule book changes, by the names of {@link Rules}; a rule that is abolished is null. What was
 * adopted once is read for ever, so that nothing is checked here.
 */
public record RuleChanges(@JsonValue ObjectNode rules) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RuleChanges {
        rules = rules.deepCopy();
    }

    /**
     * Something that cannot be a rule.
     *
     * @param range what it may be, in English; none if there is no rule of that name
     */
    public record Unfit(String rule, @Nullable String range) {}

    /** All that cannot be rules, in the order given. */
    public List<Unfit> unfit() {
        List<Unfit> unfit = new ArrayList<>(0);
        for (Map.Entry<String, JsonNode> change : rules.properties()) {
            var range = RuleRanges.OF_RULES.get(change.getKey());
            if (range == null) {
                unfit.add(new Unfit(change.getKey(), null));
            } else if (!range.holds(change.getValue())) {
                unfit.add(new Unfit(change.getKey(), range.text()));
            }
        }
        return unfit;
    }
}

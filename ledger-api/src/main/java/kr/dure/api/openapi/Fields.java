package kr.dure.api.openapi;

import kr.dure.api.openapi.Texts.Line;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What fields, parameters and words are called, and an example of each: {@code fields.txt}. */
final class Fields {
    /** Whose example is made of what it consists of. */
    private static final String MADE_OF_ITS_PARTS = "*";

    /** Left out of examples. */
    private static final String LEFT_OUT = "-";

    private final Texts texts = new Texts("fields.txt");
    private final Lacks lacks;

    Fields(Lacks lacks) {
        this.lacks = lacks;
    }

    void reportLeftovers() {
        texts.reportLeftovers(lacks);
    }

    /**
     * A line for a field of this owner alone comes before one for all fields of that name.
     *
     * @param owner the record's schema, or the operation
     */
    private @Nullable Line find(String owner, String field) {
        var own = texts.find(owner + "." + field);
        return own == null ? texts.find(field) : own;
    }

    void describe(ObjectNode schema, String owner, String field) {
        var line = find(owner, field);
        if (line == null) {
            lacks.add(
                    "%s of %s is not described: add a line «%s | EXAMPLE | KOREAN | ENGLISH» to %s.",
                    field, owner, field, texts.file());
        } else {
            schema.put("description", line.both());
        }
    }

    /** A word that is a type of its own, such as the states of a thing. */
    void describe(ObjectNode schema, String type) {
        var line = texts.find(type);
        if (line == null) {
            lacks.add("%s is not described: add a line «%s | * | KOREAN | ENGLISH» to %s.", type, type, texts.file());
        } else {
            schema.put("description", line.both());
        }
    }

    boolean leavesOut(String owner, String field) {
        var line = find(owner, field);
        return line != null && line.word().equals(LEFT_OUT);
    }

    /** @return JSON; none if it is to be made of its parts */
    @Nullable
    String example(String owner, String field) {
        var line = find(owner, field);
        return line == null
                        || line.word().equals(MADE_OF_ITS_PARTS)
                        || line.word().equals(LEFT_OUT)
                ? null
                : line.word();
    }
}

package kr.dure.ops.town;

import java.util.Map;
import java.util.function.UnaryOperator;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.id.OperationId;

/** Reads lines of a town file. */
public final class TownReader {
    private final UnaryOperator<String> personHash;
    private final UnaryOperator<byte[]> digest;

    /**
     * @param personHash keyed hash of a proof of identity
     * @param digest keyed digest of a request's content
     */
    public TownReader(UnaryOperator<String> personHash, UnaryOperator<byte[]> digest) {
        this.personHash = personHash;
        this.digest = digest;
    }

    public TownLine read(byte[] line) {
        Map<String, Object> object = StrictJson.object(line);
        if (object == null) {
            return new TownLine.Invalid(null, "is no JSON object");
        }
        var id = Fields.name(object.getOrDefault("id", StrictJson.OTHER));
        try {
            var fields = new Fields(object);
            var operation = new OperationId(fields.must("id", Fields::name));
            var at = fields.must("at", Fields::at);
            String op = fields.must("op", Fields::name);
            var command = TownOperations.read(op, operation, fields, personHash);
            return new TownLine.Valid(new Operation(operation, digest.apply(Canonical.content(object)), at, command));
        } catch (Malformed malformed) {
            return new TownLine.Invalid(id.orElse(null), String.valueOf(malformed.getMessage()));
        }
    }
}

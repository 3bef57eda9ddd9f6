package kr.dure.ops.link;

import java.time.Instant;
import kr.dure.core.eventlog.Operation;
import kr.dure.core.id.OperationId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An operation on its way to another process.
 *
 * @param number by which the reply is known
 * @param forwarded whether it comes from a node, which has looked for the writer already
 */
record Request(
        long number,
        boolean forwarded,
        OperationId id,
        byte[] digest,
        @Nullable Instant at,
        boolean rehearsal,
        String type,
        JsonNode command) {

    static Request of(long number, boolean forwarded, Operation operation, CommandCodec codec) {
        var command = operation.command();
        return new Request(
                number,
                forwarded,
                operation.id(),
                operation.digest(),
                operation.at(),
                operation.rehearsal(),
                CommandCodec.name(command.getClass()),
                codec.write(command));
    }

    Operation operation(CommandCodec codec) {
        return new Operation(id, digest, at, codec.read(type, command), rehearsal);
    }

    byte[] bytes() {
        return CommandCodec.MAPPER.writeValueAsBytes(this);
    }

    static Request read(byte[] frame) throws Malformed {
        try {
            var request = CommandCodec.MAPPER.readValue(frame, Request.class);
            if (request == null || request.id == null || request.digest == null || request.type == null) {
                throw new Malformed("a request that lacks something");
            }
            return request;
        } catch (JacksonException | IllegalArgumentException garbage) {
            throw new Malformed("no request", garbage);
        }
    }
}

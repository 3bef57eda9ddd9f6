package kr.dure.api.http;

import kr.dure.api.access.Caller;
import kr.dure.core.id.OperationId;

/**
 * A request to write: who asks, and the id of the operation that it is, made of client, route and idempotency key.
 *
 * @param rehearsal whether it is only to be tried: {@code ?dryRun=true}
 * @param digest keyed digest of its content, by which a repetition is told from another use of the key
 */
public record Write(Caller caller, OperationId operation, byte[] digest, boolean rehearsal) {}

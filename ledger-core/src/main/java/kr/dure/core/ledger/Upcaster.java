package kr.dure.core.ledger;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings an event that was stored in an older form one revision further, each time it is read. What is stored stays as
 * it is, for its bytes are hashed into the Merkle tree.
 *
 * @param type stable name of the event
 * @param from the revision that it reads; it gives the next one
 * @param step may change the node that it is given. It knows nothing but that: what an older form does not say, it must
 *     say for all of them
 */
public record Upcaster(String type, int from, UnaryOperator<ObjectNode> step) {}

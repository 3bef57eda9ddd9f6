package kr.dure.api.audit;

import tools.jackson.databind.JsonNode;

/**
 * An aggregate as its stream says it is.
 *
 * @param id within its kind
 * @param since the time of its first event
 */
record Refolded(String id, long since, JsonNode state) {}

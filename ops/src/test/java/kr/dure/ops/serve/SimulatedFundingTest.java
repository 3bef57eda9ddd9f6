package kr.dure.ops.serve;

import kr.dure.ops.serve.HttpTown.Reply;
import tools.jackson.databind.JsonNode;

/** An operator plays the bank. */
class SimulatedFundingTest extends FundingContract {
    @Override
    Reply comesIn(String key, JsonNode charge, long amount, String deposit) throws Exception {
        return town.post(
                HttpTown.OPERATOR,
                path(charge) + "/funding",
                key,
                "{\"amount\":%d,\"deposit\":\"%s\"}".formatted(amount, deposit));
    }
}

package kr.dure.core.cleanhouse;

import kr.dure.core.id.ProgrammeId;
import kr.dure.core.ledger.Refusal;
import kr.dure.core.money.Points;

/** Why a clean house says no. */
public sealed interface CleanHouseRefusal extends Refusal {
    record UnknownMaterial(ProgrammeId programme, String material) implements CleanHouseRefusal {}

    /** @param grams counted that day already */
    record DailyCap(long grams, long cap) implements CleanHouseRefusal {}

    record NotInSteps(Points points, int step) implements CleanHouseRefusal {}

    record InsufficientPoints(Points held, Points needed) implements CleanHouseRefusal {}
}

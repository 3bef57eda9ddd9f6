package kr.dure.ops.node;

import java.util.ArrayList;
import java.util.List;
import kr.dure.core.Features;
import kr.dure.core.ledger.Feature;
import kr.dure.settlement.SettlementFeature;

/** All features of all modules. */
public final class Town {
    private Town() {}

    public static List<Feature> features() {
        List<Feature> features = new ArrayList<>(Features.all());
        features.add(new SettlementFeature());
        return List.copyOf(features);
    }
}

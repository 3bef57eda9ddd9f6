package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.BUY_BAGS;
import static kr.dure.ops.demo.DemoOp.CONVERT_POINTS;

import java.util.HashMap;
import java.util.Map;

/** Points become money or rubbish bags. */
final class PointSpending {
    private static final int STEP = 10;
    private static final int SMALL_BAG = 240;
    private static final int LARGE_BAG = 490;
    private static final int BAGS_PERCENT = 45;
    private static final int NOT_IN_STEPS_PERCENT = 14;
    private static final int TOO_MUCH_PERCENT = 9;

    private final Scene scene;
    private final Map<String, Integer> points = new HashMap<>();

    PointSpending(Scene scene) {
        this.scene = scene;
    }

    void gets(String wallet, int more) {
        points.merge(wallet, more, Integer::sum);
    }

    void spend(String wallet, String site) {
        int has = points.getOrDefault(wallet, 0);
        if (scene.chance().percent(TOO_MUCH_PERCENT)) {
            writeBags(wallet, site, 20, has / LARGE_BAG + 1);
        } else if (scene.chance().percent(BAGS_PERCENT)) {
            buyBags(wallet, site, has);
        } else {
            convert(wallet, has);
        }
    }

    private void buyBags(String wallet, String site, int has) {
        if (has >= LARGE_BAG) {
            writeBags(wallet, site, 20, 1);
            gets(wallet, -LARGE_BAG);
        } else if (has >= SMALL_BAG) {
            writeBags(wallet, site, 10, 1);
            gets(wallet, -SMALL_BAG);
        }
    }

    private void convert(String wallet, int has) {
        int inSteps = has / STEP * STEP;
        if (inSteps == 0) {
            return;
        }
        if (has > inSteps && scene.chance().percent(NOT_IN_STEPS_PERCENT)) {
            writeConversion(wallet, has);
        }
        scene.agenda().inSeconds(15, () -> {
            writeConversion(wallet, inSteps);
            gets(wallet, -inSteps);
            scene.people().resident(wallet).purse().gets(inSteps);
        });
    }

    private void writeConversion(String wallet, int converted) {
        scene.book()
                .write(CONVERT_POINTS, DemoLine.fields().put("wallet", wallet).put("points", converted));
    }

    private void writeBags(String wallet, String site, int litres, int count) {
        scene.book()
                .write(
                        BUY_BAGS,
                        DemoLine.fields()
                                .put("wallet", wallet)
                                .put("site", site)
                                .put("litres", litres)
                                .put("count", count));
    }
}

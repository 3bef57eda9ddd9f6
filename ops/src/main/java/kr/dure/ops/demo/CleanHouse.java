package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.WEIGH;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People bring what can be used again, have it weighed and get points. */
final class CleanHouse {
    private static final List<String> SITES = List.of("장터-클린하우스", "강나루-클린하우스", "두레읍-클린하우스");
    private static final List<String> MATERIALS = List.of("cans", "clear-pet", "batteries", "cartons");
    private static final List<String> NOT_TAKEN = List.of("styrofoam", "glass", "vinyl");
    private static final int POINTS_PER_KG = 240;
    private static final int DAILY_GRAMS = 5_000;
    private static final int NOT_TAKEN_PERCENT = 1;
    private static final int CARFUL_PERCENT = 6;
    private static final int TRIES_OVER_CAP_PERCENT = 60;
    private static final int SPENDS_POINTS_PERCENT = 32;

    private final Scene scene;
    private final PointSpending spending;
    private final Map<String, Integer> today = new HashMap<>();
    private LocalDate day = DemoCalendar.day(1);

    CleanHouse(Scene scene, PointSpending spending) {
        this.scene = scene;
        this.spending = spending;
    }

    void someoneBringsThings() {
        var chance = scene.chance();
        String wallet = scene.people().someone(scene.agenda().now()).wallet();
        String site = chance.pick(SITES);
        boolean carful = chance.percent(CARFUL_PERCENT);
        int things = carful ? 4 : chance.between(1, 3);
        for (int thing = 0; thing < things; thing++) {
            scene.agenda().inSeconds(thing * 35, () -> weigh(wallet, site, carful));
        }
        if (chance.percent(SPENDS_POINTS_PERCENT)) {
            scene.agenda().inSeconds(200, () -> spending.spend(wallet, site));
        }
    }

    private void weigh(String wallet, String site, boolean carful) {
        var chance = scene.chance();
        int grams = carful ? chance.between(1_700, 3_900) : chance.between(150, 1_900);
        if (chance.percent(NOT_TAKEN_PERCENT)) {
            write(wallet, site, chance.pick(NOT_TAKEN), grams);
        } else if (counted(wallet) < DAILY_GRAMS) {
            write(wallet, site, chance.pick(MATERIALS), grams);
            count(wallet, Math.min(grams, DAILY_GRAMS - counted(wallet)));
        } else if (chance.percent(TRIES_OVER_CAP_PERCENT)) {
            write(wallet, site, chance.pick(MATERIALS), grams);
        }
    }

    private int counted(String wallet) {
        if (!day.equals(scene.agenda().today())) {
            day = scene.agenda().today();
            today.clear();
        }
        return today.getOrDefault(wallet, 0);
    }

    private void count(String wallet, int grams) {
        today.merge(wallet, grams, Integer::sum);
        int rate = DemoCalendar.isRecyclingDay(day) ? 2 * POINTS_PER_KG : POINTS_PER_KG;
        spending.gets(wallet, grams * rate / 1000);
    }

    private void write(String wallet, String site, String material, int grams) {
        scene.book()
                .write(
                        WEIGH,
                        DemoLine.fields()
                                .put("programme", Programmes.CLEAN_HOUSE)
                                .put("site", site)
                                .put("device", site.replace("클린하우스", "저울"))
                                .put("wallet", wallet)
                                .put("material", material)
                                .put("grams", grams));
    }
}

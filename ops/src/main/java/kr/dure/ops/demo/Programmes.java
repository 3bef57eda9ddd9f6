package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.OPEN_PROGRAMME;

import tools.jackson.databind.node.ObjectNode;

/** The programmes of the town. One would have paid wages, which local money must not. */
final class Programmes {
    static final String CARE = "마을돌봄-참여소득";
    static final String CLEAN_HOUSE = "클린하우스";
    static final String YOUTH = "청년-지역수당";
    static final String AUTUMN = "가을나눔-수당";

    static final int CARE_PER_HOUR = 10_320;
    static final int CARE_MONTHLY_CAP = 200_000;
    static final long YOUTH_BUDGET = 1_500_000;

    private static final String WAGES = "장터청소-일당";

    private final Scene scene;

    Programmes(Scene scene) {
        this.scene = scene;
    }

    void open() {
        open(wages());
        open(care());
        open(cleanHouse());
        open(youth());
        open(autumn());
    }

    private void open(ObjectNode programme) {
        scene.book().write(OPEN_PROGRAMME, programme);
    }

    private static ObjectNode wages() {
        var programme = programme(WAGES, "participation", "WAGE").put("ratePerHour", CARE_PER_HOUR);
        return line(programme, "시비", "city", 3_000_000);
    }

    private static ObjectNode care() {
        var programme = programme(CARE, "participation", "CONTRIBUTION")
                .put("ratePerHour", CARE_PER_HOUR)
                .put("monthlyCap", CARE_MONTHLY_CAP);
        return line(line(programme, "도비", "province", 1_500_000), "시비", "city", 5_000_000);
    }

    private static ObjectNode cleanHouse() {
        var programme = programme(CLEAN_HOUSE, "clean-house", "CONTRIBUTION");
        programme
                .putObject("rates")
                .put("cans", 240)
                .put("clear-pet", 240)
                .put("batteries", 240)
                .put("cartons", 240);
        var doubled = programme.putArray("doubleOn");
        DemoCalendar.days().stream().filter(DemoCalendar::isRecyclingDay).forEach(day -> doubled.add(day.toString()));
        return line(line(programme, "국비", "nation", 40_000), "시비", "city", 400_000);
    }

    private static ObjectNode youth() {
        var programme = programme(YOUTH, "policy", "GRANT").put("expiresOn", "2026-11-15");
        return line(line(programme, "도비", "province", 900_000), "시비", "city", YOUTH_BUDGET - 900_000);
    }

    private static ObjectNode autumn() {
        var programme = programme(AUTUMN, "policy", "GRANT").put("expiresOn", Policy.AUTUMN_ENDS.toString());
        return line(programme, "시비", "city", 1_200_000);
    }

    private static ObjectNode programme(String name, String kind, String basis) {
        return DemoLine.fields().put("programme", name).put("kind", kind).put("basis", basis);
    }

    private static ObjectNode line(ObjectNode programme, String line, String payer, long amount) {
        programme
                .withArray("lines")
                .addObject()
                .put("line", line)
                .put("payer", payer)
                .put("amount", amount);
        return programme;
    }
}

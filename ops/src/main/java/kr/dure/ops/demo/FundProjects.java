package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.SPEND_FUND;

/** What the residents' assembly decided: a bench under the zelkova tree, and a shared meal at the market. */
final class FundProjects {
    private static final String PROPOSES = "자치회장-서다온";
    private static final String APPROVES = "기금지기-남궁솔";
    private static final int HARDWARE = 5;
    private static final int GROCER = 2;
    private static final long WITHOUT_LOOKING = 3_000_000;

    private final Scene scene;
    private final Payments payments;

    FundProjects(Scene scene, Payments payments) {
        this.scene = scene;
        this.payments = payments;
    }

    void plan() {
        var people = scene.people();
        var bench = people.centre();
        scene.agenda().at(DemoCalendar.day(22).atTime(11, 0), () -> {
            write(bench.dong(), bench, half(bench.dong()), PROPOSES);
            write(bench.dong(), bench, WITHOUT_LOOKING, APPROVES);
            write(bench.dong(), people.number(1).purse(), half(bench.dong()), APPROVES);
        });
        scene.agenda().at(DemoCalendar.day(22).atTime(14, 0), () -> spend(bench.dong(), bench));
        scene.agenda().at(DemoCalendar.day(23).atTime(10, 20), () -> paysHalf(bench, HARDWARE));
        scene.agenda().at(DemoCalendar.day(26).atTime(15, 40), () -> paysHalf(bench, HARDWARE));
        var meal = people.cooperative();
        scene.agenda().at(DemoCalendar.day(27).atTime(11, 0), () -> spend(DemoPeople.CITY, meal));
        scene.agenda().at(DemoCalendar.day(27).atTime(11, 2), () -> spend(meal.dong(), meal));
        scene.agenda().at(DemoCalendar.day(29).atTime(9, 30), () -> paysHalf(meal, GROCER));
        scene.agenda().at(DemoCalendar.day(30).atTime(8, 50), () -> paysHalf(meal, GROCER));
    }

    private long half(String account) {
        return scene.coffers().in(account) / 2 / 1000 * 1000;
    }

    private void spend(String account, Purse institution) {
        long amount = half(account);
        write(account, institution, amount, APPROVES);
        scene.coffers().adds(account, -amount);
        institution.gets(amount);
    }

    private void paysHalf(Purse institution, int shop) {
        payments.pay(institution, scene.shops().number(shop), institution.surely() / 2 / 100 * 100);
    }

    private void write(String account, Purse wallet, long amount, String approvedBy) {
        scene.book()
                .write(
                        SPEND_FUND,
                        DemoLine.fields()
                                .put("account", account)
                                .put("wallet", wallet.wallet())
                                .put("amount", amount)
                                .put("proposedBy", PROPOSES)
                                .put("approvedBy", approvedBy));
    }
}

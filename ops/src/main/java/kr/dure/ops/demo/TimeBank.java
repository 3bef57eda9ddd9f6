package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.DONATE_MINUTES;
import static kr.dure.ops.demo.DemoOp.HELP;
import static kr.dure.ops.demo.DemoOp.JOIN_TIME_BANK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Neighbours help each other, an hour for an hour. */
final class TimeBank {
    private static final List<String> ACTIVITIES = List.of(
            "reading-aloud", "phone-lessons", "gardening", "side-dishes", "child-care", "sewing", "dog-walking");
    private static final List<String> EXCLUDED = List.of("errand", "for-profit");
    private static final int START = 300;
    private static final int OVERDRAFT = 600;
    private static final int HALF_HOUR = 30;
    private static final int EXCLUDED_PERCENT = 2;
    private static final int STRANGER_PERCENT = 2;
    private static final int TRIES_OVERDRAFT_PERCENT = 35;

    private final Scene scene;
    private final Map<String, Integer> minutes = new TreeMap<>();
    private final Map<String, Integer> provided = new TreeMap<>();
    private final List<Purse> members = new ArrayList<>();

    TimeBank(Scene scene) {
        this.scene = scene;
    }

    void institutionJoins(Purse institution) {
        join(institution, 0);
    }

    void residentJoins(Resident resident) {
        join(resident.purse(), START);
    }

    /** Who is too young, or whose guardian was not asked. */
    void joinInVain(Resident resident) {
        scene.book().write(JOIN_TIME_BANK, DemoLine.fields().put("wallet", resident.wallet()));
    }

    private void join(Purse purse, int start) {
        scene.book().write(JOIN_TIME_BANK, DemoLine.fields().put("wallet", purse.wallet()));
        if (minutes.putIfAbsent(purse.wallet(), start) == null) {
            members.add(purse);
        }
    }

    void someoneHelps() {
        var chance = scene.chance();
        if (members.size() < 2) {
            return;
        }
        var requester = chance.pick(members);
        var provider = chance.pick(members);
        int length = chance.between(1, 6) * HALF_HOUR;
        if (requester.isFrozen() || provider.wallet().equals(requester.wallet())) {
            return;
        }
        if (chance.percent(EXCLUDED_PERCENT)) {
            writeHelp(requester, provider.wallet(), length, chance.pick(EXCLUDED));
        } else if (chance.percent(STRANGER_PERCENT)) {
            writeHelp(requester, scene.people().number(DemoPeople.CHILD).wallet(), length, chance.pick(ACTIVITIES));
        } else if (canAsk(requester, length)) {
            help(requester, provider, length);
        } else if (chance.percent(TRIES_OVERDRAFT_PERCENT)) {
            writeHelp(requester, provider.wallet(), length, chance.pick(ACTIVITIES));
        }
    }

    void someoneDonates() {
        if (members.isEmpty()) {
            return;
        }
        var from = scene.chance().pick(members);
        var to = scene.people().centre();
        int length = scene.chance().between(1, 8) * HALF_HOUR;
        if (!minutes.containsKey(to.wallet())
                || from.isFrozen()
                || from.wallet().equals(to.wallet())) {
            return;
        }
        scene.book()
                .write(
                        DONATE_MINUTES,
                        DemoLine.fields()
                                .put("from", from.wallet())
                                .put("to", to.wallet())
                                .put("minutes", length));
        if (has(from) >= length) {
            move(from, to, length);
        }
    }

    private boolean canAsk(Purse requester, int length) {
        int floor = -Math.min(OVERDRAFT, provided.getOrDefault(requester.wallet(), 0));
        return has(requester) - length >= floor;
    }

    private void help(Purse requester, Purse provider, int length) {
        writeHelp(requester, provider.wallet(), length, scene.chance().pick(ACTIVITIES));
        move(requester, provider, length);
        provided.merge(provider.wallet(), length, Integer::sum);
    }

    private void move(Purse from, Purse to, int length) {
        minutes.merge(from.wallet(), -length, Integer::sum);
        minutes.merge(to.wallet(), length, Integer::sum);
    }

    private int has(Purse member) {
        return minutes.getOrDefault(member.wallet(), 0);
    }

    private void writeHelp(Purse requester, String provider, int length, String activity) {
        scene.book()
                .write(
                        HELP,
                        DemoLine.fields()
                                .put("requester", requester.wallet())
                                .put("provider", provider)
                                .put("minutes", length)
                                .put("activity", activity));
    }
}

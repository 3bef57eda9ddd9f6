package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.REFUND;

import java.time.LocalDateTime;

/** Some purchases are brought back, whole or in part. */
final class Refunds {
    private static final int BROUGHT_BACK_PERCENT = 6;
    private static final int SAME_DAY_PERCENT = 60;
    private static final int WHOLE_PERCENT = 55;
    private static final int TOO_MUCH_PERCENT = 11;
    private static final int TRIES_AN_EMPTY_TILL_PERCENT = 25;
    private static final int WRONG_RECEIPT_PERCENT = 4;

    private final Scene scene;

    Refunds(Scene scene) {
        this.scene = scene;
    }

    void perhaps(Receipt receipt) {
        if (scene.chance().percent(BROUGHT_BACK_PERCENT)) {
            scene.agenda().at(later(), () -> bringBack(receipt));
        }
    }

    private LocalDateTime later() {
        var chance = scene.chance();
        int days = chance.percent(SAME_DAY_PERCENT) ? 0 : chance.between(1, 5);
        var now = scene.agenda().now();
        return days == 0
                ? now.plusMinutes(chance.between(4, 50))
                : now.toLocalDate().plusDays(days).atTime(chance.between(14, 19), chance.between(0, 59), 30);
    }

    private void bringBack(Receipt receipt) {
        var chance = scene.chance();
        long amount = chance.percent(WHOLE_PERCENT) ? receipt.amount() : part(receipt.amount());
        if (scene.tills().open(receipt.shop()) >= amount - contribution(receipt, amount)) {
            refund(receipt, amount);
        } else if (chance.percent(TRIES_AN_EMPTY_TILL_PERCENT)) {
            write(receipt.payment(), amount);
        }
        if (chance.percent(TOO_MUCH_PERCENT)) {
            scene.agenda().inMinutes(chance.between(1, 9), () -> write(receipt.payment(), receipt.amount() + 100));
        }
        if (chance.percent(WRONG_RECEIPT_PERCENT)) {
            scene.agenda().inSeconds(40, () -> write("P9" + receipt.payment().substring(2), amount));
        }
    }

    private static long part(long amount) {
        return Math.max(100, amount / 2 / 100 * 100);
    }

    private void refund(Receipt receipt, long amount) {
        write(receipt.payment(), amount);
        long contribution = contribution(receipt, amount);
        scene.tills().takes(receipt.shop(), contribution - amount);
        scene.coffers().adds(receipt.shop().dong(), -contribution);
        receipt.purse().isRefunded(amount);
    }

    /** What the shop gets back of its contribution. */
    private static long contribution(Receipt receipt, long amount) {
        return Shop.contribution(receipt.amount()) * amount / receipt.amount();
    }

    private void write(String payment, long amount) {
        scene.book().write(REFUND, DemoLine.fields().put("payment", payment).put("amount", amount));
    }
}

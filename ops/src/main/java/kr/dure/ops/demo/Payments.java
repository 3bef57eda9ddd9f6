package kr.dure.ops.demo;

import static kr.dure.ops.demo.DemoOp.CAPTURE;
import static kr.dure.ops.demo.DemoOp.HOLD;
import static kr.dure.ops.demo.DemoOp.PAY;

import tools.jackson.databind.node.ObjectNode;

/** Payments and holds, and what they change in purses and tills. */
final class Payments {
    private final Scene scene;

    Payments(Scene scene) {
        this.scene = scene;
    }

    Receipt pay(Purse purse, Shop shop, long amount) {
        String payment = scene.book().write(PAY, order(purse, shop.id(), amount));
        purse.spends(amount);
        return took(new Receipt(payment, purse, shop, amount));
    }

    /** A payment that will be refused. */
    void payInVain(Purse purse, String shop, long amount) {
        scene.book().write(PAY, order(purse, shop, amount));
    }

    /** @return its id */
    String hold(Purse purse, Shop shop, long amount) {
        String hold = scene.book().write(HOLD, order(purse, shop.id(), amount));
        purse.spends(amount);
        return hold;
    }

    Receipt capture(String hold, Purse purse, Shop shop, long held, long amount) {
        String payment = captureInVain(hold, amount);
        purse.getsBack(held - amount);
        return took(new Receipt(payment, purse, shop, amount));
    }

    /** A capture that will be refused. */
    String captureInVain(String hold, long amount) {
        return scene.book().write(CAPTURE, DemoLine.fields().put("hold", hold).put("amount", amount));
    }

    private Receipt took(Receipt receipt) {
        long contribution = Shop.contribution(receipt.amount());
        scene.tills().takes(receipt.shop(), receipt.amount() - contribution);
        scene.coffers().adds(receipt.shop().dong(), contribution);
        if (!scene.agenda().today().isBefore(DemoCalendar.CASHBACK_FROM)) {
            receipt.purse().earnsCashback(receipt.amount());
        }
        return receipt;
    }

    private static ObjectNode order(Purse purse, String shop, long amount) {
        return DemoLine.fields()
                .put("wallet", purse.wallet())
                .put("merchant", shop)
                .put("amount", amount);
    }
}

package kr.dure.ops.demo;

import java.util.Locale;

/** The operations of a town file, and the letters with which their ids begin. A capture makes a payment too. */
enum DemoOp {
    OPEN_WALLET("OW"),
    FREEZE_WALLET("FW"),
    UNFREEZE_WALLET("UW"),
    REGISTER_MERCHANT("OM"),
    SUSPEND_MERCHANT("SM"),
    REINSTATE_MERCHANT("RM"),
    OPEN_PROGRAMME("OP"),
    CHARGE("C"),
    CANCEL_CHARGE("CC"),
    GRANT("A"),
    PAYOUT("PO"),
    WEIGH("K"),
    CONVERT_POINTS("CP"),
    BUY_BAGS("B"),
    PAY("P"),
    HOLD("H"),
    CAPTURE("P"),
    VOID("V"),
    REFUND("RF"),
    GIFT("G"),
    DONATE("D"),
    SPEND_FUND("SF"),
    JOIN_TIME_BANK("J"),
    HELP("T"),
    DONATE_MINUTES("DM"),
    BALANCE_REFUND("BR"),
    EXPIRE("X"),
    DAY_END("E"),
    BANK_ANSWER("BA");

    private final String letters;

    DemoOp(String letters) {
        this.letters = letters;
    }

    String letters() {
        return letters;
    }

    String inTownFile() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

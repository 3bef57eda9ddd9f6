package kr.dure.ops.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A resident of the town.
 *
 * @param born or null of somebody who did not say
 * @param guardianConsent of a minor
 * @param arrives when the wallet is opened
 * @param usualCharge what is charged at a time
 * @param budget what is charged in the month, unless it is more
 */
record Resident(
        int number,
        Purse purse,
        @Nullable LocalDate born,
        boolean guardianConsent,
        LocalDateTime arrives,
        int usualCharge,
        int budget) {

    static String wallet(int number) {
        return String.format(Locale.ROOT, "R%05d", number);
    }

    String wallet() {
        return purse.wallet();
    }

    boolean isIn(LocalDateTime now) {
        return arrives.isBefore(now);
    }
}

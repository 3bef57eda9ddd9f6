package kr.dure.ops.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of one wallet. */
final class ReferenceWallet {
    final String id;
    final boolean resident;
    final String dong;

    /** Null where it was not given. */
    final LocalDate birthDate;

    final boolean guardianConsent;
    boolean frozen;

    /** All pots that the wallet ever had, in the order in which they were created. */
    final List<ReferencePot> pots = new ArrayList<>();

    final List<ReferenceCharge> charges = new ArrayList<>();

    /** What was ever used of PURCHASED pots in payments, less what refunds restored to such pots. */
    long purchasedSpent;

    final List<ReferenceTime> balanceRefunds = new ArrayList<>();
    final Map<YearMonth, Long> cashbackBases = new HashMap<>();
    final Map<YearMonth, Long> giftsReceived = new HashMap<>();
    final Map<LocalDate, Long> gramsCounted = new HashMap<>();

    long points;

    boolean member;
    long minutes;
    long minutesProvided;

    ReferenceWallet(String id, boolean resident, String dong, LocalDate birthDate, boolean guardianConsent) {
        this.id = id;
        this.resident = resident;
        this.dong = dong;
        this.birthDate = birthDate;
        this.guardianConsent = guardianConsent;
    }

    /** All money of one kind, held or not, expired or not. */
    long left(ReferencePot.Kind kind) {
        long left = 0;
        for (ReferencePot pot : pots) {
            if (pot.kind == kind) {
                left += pot.left;
            }
        }
        return left;
    }

    long held() {
        long held = 0;
        for (ReferencePot pot : pots) {
            held += pot.held;
        }
        return held;
    }

    /** What counts for the holding limit. */
    long holding() {
        return left(ReferencePot.Kind.PURCHASED) + left(ReferencePot.Kind.GIFT);
    }
}

package kr.dure.core.wallet;

import java.util.EnumSet;
import java.util.Set;

/** What money a pot holds, in spend order on a tie of expiry. */
public enum PotKind {
    /** Policy money (정책수당), until its programme's day. */
    POLICY,
    /** Payback (페이백). */
    CASHBACK,
    /** Participation income and converted points. */
    EARNED,
    /** Fund money of an institution's project. */
    PROJECT,
    /** From another resident. */
    GIFT,
    /** Bought by its holder. */
    PURCHASED;

    public static final Set<PotKind> ALL = EnumSet.allOf(PotKind.class);
    static final Set<PotKind> POLICY_ONLY = EnumSet.of(POLICY);
    /** POLICY, CASHBACK and PROJECT are not giftable. */
    static final Set<PotKind> GIFTABLE = EnumSet.of(EARNED, GIFT, PURCHASED);

    /** What the balance refund pays for. */
    static final Set<PotKind> BOUGHT = EnumSet.of(PURCHASED);
    /** What counts towards the holding limit. */
    static final Set<PotKind> HOLDING = EnumSet.of(PURCHASED, GIFT);
}

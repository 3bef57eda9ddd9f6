package kr.dure.api.http;

import java.util.EnumMap;
import java.util.Map;
import kr.dure.api.access.Role;

/**
 * How many requests one caller may send, by role.
 *
 * @param limits of every role
 */
public record RateLimits(Map<Role, Limit> limits) {
    /**
     * @param atOnce after a pause
     * @param perSecond for good
     */
    public record Limit(int atOnce, int perSecond) {}

    /** Above what people and terminals do, below what a program gone wild does. */
    public static RateLimits usual() {
        return new RateLimits(Map.of(
                Role.RESIDENT, new Limit(100, 10),
                Role.MERCHANT, new Limit(400, 100),
                Role.CLERK, new Limit(200, 20),
                Role.OFFICER, new Limit(400, 50),
                Role.MANAGER, new Limit(400, 50),
                Role.AUDITOR, new Limit(400, 50),
                Role.OPERATOR, new Limit(2_000, 500)));
    }

    /** The same for everybody. */
    public static RateLimits of(int atOnce, int perSecond) {
        Map<Role, Limit> limits = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            limits.put(role, new Limit(atOnce, perSecond));
        }
        return new RateLimits(limits);
    }

    Limit of(Role role) {
        var limit = limits.get(role);
        if (limit == null) {
            throw new IllegalStateException("no limit for " + role);
        }
        return limit;
    }
}

package kr.dure.ops.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the shops have taken and not yet been paid. */
final class Tills {
    private final Map<String, Long> open = new TreeMap<>();
    private final Map<LocalDate, Map<String, Long>> batches = new HashMap<>();
    private final Set<String> registered = new HashSet<>();
    private final Set<String> suspended = new HashSet<>();

    void takes(Shop shop, long amount) {
        open.merge(shop.id(), amount, Long::sum);
    }

    long open(Shop shop) {
        return open.getOrDefault(shop.id(), 0L);
    }

    boolean isSuspended(Shop shop) {
        return suspended.contains(shop.id());
    }

    void suspend(Shop shop) {
        suspended.add(shop.id());
    }

    void reinstate(Shop shop) {
        suspended.remove(shop.id());
    }

    boolean isRegistered(Shop shop) {
        return registered.contains(shop.id());
    }

    void register(Shop shop) {
        registered.add(shop.id());
    }

    /** Everything open of those not suspended goes into the day's batch. */
    void cutOff(LocalDate day) {
        Map<String, Long> batch = new TreeMap<>(open);
        batch.keySet().removeAll(suspended);
        batch.values().removeIf(amount -> amount <= 0);
        open.keySet().removeAll(batch.keySet());
        batches.put(day, batch);
    }

    /** The shops in the batch of that day, by their ids and in their order. */
    List<String> batch(LocalDate day) {
        return List.copyOf(batches.getOrDefault(day, Map.of()).keySet());
    }

    /** The bank could not pay this shop. */
    void comesBack(LocalDate day, String shop) {
        open.merge(shop, batches.getOrDefault(day, Map.of()).getOrDefault(shop, 0L), Long::sum);
    }
}

package kr.dure.ops.town;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One step of a random town: an operation chosen by numbers, so that it can be shrunk. Numbers that point at earlier
 * steps point at payments, holds and charges that may exist.
 *
 * @param minutes how much later than the step before it happens
 */
record TownStep(int kind, int who, int whom, int back, long amount, int minutes) {
    static final List<String> KINDS = List.of(
            "pay",
            "charge",
            "refund",
            "hold",
            "capture",
            "void",
            "gift",
            "donate",
            "grant",
            "payout",
            "weigh",
            "convert-points",
            "buy-bags",
            "balance-refund",
            "expire",
            "day-end",
            "bank-answer",
            "cancel-charge",
            "spend-fund",
            "join-time-bank",
            "help",
            "donate-minutes",
            "freeze-wallet",
            "unfreeze-wallet",
            "suspend-merchant",
            "reinstate-merchant");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant START = Instant.parse("2026-10-12T00:00:00Z");
    private static final int WALLETS = 4;
    private static final int MERCHANTS = 3;

    /** The lines that make the town before its steps: wallets, merchants, programmes. */
    static List<String> opening() {
        return List.of(
                line(
                        0,
                        "o1",
                        Map.of(
                                "op",
                                "open-wallet",
                                "wallet",
                                "W0",
                                "holder",
                                "resident",
                                "dong",
                                "갑동",
                                "person",
                                "P0",
                                "birthDate",
                                "1990-01-01")),
                line(
                        0,
                        "o2",
                        Map.of(
                                "op",
                                "open-wallet",
                                "wallet",
                                "W1",
                                "holder",
                                "resident",
                                "dong",
                                "을동",
                                "person",
                                "P1",
                                "birthDate",
                                "2011-11-01",
                                "guardianConsent",
                                true)),
                line(
                        0,
                        "o3",
                        Map.of(
                                "op",
                                "open-wallet",
                                "wallet",
                                "W2",
                                "holder",
                                "resident",
                                "dong",
                                "갑동",
                                "person",
                                "P2")),
                line(0, "o4", Map.of("op", "open-wallet", "wallet", "W3", "holder", "institution", "dong", "을동")),
                line(
                        0,
                        "o5",
                        Map.of(
                                "op",
                                "register-merchant",
                                "merchant",
                                "M0",
                                "dong",
                                "갑동",
                                "trade",
                                "cafe",
                                "annualSales",
                                1000,
                                "inDistrict",
                                true)),
                line(
                        0,
                        "o6",
                        Map.of(
                                "op",
                                "register-merchant",
                                "merchant",
                                "M1",
                                "dong",
                                "을동",
                                "trade",
                                "cafe",
                                "annualSales",
                                3_000_000_001L,
                                "inDistrict",
                                true)),
                line(
                        0,
                        "o7",
                        Map.of(
                                "op",
                                "register-merchant",
                                "merchant",
                                "M2",
                                "dong",
                                "병동",
                                "trade",
                                "cafe",
                                "annualSales",
                                1000,
                                "inDistrict",
                                true,
                                "owners",
                                List.of("W2"))),
                line(
                        0,
                        "o8",
                        Map.of(
                                "op",
                                "open-programme",
                                "programme",
                                "POLICY",
                                "kind",
                                "policy",
                                "basis",
                                "GRANT",
                                "lines",
                                List.of(budget("a", 300_000), budget("b", 500_000)),
                                "expiresOn",
                                "2026-10-25")),
                line(
                        0,
                        "o9",
                        Map.of(
                                "op",
                                "open-programme",
                                "programme",
                                "WORK",
                                "kind",
                                "participation",
                                "basis",
                                "CONTRIBUTION",
                                "lines",
                                List.of(budget("a", 200_000)),
                                "ratePerHour",
                                10_031,
                                "monthlyCap",
                                120_000)),
                line(
                        0,
                        "o10",
                        Map.of(
                                "op",
                                "open-programme",
                                "programme",
                                "CLEAN",
                                "kind",
                                "clean-house",
                                "basis",
                                "CONTRIBUTION",
                                "lines",
                                List.of(budget("a", 900), budget("b", 9_000)),
                                "rates",
                                Map.of("can", 241),
                                "doubleOn",
                                List.of("2026-10-15"))));
    }

    private static Map<String, Object> budget(String line, long amount) {
        return Map.of("line", line, "payer", "city", "amount", amount);
    }

    /** @param number of this step; its operation is named after it */
    String line(int number, long minutesSoFar) {
        return line(minutesSoFar, "s" + number, operation(number, minutesSoFar));
    }

    private Map<String, Object> operation(int number, long minutesSoFar) {
        String op = KINDS.get(kind % KINDS.size());
        String wallet = "W" + who % WALLETS;
        String other = "W" + whom % WALLETS;
        String merchant = "M" + whom % MERCHANTS;
        String earlier = "s" + Math.max(0, number - 1 - back);
        String day = Instant.EPOCH
                .plus(Duration.ofHours(9))
                .plus(Duration.between(Instant.EPOCH, at(minutesSoFar)))
                .toString()
                .substring(0, 10);
        return switch (op) {
            case "pay", "hold" -> Map.of("op", op, "wallet", wallet, "merchant", merchant, "amount", amount);
            case "charge" -> Map.of("op", op, "wallet", wallet, "amount", amount, "funding", "F" + number);
            case "refund" -> Map.of("op", op, "payment", earlier, "amount", amount);
            case "capture" -> Map.of("op", op, "hold", earlier, "amount", amount);
            case "void" -> Map.of("op", op, "hold", earlier);
            case "cancel-charge" -> Map.of("op", op, "charge", earlier);
            case "gift" -> Map.of("op", op, "from", wallet, "to", other, "amount", amount);
            case "donate" -> Map.of("op", op, "wallet", wallet, "account", "갑동", "amount", amount);
            case "grant" -> Map.of("op", op, "programme", "POLICY", "wallet", wallet, "amount", amount);
            case "payout" ->
                Map.of(
                        "op",
                        op,
                        "programme",
                        "WORK",
                        "submittedBy",
                        "a",
                        "approvedBy",
                        "b",
                        "items",
                        List.of(
                                Map.of("wallet", wallet, "minutes", 1 + amount % 300),
                                Map.of("wallet", other, "minutes", 1)));
            case "weigh" ->
                Map.of(
                        "op",
                        op,
                        "programme",
                        "CLEAN",
                        "site",
                        "S",
                        "device",
                        "D",
                        "wallet",
                        wallet,
                        "material",
                        "can",
                        "grams",
                        1 + amount % 6_000);
            case "convert-points" -> Map.of("op", op, "wallet", wallet, "points", 10 * (1 + amount % 60));
            case "buy-bags" -> Map.of("op", op, "wallet", wallet, "site", "S", "litres", 10, "count", 1 + back % 2);
            case "expire" -> Map.of("op", op);
            case "day-end" -> Map.of("op", op, "date", day);
            case "bank-answer" ->
                Map.of(
                        "op",
                        op,
                        "batch",
                        day,
                        "paid",
                        List.of("M0"),
                        "rejected",
                        back % 2 == 0 ? List.of() : List.of("M2"));
            case "spend-fund" ->
                Map.of(
                        "op",
                        op,
                        "account",
                        "갑동",
                        "wallet",
                        "W3",
                        "amount",
                        amount,
                        "proposedBy",
                        "a",
                        "approvedBy",
                        "b");
            case "help" ->
                Map.of(
                        "op",
                        op,
                        "requester",
                        wallet,
                        "provider",
                        other,
                        "minutes",
                        1 + amount % 400,
                        "activity",
                        "gardening");
            case "donate-minutes" -> Map.of("op", op, "from", wallet, "to", other, "minutes", 1 + amount % 400);
            case "suspend-merchant", "reinstate-merchant" -> Map.of("op", op, "merchant", merchant);
            default -> Map.of("op", op, "wallet", wallet);
        };
    }

    private static Instant at(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static String line(long minutes, String id, Map<String, Object> operation) {
        Map<String, Object> line = new LinkedHashMap<>(operation);
        line.put("at", at(minutes).toString());
        line.put("id", id);
        return JSON.writeValueAsString(line);
    }
}

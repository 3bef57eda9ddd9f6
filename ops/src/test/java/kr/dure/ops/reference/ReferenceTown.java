package kr.dure.ops.reference;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes a town file line by line, in order, and says what comes of each line and what state it all leaves. */
public final class ReferenceTown {
    private final ReferenceLedger ledger = new ReferenceLedger();

    /** What was answered to an id, and to which content. The code is null where it was accepted. */
    private record Answer(ObjectNode content, String code) {}

    private final Map<String, Answer> answers = new HashMap<>();

    /** The latest time of an id that was new when it was accepted or refused; null before the first. */
    private ReferenceTime clock;

    private int lines;

    /** Lines count from 1 again; nothing else changes. */
    public void startFile() {
        lines = 0;
    }

    /** Runs one line, given without its line end, and answers its result. */
    public JsonNode line(byte[] bytes) {
        lines++;
        Optional<ObjectNode> object = ReferenceLine.read(bytes);
        String id = object.flatMap(ReferenceLine::id).orElse(null);
        if (object.isEmpty() || !ReferenceLine.isValid(object.get())) {
            return invalid(id);
        }
        ObjectNode line = object.get();
        ObjectNode content = line.deepCopy();
        content.remove("at");
        Answer first = answers.get(id);
        if (first != null) {
            return first.content().equals(content) ? answered(id, first.code()) : answered(id, "id-reused");
        }
        ReferenceTime at = ReferenceTime.parse(line.get("at").stringValue()).orElseThrow();
        if (clock != null && at.isBefore(clock)) {
            return invalid(id);
        }
        clock = at;
        String code = run(at, line);
        answers.put(id, new Answer(content, code));
        return answered(id, code);
    }

    /** The report as of the latest operation. */
    public JsonNode report() {
        return ReferenceReport.of(ledger);
    }

    /** A pot, be it empty or not. */
    public record PotState(
            long number, String wallet, String kind, LocalDate expiresOn, boolean renewed, long left, long held) {}

    /** Every pot that there ever was. */
    public List<PotState> pots() {
        List<PotState> states = new ArrayList<>();
        for (ReferencePot pot : ledger.pots) {
            states.add(new PotState(
                    pot.number, pot.wallet.id, pot.kind.name(), pot.expiresOn, pot.renewed, pot.left, pot.held));
        }
        return states;
    }

    /** A payment, and what went back of it and of what it gave rise to. */
    public record PaymentState(
            String id,
            String wallet,
            String merchant,
            long amount,
            long refunded,
            long givenBackToPots,
            long contribution,
            long contributionBack,
            long cashbackResidentPart,
            long cashbackResidentBack,
            long cashbackFundPart,
            long cashbackFundBack) {}

    /** Every payment, captures included. */
    public List<PaymentState> payments() {
        List<PaymentState> states = new ArrayList<>();
        for (ReferencePayment payment : ledger.payments.values()) {
            long givenBack =
                    payment.parts.stream().mapToLong(part -> part.givenBack).sum();
            states.add(new PaymentState(
                    payment.id,
                    payment.wallet.id,
                    payment.merchant.id,
                    payment.amount,
                    payment.refunded,
                    givenBack,
                    payment.contribution,
                    payment.contributionBack,
                    payment.residentPart,
                    payment.residentBack,
                    payment.fundPart,
                    payment.fundBack));
        }
        return states;
    }

    /** What each payer gave for a charge or payment, and got back. */
    public record IncentiveState(String id, long nation, long nationBack, long city, long cityBack) {}

    /** The incentive of every charge, and of every payment since there is cashback; many of them are 0. */
    public List<IncentiveState> incentives() {
        List<IncentiveState> states = new ArrayList<>();
        for (ReferenceIncentive incentive : ledger.incentives) {
            states.add(new IncentiveState(
                    incentive.id, incentive.nation, incentive.nationBack, incentive.city, incentive.cityBack));
        }
        return states;
    }

    private String run(ReferenceTime at, ObjectNode line) {
        ledger.moveTo(at);
        try {
            dispatch(new Fields(line));
            return null;
        } catch (ReferenceRefusal refusal) {
            return refusal.code;
        }
    }

    private void dispatch(Fields line) {
        String id = line.text("id");
        switch (line.text("op")) {
            case "open-wallet" ->
                ledger.openWallet(
                        line.text("wallet"),
                        line.text("holder").equals("resident"),
                        line.text("dong"),
                        line.text("person"),
                        line.date("birthDate"),
                        line.flag("guardianConsent"));
            case "register-merchant" ->
                ledger.registerMerchant(
                        line.text("merchant"),
                        line.text("dong"),
                        line.text("trade"),
                        line.number("annualSales"),
                        line.flag("inDistrict"),
                        line.texts("owners"));
            case "suspend-merchant" -> ledger.suspendMerchant(line.text("merchant"), true);
            case "reinstate-merchant" -> ledger.suspendMerchant(line.text("merchant"), false);
            case "freeze-wallet" -> ledger.freezeWallet(line.text("wallet"), true);
            case "unfreeze-wallet" -> ledger.freezeWallet(line.text("wallet"), false);
            case "open-programme" ->
                ledger.openProgramme(
                        line.text("programme"),
                        line.text("basis"),
                        new ReferenceProgramme.Terms(
                                line.text("kind"),
                                line.number("ratePerHour"),
                                line.number("monthlyCap"),
                                line.numbers("rates"),
                                line.dates("doubleOn"),
                                line.date("expiresOn")),
                        line.objects("lines").stream()
                                .collect(toMap(
                                        budget -> budget.text("line"),
                                        budget -> budget.number("amount"),
                                        (one, other) -> one,
                                        LinkedHashMap::new)));
            case "charge" -> ledger.charge(id, line.text("wallet"), line.number("amount"), line.text("funding"));
            case "cancel-charge" -> ledger.cancelCharge(line.text("charge"));
            case "grant" -> ledger.grant(line.text("programme"), line.text("wallet"), line.number("amount"));
            case "payout" ->
                ledger.payout(
                        line.text("programme"),
                        line.text("submittedBy"),
                        line.text("approvedBy"),
                        line.objects("items").stream()
                                .map(item ->
                                        new ReferenceLedger.PayoutItem(item.text("wallet"), item.number("minutes")))
                                .toList());
            case "weigh" ->
                ledger.weigh(line.text("programme"), line.text("wallet"), line.text("material"), line.number("grams"));
            case "convert-points" -> ledger.convertPoints(line.text("wallet"), line.number("points"));
            case "buy-bags" -> ledger.buyBags(line.text("wallet"), line.number("litres"), line.number("count"));
            case "pay" -> ledger.pay(id, line.text("wallet"), line.text("merchant"), line.number("amount"));
            case "hold" -> ledger.hold(id, line.text("wallet"), line.text("merchant"), line.number("amount"));
            case "capture" -> ledger.capture(id, line.text("hold"), line.number("amount"));
            case "void" -> ledger.voidHold(line.text("hold"));
            case "refund" -> ledger.refund(line.text("payment"), line.number("amount"));
            case "gift" -> ledger.gift(line.text("from"), line.text("to"), line.number("amount"));
            case "donate" -> ledger.donate(line.text("wallet"), line.number("amount"), line.text("account"));
            case "spend-fund" ->
                ledger.spendFund(
                        line.text("account"),
                        line.text("wallet"),
                        line.number("amount"),
                        line.text("proposedBy"),
                        line.text("approvedBy"));
            case "join-time-bank" -> ledger.joinTimeBank(line.text("wallet"));
            case "help" ->
                ledger.help(
                        line.text("requester"), line.text("provider"), line.number("minutes"), line.text("activity"));
            case "donate-minutes" -> ledger.donateMinutes(line.text("from"), line.text("to"), line.number("minutes"));
            case "balance-refund" -> ledger.balanceRefund(line.text("wallet"));
            case "expire" -> ledger.expire();
            case "day-end" -> ledger.dayEnd(line.date("date"));
            case "bank-answer" -> ledger.bankAnswer(line.date("batch"), line.texts("paid"), line.texts("rejected"));
            default -> throw new IllegalStateException("an operation that is valid, but not known");
        }
    }

    /** The fields of an object that is known to be valid: what is not there is null, false or empty. */
    private record Fields(JsonNode object) {
        String text(String field) {
            return object.has(field) ? object.get(field).stringValue() : null;
        }

        Long number(String field) {
            return object.has(field) ? object.get(field).longValue() : null;
        }

        boolean flag(String field) {
            return object.has(field) && object.get(field).booleanValue();
        }

        LocalDate date(String field) {
            return object.has(field) ? LocalDate.parse(object.get(field).stringValue()) : null;
        }

        List<String> texts(String field) {
            return entries(field).stream().map(JsonNode::stringValue).toList();
        }

        List<LocalDate> dates(String field) {
            return texts(field).stream().map(LocalDate::parse).toList();
        }

        List<Fields> objects(String field) {
            return entries(field).stream().map(Fields::new).toList();
        }

        Map<String, Long> numbers(String field) {
            Map<String, Long> numbers = new HashMap<>();
            if (object.has(field)) {
                object.get(field)
                        .properties()
                        .forEach(entry ->
                                numbers.put(entry.getKey(), entry.getValue().longValue()));
            }
            return numbers;
        }

        private List<JsonNode> entries(String field) {
            List<JsonNode> entries = new ArrayList<>();
            if (object.has(field)) {
                object.get(field).forEach(entries::add);
            }
            return entries;
        }
    }

    private JsonNode invalid(String id) {
        return result(id, "invalid");
    }

    private JsonNode answered(String id, String code) {
        return code == null ? result(id, "accepted") : result(id, "refused").put("code", code);
    }

    private ObjectNode result(String id, String result) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("line", lines)
                .put("id", id)
                .put("result", result);
    }
}

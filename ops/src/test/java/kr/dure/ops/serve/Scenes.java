package kr.dure.ops.serve;

import static java.util.Map.entry;
import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.BAKERY;
import static kr.dure.ops.serve.HttpTown.CAFE;
import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.OPERATOR;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.wallet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kr.dure.core.ledger.Moment;

/**
 * What has to be there before each operation does what it is for, who asks for it, and who may not. The examples of the
 * document speak of Younghee, Cheolsu, the bakery and its town; where they speak of what only now came into being, its id is
 * put in.
 */
final class Scenes {
    /** What the town has beside {@link HttpTown}: whom somebody can freeze, suspend and pay back, points, a batch. */
    static final String MORE = """
            {"at":"2026-11-01T09:10:00+09:00","id":"w3","op":"open-wallet","wallet":"보람","holder":"resident","dong":"느티나무동","person":"p3","birthDate":"1970-01-01"}
            {"at":"2026-11-01T09:10:00+09:00","id":"w4","op":"open-wallet","wallet":"가람","holder":"resident","dong":"느티나무동","person":"p4"}
            {"at":"2026-11-01T09:10:00+09:00","id":"w5","op":"open-wallet","wallet":"찬우","holder":"resident","dong":"느티나무동","person":"p5"}
            {"at":"2026-11-01T09:10:00+09:00","id":"w6","op":"open-wallet","wallet":"다온","holder":"resident","dong":"느티나무동","person":"p6"}
            {"at":"2026-11-01T09:10:00+09:00","id":"w7","op":"open-wallet","wallet":"주민회","holder":"institution","dong":"느티나무동"}
            {"at":"2026-11-01T09:10:00+09:00","id":"g2","op":"open-programme","programme":"동네돌봄","kind":"participation","basis":"CONTRIBUTION","lines":[{"line":"시비","payer":"city","amount":1000000}],"ratePerHour":12000}
            {"at":"2026-11-01T09:10:00+09:00","id":"g3","op":"open-programme","programme":"재난지원금","kind":"policy","basis":"GRANT","lines":[{"line":"시비","payer":"city","amount":1000000}]}
            {"at":"2026-11-01T09:10:00+09:00","id":"m3","op":"register-merchant","merchant":"책방","dong":"강나루동","trade":"books","annualSales":80000000,"inDistrict":true}
            {"at":"2026-11-01T09:11:00+09:00","id":"c3","op":"charge","wallet":"보람","amount":10000,"funding":"d3"}
            {"at":"2026-11-01T09:11:00+09:00","id":"c4","op":"charge","wallet":"가람","amount":10000,"funding":"d4"}
            {"at":"2026-11-01T09:12:00+09:00","id":"p3","op":"pay","wallet":"보람","merchant":"두레빵집","amount":9000}
            {"at":"2026-11-01T09:12:00+09:00","id":"p4","op":"pay","wallet":"가람","merchant":"찻집","amount":9000}
            {"at":"2026-11-01T09:20:00+09:00","id":"g1","op":"open-programme","programme":"클린하우스","kind":"clean-house","basis":"CONTRIBUTION","lines":[{"line":"시비","payer":"city","amount":1000000}],"rates":{"clear-pet":240},"doubleOn":["2026-11-01"]}
            {"at":"2026-11-01T09:21:00+09:00","id":"b1","op":"weigh","programme":"클린하우스","site":"S1","device":"D1","wallet":"영희","material":"clear-pet","grams":5000}
            {"at":"2026-11-01T23:50:00+09:00","id":"e1","op":"day-end","date":"2026-11-01"}
            """;

    private static final String OFFICER = "officer:최주무";
    private static final String CLERK = "clerk:두레빵집/김점원";
    private static final String MANAGER = "manager:김기금";
    private static final String CARE = encoded("동네돌봄");
    private static final String RELIEF = encoded("재난지원금");
    private static final String CAFES = "/merchants/" + encoded("찻집") + "/webhooks";
    private static final Scale SCALE = new Scale();

    /** Nothing is there, and nothing needs to be: messages wait. */
    private static final String RECEIVER = "http://127.0.0.1:60999/hook";

    private static final Map<String, Scene> ALL = Map.ofEntries(
            // wallets
            entry("openWallet", town -> new Asked(OFFICER).notFor(YOUNGHEE, BAKERY, AUDITOR)),
            entry("getWallet", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, BAKERY)),
            entry("getStatement", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, BAKERY)),
            entry("getBalanceAt", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, BAKERY)),
            entry("freezeWallet", town -> new Asked(OFFICER).at("wallet", "찬우").notFor(YOUNGHEE, AUDITOR)),
            entry(
                    "unfreezeWallet",
                    town -> new Asked(OFFICER).at("wallet", "찬우").notFor(YOUNGHEE, AUDITOR)),
            entry("pay", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, BAKERY, OPERATOR)),
            entry(
                    "getPayment",
                    town -> new Asked(YOUNGHEE).at("payment", paid(town)).notFor(CHEOLSU, CAFE)),
            entry(
                    "refundPayment",
                    town -> new Asked(BAKERY).at("payment", paid(town)).notFor(YOUNGHEE, CAFE)),
            entry(
                    "getRefund",
                    town -> new Asked(YOUNGHEE).at("refund", refunded(town)).notFor(CHEOLSU, CAFE)),
            entry("sendGift", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, OPERATOR)),
            entry("getGift", town -> new Asked(YOUNGHEE).at("gift", given(town)).notFor(CHEOLSU, BAKERY)),
            entry(
                    "refundBalance",
                    town -> new Asked("resident:보람").at("wallet", "보람").notFor(YOUNGHEE, OPERATOR)),
            entry(
                    "getBalanceRefund",
                    town -> new Asked("resident:가람")
                            .at("refund", id(town.post("resident:가람", wallet("가람") + "/balance-refund", ""), "refund"))
                            .notFor(YOUNGHEE)),
            entry("sweepExpired", town -> new Asked(OPERATOR).notFor(YOUNGHEE, AUDITOR)),
            // charges
            entry("requestCharge", town -> new Asked(CHEOLSU).at("wallet", "철수").notFor(YOUNGHEE, OPERATOR)),
            entry("listCharges", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, BAKERY)),
            entry(
                    "getCharge",
                    town -> new Asked(CHEOLSU).at("charge", charge(town)).notFor(YOUNGHEE)),
            entry(
                    "cancelCharge",
                    town -> new Asked(CHEOLSU).at("charge", funded(town)).notFor(YOUNGHEE)),
            entry(
                    "simulateDeposit",
                    town -> new Asked(OPERATOR).at("charge", charge(town)).notFor(CHEOLSU, AUDITOR)),
            entry("takeDeposit", town -> new Asked(OPERATOR).notFor(CHEOLSU, AUDITOR)),
            entry(
                    "getDeposit",
                    town -> new Asked(OPERATOR)
                            .at("deposit", taken(town, CHEOLSU, wallet("철수")))
                            .notFor(CHEOLSU)),
            entry(
                    "reverseDeposit",
                    town -> new Asked(OPERATOR)
                            .at("deposit", taken(town, "resident:다온", wallet("다온")))
                            .notFor(CHEOLSU, AUDITOR)),
            entry("listPayoutOrders", town -> new Asked(OPERATOR).notFor(CHEOLSU)),
            entry("listPayoutOrdersOfWallet", town -> new Asked(YOUNGHEE).notFor(CHEOLSU)),
            entry(
                    "getPayoutOrder",
                    town -> new Asked(OPERATOR).at("order", payoutOrder(town)).notFor(YOUNGHEE)),
            // points and the fund
            entry("convertPoints", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, OPERATOR)),
            entry(
                    "getPointConversion",
                    town -> new Asked(YOUNGHEE)
                            .at(
                                    "conversion",
                                    made(
                                            town,
                                            YOUNGHEE,
                                            wallet("영희") + "/point-conversions",
                                            "{\"points\":100}",
                                            "conversion"))
                            .notFor(CHEOLSU)),
            entry("buyBags", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, OPERATOR)),
            entry(
                    "getBagPurchase",
                    town -> new Asked(YOUNGHEE)
                            .at(
                                    "purchase",
                                    made(
                                            town,
                                            YOUNGHEE,
                                            wallet("영희") + "/bags",
                                            "{\"site\":\"S1\",\"litres\":10,\"count\":1}",
                                            "purchase"))
                            .notFor(CHEOLSU)),
            entry("donate", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, OPERATOR)),
            entry(
                    "getDonation",
                    town -> new Asked(YOUNGHEE)
                            .at(
                                    "donation",
                                    made(
                                            town,
                                            YOUNGHEE,
                                            "/donations",
                                            "{\"wallet\":\"영희\",\"amount\":1,\"account\":\"city\"}",
                                            "donation"))
                            .notFor(CHEOLSU)),
            // at the till
            entry("issuePaymentCode", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, BAKERY)),
            entry("payByCode", town -> new Asked(CLERK).with("code", code(town)).notFor(YOUNGHEE, OPERATOR)),
            entry("placeHold", town -> new Asked(CLERK).with("code", code(town)).notFor(YOUNGHEE, OPERATOR)),
            entry("getHold", town -> new Asked(CLERK).at("hold", held(town)).notFor(CAFE, CHEOLSU)),
            entry("captureHold", town -> new Asked(CLERK).at("hold", held(town)).notFor(CAFE, YOUNGHEE)),
            entry("voidHold", town -> new Asked(CLERK).at("hold", held(town)).notFor(CAFE, YOUNGHEE)),
            entry(
                    "reverse",
                    town -> new Asked(CLERK).with("key", paidByCode(town)).notFor(YOUNGHEE, OPERATOR)),
            entry("getQrKey", town -> new Asked(YOUNGHEE)),
            entry("makeQr", town -> new Asked(CLERK).notFor(YOUNGHEE, OPERATOR)),
            // programs that sign in
            entry("addClient", town -> new Asked(OPERATOR).notFor(OFFICER, BAKERY, AUDITOR)),
            entry("listClients", town -> new Asked(AUDITOR).notFor(OFFICER, BAKERY)),
            entry(
                    "getClient",
                    town -> new Asked(OPERATOR).at("client", client(town)).notFor(OFFICER, BAKERY)),
            entry(
                    "removeClient",
                    town -> new Asked(OPERATOR).at("client", client(town)).notFor(BAKERY, AUDITOR)),
            // merchants and settlement
            entry("registerMerchant", town -> new Asked(OFFICER).notFor(YOUNGHEE, BAKERY, AUDITOR)),
            entry("getMerchant", town -> new Asked(BAKERY).notFor(YOUNGHEE, CAFE)),
            entry(
                    "suspendMerchant",
                    town -> new Asked(OFFICER).at("merchant", "책방").notFor(BAKERY, AUDITOR)),
            entry(
                    "reinstateMerchant",
                    town -> new Asked(OFFICER).at("merchant", "책방").notFor(BAKERY, AUDITOR)),
            entry(
                    "endDay",
                    town -> new Asked(OPERATOR)
                            .with("date", LocalDate.now(Moment.KST).toString())
                            .notFor(BAKERY, AUDITOR)),
            entry("listBatches", town -> new Asked(AUDITOR).notFor(BAKERY)),
            entry(
                    "getBatch",
                    town -> new Asked(OPERATOR).at("batch", "2026-11-01").notFor(BAKERY)),
            entry(
                    "listBatchItems",
                    town -> new Asked(OPERATOR).at("batch", "2026-11-01").notFor(BAKERY)),
            entry(
                    "answerBatch",
                    town -> new Asked(OPERATOR).at("batch", "2026-11-01").notFor(BAKERY, AUDITOR)),
            // the time bank
            entry(
                    "joinTimeBank",
                    town -> new Asked("resident:보람").with("wallet", "보람").notFor(YOUNGHEE, OPERATOR)),
            entry("donateMinutes", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, OPERATOR)),
            entry(
                    "getMinuteDonation",
                    town -> new Asked(YOUNGHEE)
                            .at(
                                    "donation",
                                    made(
                                            town,
                                            YOUNGHEE,
                                            "/time-bank/donations",
                                            "{\"from\":\"영희\",\"to\":\"철수\",\"minutes\":1}",
                                            "donation"))
                            .notFor(CHEOLSU)),
            entry("postListing", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, OPERATOR)),
            entry("listListings", town -> new Asked(CHEOLSU)),
            entry("getListing", town -> new Asked(CHEOLSU).at("listing", listing(town))),
            entry(
                    "removeListing",
                    town -> new Asked(YOUNGHEE).at("listing", listing(town)).notFor(CHEOLSU)),
            entry(
                    "matchListing",
                    town -> new Asked(CHEOLSU).at("listing", listing(town)).notFor(YOUNGHEE)),
            entry("listMatches", town -> new Asked(YOUNGHEE).notFor(CHEOLSU)),
            entry(
                    "getMatch",
                    town -> new Asked(CHEOLSU).at("match", match(town)).notFor("resident:보람")),
            entry(
                    "finishMatch",
                    town -> new Asked(YOUNGHEE).at("match", match(town)).notFor(CHEOLSU, "resident:보람")),
            entry(
                    "withdrawMatch",
                    town -> new Asked(CHEOLSU).at("match", match(town)).notFor("resident:보람")),
            entry(
                    "confirmMatch",
                    town -> new Asked(CHEOLSU).at("match", done(town)).notFor(YOUNGHEE, "resident:보람")),
            entry(
                    "getHelp",
                    town -> new Asked(YOUNGHEE)
                            .at(
                                    "help",
                                    made(
                                            town,
                                            CHEOLSU,
                                            "/time-bank/matches/" + done(town) + "/confirmation",
                                            "",
                                            "help"))
                            .notFor("resident:보람")),
            // what takes two people
            entry("listProposals", town -> new Asked(YOUNGHEE)),
            entry(
                    "getProposal",
                    town -> new Asked(AUDITOR)
                            .at("proposal", proposal(town).id())
                            .notFor(YOUNGHEE)),
            entry("approveProposal", town -> {
                var proposal = proposal(town);
                return new Asked(OFFICER)
                        .at("proposal", proposal.id())
                        .with("digest", proposal.digest())
                        .notFor(MANAGER, YOUNGHEE);
            }),
            entry(
                    "rejectProposal",
                    town -> new Asked(OFFICER)
                            .at("proposal", proposal(town).id())
                            .notFor(MANAGER, YOUNGHEE)),
            entry(
                    "withdrawProposal",
                    town -> new Asked(MANAGER)
                            .at("proposal", proposal(town).id())
                            .notFor(OFFICER, YOUNGHEE)),
            entry("openProgramme", town -> new Asked(OFFICER).notFor(YOUNGHEE, AUDITOR)),
            entry("listProgrammes", town -> new Asked(YOUNGHEE)),
            entry("getProgramme", town -> new Asked(YOUNGHEE)),
            entry("proposePayouts", town -> new Asked(OFFICER).notFor(YOUNGHEE, MANAGER)),
            entry(
                    "getPayoutBatch",
                    town -> new Asked(OFFICER)
                            .at(
                                    "batch",
                                    made(
                                            town,
                                            OFFICER,
                                            "/programmes/" + CARE + "/payout-batches",
                                            "{\"items\":[{\"wallet\":\"영희\",\"minutes\":60}]}",
                                            "proposal"))
                            .notFor(YOUNGHEE)),
            entry("grant", town -> new Asked(OFFICER).at("programme", "재난지원금").notFor(YOUNGHEE, MANAGER)),
            entry(
                    "getGrant",
                    town -> new Asked(YOUNGHEE)
                            .at(
                                    "grant",
                                    made(
                                            town,
                                            OFFICER,
                                            "/programmes/" + RELIEF + "/grants",
                                            "{\"wallet\":\"영희\",\"amount\":1000}",
                                            "grant"))
                            .notFor(CHEOLSU)),
            entry(
                    "proposeGrants",
                    town -> new Asked(OFFICER).at("programme", "재난지원금").notFor(YOUNGHEE, MANAGER)),
            entry(
                    "getGrantBatch",
                    town -> new Asked(OFFICER)
                            .at(
                                    "batch",
                                    made(
                                            town,
                                            OFFICER,
                                            "/programmes/" + RELIEF + "/grant-batches",
                                            "{\"items\":[{\"wallet\":\"영희\",\"amount\":1000}]}",
                                            "proposal"))
                            .notFor(YOUNGHEE)),
            entry("listFundAccounts", town -> new Asked(YOUNGHEE)),
            entry("getFundAccount", town -> new Asked(YOUNGHEE)),
            entry("proposeDisbursement", town -> new Asked(MANAGER).notFor(YOUNGHEE, OPERATOR)),
            // scales
            entry("registerDevice", town -> new Asked(OFFICER).notFor(YOUNGHEE, BAKERY)),
            entry("listDevices", town -> new Asked(OFFICER).notFor(YOUNGHEE)),
            entry(
                    "getDevice",
                    town -> new Asked(OFFICER).at("device", SCALE.device(town)).notFor(YOUNGHEE)),
            entry(
                    "removeDevice",
                    town -> new Asked(OFFICER)
                            .at("device", new Scale().device(town))
                            .notFor(YOUNGHEE, BAKERY)),
            entry("weigh", town -> SCALE.weighing(town).notFor(CHEOLSU, BAKERY)),
            entry(
                    "getWeighing",
                    town -> new Asked(YOUNGHEE)
                            .at("weighing", SCALE.weighed(town))
                            .notFor(CHEOLSU)),
            // lists, applications, the rule book
            entry("listWallets", town -> new Asked(OFFICER).notFor(YOUNGHEE, BAKERY)),
            entry("listMerchants", town -> new Asked(YOUNGHEE)),
            entry(
                    "applyAsMerchant",
                    town -> new Asked(OFFICER).with("merchant", "새꽃집").notFor(YOUNGHEE, BAKERY)),
            entry("listMerchantApplications", town -> new Asked(OFFICER)),
            entry(
                    "getMerchantApplication",
                    town -> new Asked(OFFICER)
                            .at("application", application(town))
                            .notFor(YOUNGHEE)),
            entry("getRuleBook", town -> new Asked(YOUNGHEE)),
            entry(
                    "proposeRules",
                    town -> new Asked(OFFICER)
                            .with("from", LocalDate.now(Moment.KST).plusDays(30).toString())
                            .notFor(YOUNGHEE, AUDITOR)),
            // events and webhooks
            entry("listenToWallet", town -> new Asked(YOUNGHEE).notFor(CHEOLSU, BAKERY)),
            entry("listenToShop", town -> new Asked(BAKERY).notFor(YOUNGHEE)),
            entry("addWebhook", town -> new Asked(BAKERY).with("url", RECEIVER).notFor(CAFE, YOUNGHEE)),
            entry("listWebhooks", town -> new Asked(BAKERY).notFor(CAFE, YOUNGHEE)),
            entry("getWebhook", town -> ofHook(hook(town)).notFor(BAKERY, YOUNGHEE)),
            entry("removeWebhook", town -> ofHook(hook(town)).notFor(BAKERY, AUDITOR)),
            entry("testWebhook", town -> ofHook(hook(town)).notFor(BAKERY, AUDITOR)),
            entry("listDeliveries", town -> ofHook(hook(town)).notFor(BAKERY, YOUNGHEE)),
            entry("getDelivery", town -> delivered(town).notFor(BAKERY, YOUNGHEE)),
            entry("redeliver", town -> delivered(town).notFor(BAKERY, AUDITOR)),
            // problems
            entry("listProblems", town -> new Asked(YOUNGHEE)),
            entry("getProblem", town -> new Asked(YOUNGHEE)));

    private Scenes() {}

    interface Scene {
        Asked in(HttpTown town) throws Exception;
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    static Asked of(Contract.Operation operation, HttpTown town) throws Exception {
        var scene = ALL.get(operation.id());
        if (scene == null) {
            throw new AssertionError(operation + " has no scene: add entry(\"" + operation.id()
                    + "\", town -> new Asked(WHO).notFor(OTHERS)) to Scenes");
        }
        return scene.in(town);
    }

    /** Younghee has money to spend; she and Cheolsu are members of the time bank. */
    static void prepare(HttpTown town) throws Exception {
        String charge = made(town, YOUNGHEE, wallet("영희") + "/charges", "{\"amount\":300000}", "charge");
        made(town, OPERATOR, "/charges/" + charge + "/funding", "{}", "deposit");
        made(town, YOUNGHEE, "/donations", "{\"wallet\":\"영희\",\"amount\":50000,\"account\":\"city\"}", "donation");
        made(town, YOUNGHEE, "/time-bank/members", "{\"wallet\":\"영희\"}", "wallet");
        made(town, CHEOLSU, "/time-bank/members", "{\"wallet\":\"철수\"}", "wallet");
    }

    // ------------------------------------------------------------------------------------------------ what comes
    // before

    private static String made(HttpTown town, String who, String path, String body, String field) throws Exception {
        return id(town.post(who, path, body), field);
    }

    private static String id(HttpTown.Reply made, String field) {
        if (made.status() >= 300) {
            throw new AssertionError(made.toString());
        }
        return made.body().path(field).asString();
    }

    private static String paid(HttpTown town) throws Exception {
        return made(
                town, YOUNGHEE, "/payments", "{\"wallet\":\"영희\",\"merchant\":\"두레빵집\",\"amount\":7000}", "payment");
    }

    private static String refunded(HttpTown town) throws Exception {
        return made(town, BAKERY, "/payments/" + paid(town) + "/refunds", "{\"amount\":1000}", "refund");
    }

    private static String given(HttpTown town) throws Exception {
        return made(town, YOUNGHEE, "/gifts", "{\"from\":\"영희\",\"to\":\"철수\",\"amount\":1000}", "gift");
    }

    private static String charge(HttpTown town) throws Exception {
        return made(town, CHEOLSU, wallet("철수") + "/charges", "{\"amount\":10000}", "charge");
    }

    /** A deposit that the bank may take back, which freezes the wallet. */
    private static String taken(HttpTown town, String who, String wallet) throws Exception {
        String charge = made(town, who, wallet + "/charges", "{\"amount\":10000}", "charge");
        return made(town, OPERATOR, "/charges/" + charge + "/funding", "{}", "deposit");
    }

    private static String funded(HttpTown town) throws Exception {
        String charge = charge(town);
        made(town, OPERATOR, "/charges/" + charge + "/funding", "{}", "deposit");
        return charge;
    }

    private static String payoutOrder(HttpTown town) throws Exception {
        var cancelled = town.post(CHEOLSU, "/charges/" + funded(town) + "/cancellation", "");
        id(cancelled, "charge");
        String order = cancelled.header("Dure-Position");
        town.get(OPERATOR, "/payout-orders/" + order, "Dure-Position", order);
        return order;
    }

    private static String code(HttpTown town) throws Exception {
        return made(town, YOUNGHEE, wallet("영희") + "/payment-codes", "", "code");
    }

    private static String held(HttpTown town) throws Exception {
        return made(town, CLERK, "/pos/holds", "{\"code\":\"%s\",\"amount\":7000}".formatted(code(town)), "hold");
    }

    /** @return the key with which it was sent */
    private static String paidByCode(HttpTown town) throws Exception {
        String key = key();
        id(town.post(CLERK, "/pos/payments", key, "{\"code\":\"%s\",\"amount\":100}".formatted(code(town))), "payment");
        return key;
    }

    private static String client(HttpTown town) throws Exception {
        return made(town, OPERATOR, "/clients", "{\"subject\":\"merchant:찻집\"}", "client");
    }

    private static String listing(HttpTown town) throws Exception {
        String offer = "{\"wallet\":\"영희\",\"kind\":\"OFFER\",\"activity\":\"자전거 수리\",\"minutes\":5}";
        return made(town, YOUNGHEE, "/time-bank/listings", offer, "listing");
    }

    private static String match(HttpTown town) throws Exception {
        return made(town, CHEOLSU, "/time-bank/listings/" + listing(town) + "/matches", "{\"wallet\":\"철수\"}", "match");
    }

    private static String done(HttpTown town) throws Exception {
        return made(town, YOUNGHEE, "/time-bank/matches/" + match(town) + "/done", "", "match");
    }

    private record Proposed(String id, String digest) {}

    private static Proposed proposal(HttpTown town) throws Exception {
        String body = "{\"account\":\"city\",\"wallet\":\"주민회\",\"amount\":100}";
        var proposed = town.post(MANAGER, "/fund/disbursements", body);
        return new Proposed(id(proposed, "proposal"), id(proposed, "digest"));
    }

    private static String application(HttpTown town) throws Exception {
        String shop =
                "{\"merchant\":\"헌책방\",\"dong\":\"강나루동\",\"trade\":\"books\",\"annualSales\":1,\"inDistrict\":true}";
        return made(town, OFFICER, "/merchant-applications", shop, "proposal");
    }

    private static Asked ofHook(String webhook) {
        return new Asked(CAFE).at("merchant", "찻집").at("webhook", webhook);
    }

    /** The café has one, unless it was removed. */
    private static String hook(HttpTown town) throws Exception {
        for (var webhook : town.get(CAFE, CAFES).body().path("items")) {
            if (webhook.path("active").asBoolean()) {
                return webhook.path("webhook").asString();
            }
        }
        return made(town, CAFE, CAFES, "{\"url\":\"" + RECEIVER + "\"}", "webhook");
    }

    private static Asked delivered(HttpTown town) throws Exception {
        String webhook = hook(town);
        return ofHook(webhook).at("delivery", made(town, CAFE, CAFES + "/" + webhook + "/test", "", "delivery"));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** A scale that signs what it weighs. */
    private static final class Scale {
        private static final AtomicLong NUMBER = new AtomicLong();
        private final String name = "scale-" + NUMBER.incrementAndGet();
        private final KeyPair keys = keys();

        private static KeyPair keys() {
            try {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** Registered, now or before. */
        String device(HttpTown town) throws Exception {
            byte[] key = keys.getPublic().getEncoded();
            String raw = Base64.getEncoder().encodeToString(Arrays.copyOfRange(key, key.length - 32, key.length));
            town.post(
                    OFFICER, "/sites/S1/devices", name, "{\"device\":\"" + name + "\",\"publicKey\":\"" + raw + "\"}");
            return name;
        }

        /** 1,000 grams of Younghee's. */
        Asked weighing(HttpTown town) throws Exception {
            String device = device(town);
            long counter = NUMBER.incrementAndGet();
            String now = Instant.now().toString();
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(keys.getPrivate());
            String said = "dure-weighing-1\n클린하우스\nS1\n%s\n영희\nclear-pet\n1000\n%d\n%s".formatted(device, counter, now);
            signing.update(said.getBytes(StandardCharsets.UTF_8));
            return new Asked(OFFICER)
                    .with("programme", "클린하우스")
                    .with("device", device)
                    .with("counter", counter)
                    .with("weighedAt", now)
                    .with("signature", Base64.getEncoder().encodeToString(signing.sign()));
        }

        String weighed(HttpTown town) throws Exception {
            var asked = weighing(town);
            return made(
                    town,
                    asked.who(),
                    "/weighings",
                    asked.body(HttpTown.contract().operation("weigh")).toString(),
                    "weighing");
        }
    }
}

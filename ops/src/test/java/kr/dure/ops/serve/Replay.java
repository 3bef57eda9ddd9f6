package kr.dure.ops.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kr.dure.api.http.Sha256;
import kr.dure.ops.serve.HttpTown.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Does what lines of a town file say as people and programs of a town would, over HTTP: residents with their own tokens,
 * shops that read codes, scales that sign, two officers for what takes two.
 */
final class Replay {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OFFICER = "officer:최주무";
    private static final String OPERATOR = "operator:이운영";

    private final HttpTown town;
    private final KeyPair scale;
    private final Set<String> devices = new HashSet<>();
    /** What the ledger calls what a line has made. */
    private final Map<String, String> names = new HashMap<>();
    /** Whose it is: a charge's wallet, a hold's or a payment's merchant. */
    private final Map<String, String> owners = new HashMap<>();

    /** What a scale has said stays said: a repetition is the same to the letter. */
    private final Map<String, String> said = new HashMap<>();

    private long weighings;

    Replay(HttpTown town) throws Exception {
        this.town = town;
        this.scale = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /** @return the code of the refusal, or nothing if it was accepted */
    String run(JsonNode line) throws Exception {
        var reply = reply(line);
        if (reply.status() == 200 || reply.status() == 201) {
            return "";
        }
        assertThat(reply.code()).as("%s: %s", line, reply).isNotEmpty();
        return reply.code();
    }

    private Reply reply(JsonNode line) throws Exception {
        return switch (line.path("op").asString()) {
            case "open-wallet" -> post(OFFICER, "/wallets", line, content(line));
            case "freeze-wallet" -> post(OFFICER, wallet(line) + "/freeze", line, "");
            case "unfreeze-wallet" -> post(OFFICER, wallet(line) + "/unfreeze", line, "");
            case "register-merchant" -> post(OFFICER, "/merchants", line, content(line));
            case "suspend-merchant" -> post(OFFICER, merchant(line) + "/suspension", line, "");
            case "reinstate-merchant" -> post(OFFICER, merchant(line) + "/reinstatement", line, "");
            case "open-programme" -> post(OFFICER, "/programmes", line, content(line));
            case "charge" -> charge(line);
            case "cancel-charge" -> cancel(line);
            case "grant" -> post(OFFICER, programme(line) + "/grants", line, content(line, "programme"));
            case "payout" -> payout(line);
            case "weigh" -> weigh(line);
            case "convert-points" ->
                post(holder(line), wallet(line) + "/point-conversions", line, content(line, "wallet"));
            case "buy-bags" -> post(holder(line), wallet(line) + "/bags", line, content(line, "wallet"));
            case "pay" -> paid(line, text(line, "merchant"), post(holder(line), "/payments", line, content(line)));
            case "hold" -> hold(line);
            case "capture" -> capture(line);
            case "void" -> post(till(line, "hold"), "/pos/holds/" + name(line, "hold") + "/void", line, "");
            case "refund" ->
                post(
                        till(line, "payment"),
                        "/payments/" + name(line, "payment") + "/refunds",
                        line,
                        content(line, "payment"));
            case "gift" -> post(resident(line, "from"), "/gifts", line, content(line));
            case "donate" -> post(holder(line), "/donations", line, content(line));
            case "spend-fund" -> spend(line);
            case "join-time-bank" -> post(holder(line), "/time-bank/members", line, content(line));
            case "help" -> help(line);
            case "donate-minutes" -> post(resident(line, "from"), "/time-bank/donations", line, content(line));
            case "balance-refund" -> post(holder(line), wallet(line) + "/balance-refund", line, "");
            case "expire" -> post(OPERATOR, "/expiry-sweeps", line, "");
            case "day-end" -> post(OPERATOR, "/settlement/batches", line, content(line));
            case "bank-answer" ->
                post(
                        OPERATOR,
                        "/settlement/batches/" + text(line, "batch") + "/bank-answers",
                        line,
                        content(line, "batch"));
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    // ------------------------------------------------------------------------------------------- in several steps

    private Reply charge(JsonNode line) throws Exception {
        var requested = post(holder(line), wallet(line) + "/charges", line, content(line, "wallet", "funding"));
        if (requested.status() != 201) {
            return requested;
        }
        String charge = requested.body().path("charge").asString();
        names.put(text(line, "id"), charge);
        owners.put(text(line, "id"), text(line, "wallet"));
        var deposit = JSON.createObjectNode().put("deposit", text(line, "funding"));
        return post(OPERATOR, "/charges/" + charge + "/funding", line, deposit.toString());
    }

    private Reply cancel(JsonNode line) throws Exception {
        String wallet = owners.getOrDefault(text(line, "charge"), "nobody");
        return post("resident:" + wallet, "/charges/" + name(line, "charge") + "/cancellation", line, "");
    }

    private Reply payout(JsonNode line) throws Exception {
        String items = JSON.createObjectNode().set("items", line.path("items")).toString();
        String submitter = "officer:" + text(line, "submittedBy");
        return approved(
                post(submitter, programme(line) + "/payout-batches", line, items),
                "officer:" + text(line, "approvedBy"),
                line);
    }

    private Reply spend(JsonNode line) throws Exception {
        String proposer = "manager:" + text(line, "proposedBy");
        return approved(
                post(proposer, "/fund/disbursements", line, content(line, "proposedBy", "approvedBy")),
                "manager:" + text(line, "approvedBy"),
                line);
    }

    private Reply approved(Reply proposed, String approver, JsonNode line) throws Exception {
        if (proposed.status() != 201) {
            return proposed;
        }
        var proposal = town.get(approver, proposed.header("Location").substring("/api/v1".length()))
                .body();
        if (proposal.has("proposal") && proposal.path("proposal").isObject()) {
            proposal = proposal.path("proposal");
        }
        String digest = JSON.createObjectNode()
                .put("digest", proposal.path("digest").asString())
                .toString();
        return post(approver, "/proposals/" + proposal.path("proposal").asString() + "/approval", line, digest);
    }

    private Reply weigh(JsonNode line) throws Exception {
        String site = text(line, "site");
        String device = text(line, "device");
        if (devices.add(site + "\n" + device)) {
            byte[] key = scale.getPublic().getEncoded();
            String raw = Base64.getEncoder().encodeToString(Arrays.copyOfRange(key, key.length - 32, key.length));
            var registration = JSON.createObjectNode().put("device", device).put("publicKey", raw);
            var registered = town.post(OFFICER, "/sites/" + segment(site) + "/devices", registration.toString());
            assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        }
        String known = said.get(text(line, "id"));
        String weighing = known == null ? weighing(line) : known;
        said.put(text(line, "id"), weighing);
        return post(OFFICER, "/weighings", line, weighing);
    }

    private String weighing(JsonNode line) throws Exception {
        var weighing = JSON.readValue(content(line), ObjectNode.class)
                .put("weighedAt", text(line, "at"))
                .put("counter", ++weighings);
        return weighing.put("signature", signature(weighing)).toString();
    }

    private String signature(JsonNode weighing) throws Exception {
        var text = new StringBuilder("dure-weighing-1");
        for (String field :
                new String[] {"programme", "site", "device", "wallet", "material", "grams", "counter", "weighedAt"}) {
            text.append('\n').append(weighing.path(field).asString());
        }
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(scale.getPrivate());
        signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private Reply hold(JsonNode line) throws Exception {
        var shown = post(holder(line), wallet(line) + "/payment-codes", line, "");
        assertThat(shown.status()).as(shown.toString()).isEqualTo(201);
        var hold = JSON.createObjectNode()
                .put("code", shown.body().path("code").asString())
                .set("amount", line.path("amount"));
        var held = post("merchant:" + text(line, "merchant"), "/pos/holds", line, hold.toString());
        if (held.status() == 201) {
            names.put(text(line, "id"), held.body().path("hold").asString());
            owners.put(text(line, "id"), text(line, "merchant"));
        }
        return held;
    }

    private Reply capture(JsonNode line) throws Exception {
        String path = "/pos/holds/" + name(line, "hold") + "/capture";
        String merchant = owners.getOrDefault(text(line, "hold"), "nobody");
        return paid(line, merchant, post(till(line, "hold"), path, line, content(line, "hold")));
    }

    private Reply paid(JsonNode line, String merchant, Reply reply) {
        if (reply.status() == 201) {
            names.put(text(line, "id"), reply.body().path("payment").asString());
            owners.put(text(line, "id"), merchant);
        }
        return reply;
    }

    private Reply help(JsonNode line) throws Exception {
        String requester = resident(line, "requester");
        String provider = resident(line, "provider");
        var request = JSON.createObjectNode()
                .put("wallet", text(line, "requester"))
                .put("kind", "REQUEST")
                .put("activity", text(line, "activity"))
                .set("minutes", line.path("minutes"));
        var listing = post(requester, "/time-bank/listings", line, request.toString());
        String listings =
                "/time-bank/listings/" + listing.body().path("listing").asString() + "/matches";
        String own =
                JSON.createObjectNode().put("wallet", text(line, "provider")).toString();
        var match = post(provider, listings, line, own);
        if (match.status() != 201) {
            return match;
        }
        String matches = "/time-bank/matches/" + match.body().path("match").asString();
        assertThat(post(provider, matches + "/done", line, "").status()).isEqualTo(200);
        return post(requester, matches + "/confirmation", line, "");
    }

    // ------------------------------------------------------------------------------------------- names and content

    /** A line's id is the key of its requests; where a line takes several, each is of another route. */
    private Reply post(String who, String path, JsonNode line, String body) throws Exception {
        return town.post(who, path, Sha256.hex(text(line, "id")), body);
    }

    private static String content(JsonNode line, String... without) {
        var content = ((ObjectNode) line).deepCopy();
        content.remove(Set.of("at", "id", "op"));
        content.remove(Arrays.asList(without));
        return content.toString();
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString();
    }

    /** What a line that is meant has made; its own name if that was nothing. */
    private String name(JsonNode line, String field) {
        String meant = text(line, field);
        return names.getOrDefault(meant, segment(meant));
    }

    private String till(JsonNode line, String field) {
        return "merchant:" + owners.getOrDefault(text(line, field), "nobody");
    }

    private static String holder(JsonNode line) {
        return resident(line, "wallet");
    }

    private static String resident(JsonNode line, String field) {
        return "resident:" + text(line, field);
    }

    private static String wallet(JsonNode line) {
        return "/wallets/" + segment(text(line, "wallet"));
    }

    private static String merchant(JsonNode line) {
        return "/merchants/" + segment(text(line, "merchant"));
    }

    private static String programme(JsonNode line) {
        return "/programmes/" + segment(text(line, "programme"));
    }

    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static Instant at(JsonNode line) {
        return java.time.OffsetDateTime.parse(text(line, "at")).toInstant();
    }
}

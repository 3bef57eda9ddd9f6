package kr.dure.ops.serve;

import static kr.dure.ops.serve.HttpTown.AUDITOR;
import static kr.dure.ops.serve.HttpTown.CHEOLSU;
import static kr.dure.ops.serve.HttpTown.YOUNGHEE;
import static kr.dure.ops.serve.HttpTown.key;
import static kr.dure.ops.serve.HttpTown.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kr.dure.ops.serve.HttpTown.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fund manager Kim (김기금) proposes to give the garden (마을정원) money from the city's fund, and somebody else approves. */
class ApprovalsOverHttpTest {
    private static final String KIM = "manager:김기금";
    private static final String LEE = "manager:이기금";
    private static final String CHOI = "officer:최주무";
    private static final String GARDEN = """
            {"account":"city","wallet":"마을정원","amount":%d}""";
    private static final long DONATED = 5_000;

    private static HttpTown town;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        town = new HttpTown(folder);
        town.post(CHOI, "/wallets", "{\"wallet\":\"마을정원\",\"holder\":\"institution\",\"dong\":\"느티나무동\"}");
        var donated = town.post(
                YOUNGHEE, "/donations", "{\"wallet\":\"영희\",\"amount\":" + DONATED + ",\"account\":\"city\"}");
        assertThat(donated.status()).as(donated.toString()).isEqualTo(201);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Reply propose(long amount) throws Exception {
        var proposed = town.post(KIM, "/fund/disbursements", GARDEN.formatted(amount));
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        return proposed;
    }

    private static String path(Reply proposed) {
        return "/proposals/" + proposed.body().path("proposal").asString();
    }

    private static String digest(Reply proposed) {
        return "{\"digest\":\"" + proposed.body().path("digest").asString() + "\"}";
    }

    private static Reply approve(String who, Reply proposed) throws Exception {
        return town.post(who, path(proposed) + "/approval", digest(proposed));
    }

    private static long timesDone(Reply proposed) throws Exception {
        return town.count("ledger.event e join desk.proposal p on e.operation = p.operation where p.id = '"
                + proposed.body().path("proposal").asString() + "'");
    }

    private static String state(Reply proposed) throws Exception {
        return town.get(KIM, path(proposed)).body().path("state").asString();
    }

    @Test
    void whatOneProposesAnotherApprovesAndTheLedgerDoesItOnce() throws Exception {
        var proposed = propose(100);
        assertThat(proposed.body().path("state").asString()).isEqualTo("proposed");
        assertThat(proposed.body().path("digest").asString()).matches("[0-9a-f]{64}");

        String key = key();
        var approved = town.post(CHOI, path(proposed) + "/approval", key, digest(proposed));

        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
        assertThat(approved.body().path("state").asString()).isEqualTo("approved");
        assertThat(approved.body().path("decidedBy").asString()).isEqualTo(CHOI);
        assertThat(town.post(CHOI, path(proposed) + "/approval", key, digest(proposed))
                        .body())
                .as("repeated")
                .isEqualTo(approved.body());
        assertThat(approve(LEE, proposed).code()).as("by another").isEqualTo("proposal-not-open");
        assertThat(approve(CHOI, proposed).code()).as("under another key").isEqualTo("proposal-not-open");
        assertThat(timesDone(proposed)).isEqualTo(1);
        var garden = town.getAfter(approved, "resident:마을정원", wallet("마을정원"));
        assertThat(garden.body().path("krw").toString()).contains("\"PROJECT\"");
    }

    @Test
    void aRepeatedProposalIsTheSameAndItsKeyIsForNothingElse() throws Exception {
        String key = key();
        var proposed = town.post(KIM, "/fund/disbursements", key, GARDEN.formatted(110));
        assertThat(approve(CHOI, proposed).status()).isEqualTo(201);

        assertThat(town.post(KIM, "/fund/disbursements", key, GARDEN.formatted(110))
                        .body())
                .as("as it was first answered, whatever has become of it")
                .isEqualTo(proposed.body());
        assertThat(town.post(KIM, "/fund/disbursements", key, GARDEN.formatted(111))
                        .code())
                .isEqualTo("id-reused");
    }

    @Test
    void nobodyApprovesTheirOwnWhateverTheirRole() throws Exception {
        var proposed = propose(120);

        assertThat(approve(KIM, proposed).code()).isEqualTo("same-person");
        assertThat(approve("officer:김기금", proposed).code()).isEqualTo("same-person");
        assertThat(approve("officer:마을정원", proposed).code()).isEqualTo("beneficiary");
        assertThat(state(proposed)).isEqualTo("proposed");
    }

    @Test
    void anApprovalIsOverTheVeryThing() throws Exception {
        var proposed = propose(130);
        String other = "{\"digest\":\"" + "0".repeat(64) + "\"}";

        assertThat(town.post(CHOI, path(proposed) + "/approval", other).code()).isEqualTo("digest-mismatch");
        assertThat(state(proposed)).isEqualTo("proposed");
        assertThat(propose(130).body().path("digest"))
                .as("the same content")
                .isEqualTo(proposed.body().path("digest"));
        assertThat(propose(131).body().path("digest"))
                .as("another content")
                .isNotEqualTo(proposed.body().path("digest"));
    }

    @Test
    void whatTheLedgerRefusesStaysOpenAndIsApprovedOnceTheTownHasChanged() throws Exception {
        var proposed = propose(6_000);
        String key = key();
        var refused = town.post(CHOI, path(proposed) + "/approval", key, digest(proposed));
        assertThat(refused.code()).isEqualTo("insufficient-fund");
        assertThat(town.get(KIM, path(proposed)).body().path("refusal").asString())
                .isEqualTo("insufficient-fund");

        town.post(YOUNGHEE, "/donations", "{\"wallet\":\"영희\",\"amount\":4000,\"account\":\"city\"}");
        assertThat(town.post(CHOI, path(proposed) + "/approval", key, digest(proposed))
                        .body())
                .as("a repetition hears the same")
                .isEqualTo(refused.body());
        var approved = approve(LEE, proposed);
        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
        assertThat(approved.body().has("refusal")).isFalse();
        assertThat(timesDone(proposed)).isEqualTo(1);
        assertThat(town.post(CHOI, path(proposed) + "/approval", key, digest(proposed))
                        .body())
                .as("and hears it for ever")
                .isEqualTo(refused.body());
    }

    @Test
    void aProposalIsRejectedWithAReasonOrWithdrawn() throws Exception {
        var proposed = propose(140);
        String key = key();
        String reason = "{\"reason\":\"총회를 먼저 거쳐야 합니다\"}";
        assertThat(town.post(KIM, path(proposed) + "/rejection", reason).code()).isEqualTo("same-person");
        var rejected = town.post(CHOI, path(proposed) + "/rejection", key, reason);
        assertThat(rejected.status()).as(rejected.toString()).isEqualTo(200);
        assertThat(rejected.body().path("reason").asString()).isEqualTo("총회를 먼저 거쳐야 합니다");
        assertThat(town.post(CHOI, path(proposed) + "/rejection", key, reason).body())
                .isEqualTo(rejected.body());
        assertThat(town.post(CHOI, path(proposed) + "/rejection", key, "{\"reason\":\"그냥\"}")
                        .code())
                .isEqualTo("id-reused");
        assertThat(approve(CHOI, proposed).code()).isEqualTo("proposal-not-open");

        var other = propose(150);
        assertThat(town.post(LEE, path(other) + "/withdrawal", "").code()).isEqualTo("not-allowed");
        assertThat(town.post(KIM, path(other) + "/withdrawal", "")
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("withdrawn");
        assertThat(approve(CHOI, other).code()).isEqualTo("proposal-not-open");
        assertThat(town.post(CHOI, path(other) + "/rejection", reason).code()).isEqualTo("proposal-not-open");
    }

    /** Its node died after it had noted the approval and before the ledger heard of it. */
    @Test
    void anApprovalThatNeverReachedTheLedgerDoesNotStandInTheWay() throws Exception {
        var proposed = propose(160);
        lost(proposed);
        var approved = approve(LEE, proposed);

        assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
        assertThat(approved.body().path("decidedBy").asString()).isEqualTo(LEE);
        assertThat(timesDone(proposed)).isEqualTo(1);

        var withdrawn = propose(161);
        lost(withdrawn);
        assertThat(town.post(KIM, path(withdrawn) + "/withdrawal", "").status()).isEqualTo(200);
        assertThat(timesDone(withdrawn)).isZero();
    }

    private static void lost(Reply proposed) throws Exception {
        String id = proposed.body().path("proposal").asString();
        town.execute("insert into desk.approval (request, digest, proposal, number, approved_by, approved_at, outcome)"
                + " values ('lost " + id + "', '\\x00', '" + id + "', 1, '" + CHOI + "', now(), 'open')");
    }

    /** Its node died after the ledger had done it and before that was noted. */
    @Test
    void anApprovalThatNobodyCameBackToTellIsSeenAndNotRepeated() throws Exception {
        var proposed = propose(170);
        var approved = approve(CHOI, proposed);
        long before = town.count("ledger.event where type = 'wallet.ProjectFunded'");
        forget(proposed);

        assertThat(approve(LEE, proposed).code()).isEqualTo("proposal-not-open");
        assertThat(town.get(KIM, path(proposed)).body().path("decidedBy").asString())
                .isEqualTo(CHOI);
        forget(proposed);
        assertThat(town.post(KIM, path(proposed) + "/withdrawal", "").code()).isEqualTo("proposal-not-open");
        forget(proposed);
        assertThat(town.get(KIM, path(proposed)).body().path("position"))
                .isEqualTo(approved.body().path("position"));
        assertThat(town.count("ledger.event where type = 'wallet.ProjectFunded'"))
                .isEqualTo(before);
    }

    private static void forget(Reply proposed) throws Exception {
        String id = proposed.body().path("proposal").asString();
        town.execute("update desk.proposal set state = 'proposed', decision = null, operation = null where id = '" + id
                + "'");
        town.execute("update desk.approval set outcome = 'open' where proposal = '" + id + "'");
    }

    @Test
    void ofManyWhoApproveAtOnceOneDoes() throws Exception {
        var proposed = propose(210);
        List<Callable<Reply>> approvers = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Reply>) () -> approve("officer:주무" + i, proposed))
                .toList();
        List<Reply> replies = new ArrayList<>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var reply : all.invokeAll(approvers)) {
                replies.add(reply.get());
            }
        }

        assertThat(replies.stream().filter(reply -> reply.status() != 201))
                .extracting(Reply::code)
                .isSubsetOf("proposal-not-open", "in-progress");
        await().untilAsserted(() -> assertThat(state(proposed)).isEqualTo("approved"));
        assertThat(replies.stream().filter(reply -> reply.status() == 201).count())
                .isLessThanOrEqualTo(1);
        assertThat(timesDone(proposed)).isEqualTo(1);
    }

    @Test
    void anApprovalIsTriedWithoutBeingDone() throws Exception {
        var proposed = propose(180);

        var tried = town.post(CHOI, path(proposed) + "/approval?dryRun=true", digest(proposed));
        assertThat(tried.status()).as(tried.toString()).isEqualTo(201);
        assertThat(tried.body().path("state").asString()).as("as if").isEqualTo("approved");
        assertThat(state(proposed)).isEqualTo("proposed");
        var tooMuch = propose(1_000_000);
        assertThat(town.post(CHOI, path(tooMuch) + "/approval?dryRun=true", digest(tooMuch))
                        .code())
                .isEqualTo("insufficient-fund");
        assertThat(town.get(KIM, path(tooMuch)).body().has("refusal")).isFalse();
        long kept = town.count("desk.proposal");
        assertThat(town.post(KIM, "/fund/disbursements?dryRun=true", GARDEN.formatted(1))
                        .status())
                .isEqualTo(201);
        assertThat(town.count("desk.proposal")).isEqualTo(kept);
    }

    @Test
    void aRejectionAndAWithdrawalAreTriedWithoutEndingAnything() throws Exception {
        var proposed = propose(185);

        assertThat(town.post(CHOI, path(proposed) + "/rejection?dryRun=true", "{\"reason\":\"아직\"}")
                        .status())
                .isEqualTo(200);
        assertThat(town.post(KIM, path(proposed) + "/withdrawal?dryRun=true", "")
                        .status())
                .isEqualTo(200);
        assertThat(state(proposed)).isEqualTo("proposed");
        assertThat(approve(CHOI, proposed).status()).isEqualTo(201);
        assertThat(town.post(KIM, path(proposed) + "/withdrawal?dryRun=true", "")
                        .code())
                .isEqualTo("proposal-not-open");
    }

    @Test
    void everyRoleDoesItsOwn() throws Exception {
        var proposed = propose(190);
        for (String who : List.of(CHOI, YOUNGHEE, AUDITOR, "operator:이운영")) {
            assertThat(town.post(who, "/fund/disbursements", GARDEN.formatted(1))
                            .code())
                    .isEqualTo("not-allowed");
        }
        assertThat(approve(AUDITOR, proposed).code()).isEqualTo("not-allowed");
        assertThat(approve(CHEOLSU, proposed).code()).isEqualTo("not-found");
        assertThat(town.get(CHEOLSU, path(proposed)).code()).isEqualTo("not-found");
        assertThat(town.get(CHEOLSU, "/proposals").body().path("items").isEmpty())
                .isTrue();
        var seen = town.get(AUDITOR, path(proposed));
        assertThat(seen.body().path("content").path("wallet").asString()).isEqualTo("마을정원");
        var listed = town.get(AUDITOR, "/proposals?state=proposed&kind=fund-disbursement");
        assertThat(listed.body().toString())
                .contains(proposed.body().path("proposal").asString());
        assertThat(town.get(AUDITOR, "/proposals?state=lost").status()).isEqualTo(400);
    }

    @Test
    void nobodyChangesWhatWasProposed() throws Exception {
        var proposed = propose(200);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> town.execute("update desk.proposal set content = '{}'"))
                .withMessageContaining("permission denied");
        assertThat(state(proposed)).isEqualTo("proposed");
    }
}

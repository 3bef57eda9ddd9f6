package kr.dure.ops.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Answer.Accepted;
import kr.dure.core.eventlog.Desk;
import kr.dure.core.eventlog.NobodyDecides;
import kr.dure.core.eventlog.OutcomeUnknown;
import kr.dure.ops.process.TestNodes.RunningNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes over one database: one writes, the others forward to it and take over. */
class NodesTest {
    /** Within 5 seconds, says the design; a test machine may be busy with other things. */
    private static final Duration TAKEOVER = Duration.ofSeconds(15);
    /** After ten silent seconds the database ends the session of a holder that has stopped. */
    private static final Duration TAKEOVER_FROM_A_STOPPED_ONE = Duration.ofSeconds(40);

    @TempDir
    Path temporary;

    private TestNodes nodes;

    @BeforeEach
    void nodes() throws SQLException {
        nodes = new TestNodes(temporary);
    }

    @AfterEach
    void close() throws Exception {
        nodes.close();
    }

    @Test
    void a_standby_forwards_and_gives_the_writers_answer() throws Exception {
        var writer = nodes.start();
        var standby = nodes.start();
        assertThat(writer.role()).isEqualTo("writer");
        assertThat(standby.role()).isEqualTo("standby of " + writer.address());

        var there = nodes.client(standby);
        var first = nodes.ask(there, nodes.opens("W1"));
        assertThat(first)
                .isInstanceOfSatisfying(
                        Accepted.class, answer -> assertThat(answer.position()).isEqualTo(2));
        assertThat(nodes.ask(there, nodes.opens("W1"))).as("repeated").isEqualTo(first);
        assertThat(nodes.ask(nodes.client(writer), nodes.opens("W1")))
                .as("asked of the writer")
                .isEqualTo(first);
    }

    @Test
    void nodes_that_start_together_are_one_writer_and_standbys() throws Exception {
        var first = nodes.launch("--listen", "127.0.0.1:0");
        var second = nodes.launch("--listen", "127.0.0.1:0");
        var third = nodes.launch("--listen", "127.0.0.1:0");
        first.awaitReady();
        second.awaitReady();
        third.awaitReady();

        assertThat(new String[] {first.role(), second.role(), third.role()}).containsOnlyOnce("writer");
        for (var node : new RunningNode[] {first, second, third}) {
            nodes.ask(nodes.client(node), nodes.opens("W" + node.address().port()));
        }
        assertThat(nodes.database().number("select max(position) from ledger.event"))
                .isEqualTo(4);
    }

    @Test
    void a_writer_that_is_killed_is_followed_and_nothing_is_lost_or_done_twice() throws Exception {
        var writer = nodes.start();
        var standby = nodes.start();
        var desk = nodes.client(standby);
        Map<String, CompletableFuture<Answer>> asked = new HashMap<>();
        int wallets = 0;
        while (wallets < 3_000) {
            ask(desk, asked, ++wallets);
        }
        writer.kill();
        long killed = System.nanoTime();
        while (wallets < 4_000) {
            ask(desk, asked, ++wallets);
        }

        await().atMost(TAKEOVER).pollInterval(Duration.ofMillis(20)).until(() -> decides(desk));
        say("taken over", killed);
        standby.awaitRole("writer", TAKEOVER);

        settle(desk, asked);
        assertThat(nodes.database().number("select count(*) from ledger.event where type = 'wallet.WalletOpened'"))
                .as("each once, and the one that asked whether somebody decides")
                .isEqualTo(wallets + 1);
        epochsFollowEachOther();
        nodes.verify();
    }

    @Test
    void a_writer_that_is_told_to_stop_hands_over_at_once() throws Exception {
        var writer = nodes.start();
        var standby = nodes.start();
        var desk = nodes.client(standby);

        writer.process().signal("TERM");
        long told = System.nanoTime();

        await().atMost(TAKEOVER).pollInterval(Duration.ofMillis(20)).until(() -> decides(desk));
        say("handed over", told);
        assertThat(standby.role()).isEqualTo("writer");
    }

    @Test
    void a_writer_that_was_stopped_too_long_appends_nothing_says_so_and_stands_by() throws Exception {
        var stopped = nodes.start();
        var other = nodes.start();
        var there = nodes.client(stopped);
        var here = nodes.client(other);
        nodes.ask(there, nodes.opens("W1"));

        stopped.process().signal("STOP");
        long since = System.nanoTime();
        Map<String, CompletableFuture<Answer>> asked = new HashMap<>();
        for (int wallet = 100; wallet < 200; wallet++) {
            ask(there, asked, wallet); // they wait in its sockets, and it reads them as soon as it goes on
        }
        other.awaitRole("writer", TAKEOVER_FROM_A_STOPPED_ONE);
        say("taken over from one that was stopped", since);
        nodes.ask(here, nodes.opens("W2"));
        stopped.process().signal("CONT");

        stopped.awaitRole("standby of " + other.address(), TAKEOVER);
        assertThat(stopped.lines()).containsSubsequence("writer", "lost the lease", "standby of " + other.address());
        settle(nodes.client(stopped), asked);
        assertThat(nodes.database().number("select count(*) from ledger.event where type = 'wallet.WalletOpened'"))
                .isEqualTo(asked.size() + 2);
        epochsFollowEachOther();
        assertThat(nodes.database().number("select count(distinct epoch) from ledger.event"))
                .isEqualTo(2);
        nodes.verify();
    }

    @Test
    void a_standby_takes_over_the_projections_of_a_node_that_is_killed() throws Exception {
        var leader = nodes.start();
        var follower = nodes.start();
        var desk = nodes.client(follower);
        Map<String, CompletableFuture<Answer>> asked = new HashMap<>();
        int wallets = 0;
        while (wallets < 2_000) {
            ask(desk, asked, ++wallets);
        }
        leader.kill();
        await().atMost(TAKEOVER).pollInterval(Duration.ofMillis(20)).until(() -> decides(desk));
        settle(desk, asked);

        await().atMost(TAKEOVER)
                .until(() -> nodes.database()
                                .number(
                                        "select position - (select max(position) from ledger.event) from read.projection")
                        == 0);
        assertThat(nodes.database().number("select count(*) from read.wallet")).isEqualTo(wallets + 1);
        follower.kill();
        nodes.verify();
    }

    // -------------------------------------------------------------------------------------------- steps

    private void ask(Desk desk, Map<String, CompletableFuture<Answer>> asked, int wallet) throws InterruptedException {
        asked.put("W" + wallet, desk.submit(nodes.opens("W" + wallet)));
    }

    private boolean decides(Desk desk) throws Exception {
        try {
            return nodes.ask(desk, nodes.opens("PROBE")) instanceof Accepted;
        } catch (NobodyDecides | OutcomeUnknown notYet) {
            return false;
        }
    }

    /** Repeats everything: what was answered is answered so again, and what was not is accepted now. */
    private void settle(Desk desk, Map<String, CompletableFuture<Answer>> asked) throws Exception {
        Map<String, Answer> known = new HashMap<>();
        Map<String, Integer> unanswered = new TreeMap<>();
        for (var operation : asked.entrySet()) {
            try {
                known.put(operation.getKey(), TestNodes.answer(operation.getValue()));
            } catch (OutcomeUnknown | NobodyDecides failure) {
                unanswered.merge(failure.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        System.out.printf("of %d operations %d are answered, %s%n", asked.size(), known.size(), unanswered);
        Map<String, CompletableFuture<Answer>> again = new HashMap<>();
        for (String wallet : asked.keySet()) {
            again.put(wallet, desk.submit(nodes.opens(wallet)));
        }
        for (String wallet : asked.keySet()) {
            var answer = TestNodes.answer(again.get(wallet));
            assertThat(answer).isInstanceOf(Accepted.class).isEqualTo(known.getOrDefault(wallet, answer));
        }
    }

    /** No event of an old epoch stands after the first one of a new epoch. */
    private void epochsFollowEachOther() throws SQLException {
        assertThat(nodes.database()
                        .rows("select position from (select position, epoch, lag(epoch) over (order by position)"
                                + " as before from ledger.event) as log where before > epoch"))
                .isEmpty();
    }

    private static void say(String what, long since) {
        System.out.printf("%s after %d ms%n", what, (System.nanoTime() - since) / 1_000_000);
    }
}

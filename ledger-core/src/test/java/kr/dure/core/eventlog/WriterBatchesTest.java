package kr.dure.core.eventlog;

import static kr.dure.core.Town.BAKERY;
import static kr.dure.core.Town.CHEOLSU;
import static kr.dure.core.Town.YOUNGHEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import kr.dure.core.Town;
import kr.dure.core.eventlog.Answer.Accepted;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import org.junit.jupiter.api.Test;

/** What the writer commits at once, when commits take their time. */
class WriterBatchesTest {
    private final MemoryLog log = new MemoryLog();
    private final Set<Object> read = ConcurrentHashMap.newKeySet();
    private final List<Integer> appended = new ArrayList<>();
    private final CountDownLatch committing = new CountDownLatch(1);
    private final CountDownLatch committed = new CountDownLatch(1);
    private volatile boolean slow;

    @Test
    void takeAlongWhatHasComeMeanwhileAndNeedsNoReading() throws Exception {
        try (var before = new Town(log).withItsPeople()) {
            before.charges(YOUNGHEE, 10_000);
            before.charges(CHEOLSU, 10_000);
        }
        try (var town = new Town(watched())) {
            await().until(() -> {
                var fresh = town.nextId().value();
                return pays(town, YOUNGHEE, fresh).get() instanceof Accepted && !read.contains(fresh);
            });
            slow = true;
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            answers.add(pays(town, YOUNGHEE, "being committed"));
            committing.await();
            answers.add(pays(town, CHEOLSU, "read ahead for"));
            await().until(() -> read.contains(CHEOLSU.toString()));
            for (int i = 0; i < 3; i++) {
                answers.add(pays(town, YOUNGHEE, "meanwhile " + i));
            }
            committed.countDown();

            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
            assertThat(appended).containsExactly(1, 4);
        }
    }

    private static CompletableFuture<Answer> pays(Town town, WalletId wallet, String operation)
            throws InterruptedException {
        var id = new OperationId(operation);
        return town.submits(id, new PayMerchant(id, wallet, BAKERY, Won.of(1)));
    }

    private LogStore watched() {
        return (LogStore) Proxy.newProxyInstance(
                LogStore.class.getClassLoader(), new Class<?>[] {LogStore.class}, (proxy, method, arguments) -> {
                    watch(method, arguments);
                    return method.invoke(log, arguments);
                });
    }

    private void watch(Method method, Object[] arguments) throws InterruptedException {
        switch (method.getName()) {
            case "answered", "streams" -> read.addAll((Collection<?>) arguments[0]);
            case "append" -> {
                if (slow) {
                    var batch = (LogBatch) arguments[0];
                    appended.add(batch.events().size() + batch.refusals().size());
                    committing.countDown();
                    committed.await();
                }
            }
            default -> {
                // it is not what is watched
            }
        }
    }
}

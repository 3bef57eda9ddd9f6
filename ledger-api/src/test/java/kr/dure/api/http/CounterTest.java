package kr.dure.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.CompletableFuture;
import kr.dure.api.access.Caller;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.WalletId;
import kr.dure.core.ledger.Command;
import kr.dure.core.ledger.LedgerEvent;
import kr.dure.core.money.Won;
import kr.dure.core.wallet.WalletCommand.PayMerchant;
import kr.dure.core.wallet.WalletCommand.SendGift;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterTest {
    private static final OperationId OPERATION = new OperationId("op");
    private static final WalletId OWN = new WalletId("영희");

    /** What a wallet holds is told to nobody but its holder: not to shops, and not to whoever gives to it. */
    @ParameterizedTest
    @CsvSource({
        "resident:영희, pay, insufficient-balance, true",
        "merchant:M1, pay, insufficient-balance, false",
        "clerk:M1/kim, pay, insufficient-balance, false",
        "resident:영희, gift, insufficient-balance, true",
        "resident:영희, gift, holding-limit, false",
        "resident:영희, gift, gift-receive-limit, false"
    })
    void figuresAreForTheHolder(String caller, String what, String code, boolean told) {
        var counter =
                new Counter(operation -> CompletableFuture.completedFuture(new Answer.Refused(code, "{\"held\":7}")));
        Command command = what.equals("gift")
                ? new SendGift(OPERATION, OWN, new WalletId("철수"), Won.of(1))
                : new PayMerchant(OPERATION, OWN, new MerchantId("M1"), Won.of(1));
        var write = new Write(Caller.of(caller).orElseThrow(), OPERATION, new byte[32], false);

        var refused = catchThrowableOfType(Problem.class, () -> counter.submit(write, command, LedgerEvent.class));

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.figures() != null).isEqualTo(told);
    }
}

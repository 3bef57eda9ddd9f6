package kr.dure.api.pos;

import java.time.OffsetDateTime;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.AnswerBook;
import kr.dure.api.http.Times;
import kr.dure.api.http.Write;
import kr.dure.core.id.WalletId;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Residents show a code to pay with. */
@RestController
public final class PaymentCodeResource {
    private final PaymentCodes codes;
    private final AnswerBook answers;

    public PaymentCodeResource(PaymentCodes codes, AnswerBook answers) {
        this.codes = codes;
        this.answers = answers;
    }

    /**
     * A code to show at a till, as digits or as a QR or bar code of them.
     *
     * @param code 20 digits
     * @param expiresAt from when on it is not good any more; it is good once
     */
    public record PaymentCode(String code, OffsetDateTime expiresAt) {}

    @Answers(located = false)
    @Refuses("not-allowed")
    @PostMapping("/api/v1/wallets/{wallet}/payment-codes")
    ResponseEntity<PaymentCode> issue(@PathVariable WalletId wallet, Write write) {
        write.caller().mustOwn(wallet);
        answers.claim(write);
        var issued = codes.issue(write.operation(), wallet);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new PaymentCode(issued.code(), Times.korean(issued.expiresAt())));
    }
}

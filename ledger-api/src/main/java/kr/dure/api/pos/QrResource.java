package kr.dure.api.pos;

import java.util.Base64;
import java.util.Map;
import kr.dure.api.access.Caller;
import kr.dure.api.contract.Answers;
import kr.dure.api.contract.Refuses;
import kr.dure.api.http.Amount;
import kr.dure.api.http.AnswerBook;
import kr.dure.api.http.Problem;
import kr.dure.api.http.Write;
import kr.dure.core.id.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shops make QR codes for residents to scan. Nothing is kept: a code is a statement of the shop, signed. */
@RestController
public final class QrResource {
    private final QrText texts;
    private final AnswerBook answers;

    public QrResource(QrText texts, AnswerBook answers) {
        this.answers = answers;
        this.texts = texts;
    }

    /**
     * @param amount none if whoever pays is to say it, as on a sticker beside the till
     * @param reference the shop's own word for what is paid
     */
    public record QrOrder(@Nullable Amount amount, @Nullable Reference reference) {}

    /**
     * A QR code that residents scan.
     *
     * @param text EMV merchant-presented mode, signed
     * @param png base64
     */
    public record QrCode(String text, String svg, String png) {}

    /** The key with which a wallet app checks that a code is of this ledger: a JSON Web Key (RFC 7517). */
    @Answers(like = QrKey.class)
    @GetMapping(TillResource.PATH + "/qr-key")
    Map<String, Object> key(Caller caller) {
        return texts.publicKey();
    }

    @Answers(status = 200)
    @Refuses("not-allowed")
    @PostMapping(TillResource.PATH + "/qr")
    ResponseEntity<QrCode> make(@RequestBody QrOrder order, Write write) {
        var shop = write.caller().shop();
        answers.claim(write);
        var amount = order.amount();
        String text;
        try {
            text = texts.of(shop, amount == null ? null : amount.won(), order.reference());
        } catch (IllegalArgumentException tooLong) {
            throw Problem.invalid("/reference", "does not fit into a QR code: " + tooLong.getMessage());
        }
        var image = new QrImage(text);
        return ResponseEntity.ok(
                new QrCode(text, image.svg(), Base64.getEncoder().encodeToString(image.png())));
    }
}

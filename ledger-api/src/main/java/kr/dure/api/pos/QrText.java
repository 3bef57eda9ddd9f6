package kr.dure.api.pos;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Map;
import kr.dure.api.http.Sha256;
import kr.dure.core.id.MerchantId;
import kr.dure.core.id.Reference;
import kr.dure.core.money.Won;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/**
 * What a shop's QR code says, signed by the ledger: who would stick another shop's code over it cannot sign. The signature
 * is ECDSA with P-256 and SHA-256 (ES256 of RFC 7518), deterministic (RFC 6979) so that the same code comes again, 86 characters of base64url over all objects before it, in two
 * halves, since an object holds 99 characters at most.
 */
public final class QrText {
    static final String GUID = "kr.dure";
    private static final String FIRST_HALF = "80";
    private static final String SECOND_HALF = "81";
    private static final int HALF = 43;
    private static final int LONGEST_NAME = 25;
    private static final int SCALAR = 32;

    private final ECPrivateKeyParameters key;
    private final ECKey publicKey;

    /**
     * @param key of the curve P-256, used for nothing else
     * @param publicKey by which its signatures are checked
     */
    public QrText(PrivateKey key, ECPublicKey publicKey) {
        this.publicKey = new ECKey.Builder(Curve.P_256, publicKey).build();
        try {
            this.key = (ECPrivateKeyParameters) PrivateKeyFactory.createKey(key.getEncoded());
        } catch (IOException unfit) {
            throw new IllegalArgumentException("the key is not one of an elliptic curve", unfit);
        }
    }

    /** By which wallet apps check what they scan: a JSON Web Key (RFC 7517). */
    Map<String, Object> publicKey() {
        return publicKey.toJSONObject();
    }

    /**
     * @param amount none if whoever pays is to say it
     * @throws IllegalArgumentException if it does not fit
     */
    String of(MerchantId merchant, @Nullable Won amount, @Nullable Reference reference) {
        var text = new EmvText()
                .add("00", "01")
                .add("01", amount == null ? "11" : "12")
                .add("26", new EmvText().add("00", GUID).add("01", ascii(merchant.value())))
                .add("52", "0000")
                .add("53", "410");
        if (amount != null) {
            text.add("54", Long.toString(amount.value()));
        }
        text.add("58", "KR").add("59", shortened(ascii(merchant.value()))).add("60", "KOREA");
        if (reference != null) {
            text.add("62", new EmvText().add("05", ascii(reference.value())));
        }
        text.add("64", new EmvText().add("00", "KO").add("01", shortened(merchant.value())));
        String signature = sign(text.toString());
        return text.add(FIRST_HALF, half(signature.substring(0, HALF)))
                .add(SECOND_HALF, half(signature.substring(HALF)))
                .closed();
    }

    private static EmvText half(String value) {
        return new EmvText().add("00", GUID).add("01", value);
    }

    /** Percent-encoded UTF-8 (RFC 3986) where it is not ASCII. */
    private static String ascii(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(String name) {
        int points = name.codePointCount(0, name.length());
        return points <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    private String sign(String text) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        var rs = signer.generateSignature(Sha256.of(text));
        var signature = new byte[2 * SCALAR];
        BigIntegers.asUnsignedByteArray(rs[0], signature, 0, SCALAR);
        BigIntegers.asUnsignedByteArray(rs[1], signature, SCALAR, SCALAR);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }
}

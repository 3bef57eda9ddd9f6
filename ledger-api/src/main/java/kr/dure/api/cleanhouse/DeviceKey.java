package kr.dure.api.cleanhouse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;
import java.util.Optional;
import kr.dure.api.contract.Shape;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A device's public key, 32 bytes in Base64 (RFC 8032, RFC 4648). */
@Shape(pattern = "[A-Za-z0-9+/]{43}=")
public record DeviceKey(@JsonValue String value) {
    private static final int LONGEST = 128;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeviceKey {
        if (bytes(value)
                .filter(key -> key.length == Ed25519.PUBLIC_KEY_SIZE)
                .filter(key -> Ed25519.validatePublicKeyFull(key, 0))
                .isEmpty()) {
            throw new IllegalArgumentException("is an Ed25519 public key, 32 bytes in Base64");
        }
    }

    static DeviceKey of(byte[] key) {
        return new DeviceKey(Base64.getEncoder().encodeToString(key));
    }

    byte[] bytes() {
        return bytes(value).orElseThrow();
    }

    /** @param signature 64 bytes in Base64; whatever else it may be is no signature */
    boolean hasSigned(byte[] message, String signature) {
        byte[] signed = bytes(signature).orElse(new byte[0]);
        if (signed.length != Ed25519.SIGNATURE_SIZE) {
            return false;
        }
        var signer = new Ed25519Signer();
        signer.init(false, new Ed25519PublicKeyParameters(bytes()));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signed);
    }

    /** One text for the same bytes: no other spelling is taken. */
    private static Optional<byte[]> bytes(String base64) {
        if (base64.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }
}

package kr.dure.ops.keys;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** What keys an identity has. */
enum KeyKind {
    /** Short signatures that cost as much to check as to make. */
    P256("EC", "SHA256withECDSA"),
    /** Of 2048 bits, for what is checked far more often than it is signed, and does not live long. */
    RSA("RSA", "SHA256withRSA");

    private static final int RSA_BITS = 2048;

    private final String algorithm;
    private final String signature;

    KeyKind(String algorithm, String signature) {
        this.algorithm = algorithm;
        this.signature = signature;
    }

    String algorithm() {
        return algorithm;
    }

    AlgorithmParameterSpec parameters() {
        return switch (this) {
            case P256 -> new ECGenParameterSpec("secp256r1");
            case RSA -> new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4);
        };
    }

    /** With which it certifies itself. */
    String signature() {
        return signature;
    }
}

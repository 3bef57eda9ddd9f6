package kr.dure.ops.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key, and the certificate by which others know that it was used. */
public record Identity(PrivateKey key, X509Certificate certificate) {
    /** Without the key. */
    @Override
    public String toString() {
        return "Identity[" + certificate.getSerialNumber().toString(16) + "]";
    }
}

package kr.dure.ops.keys;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** How nodes of one ledger know each other: all have this key and this certificate, and trust no other. */
public record LinkIdentity(PrivateKey key, X509Certificate certificate) {
    /** Without the key. */
    @Override
    public String toString() {
        return "LinkIdentity[" + certificate.getSerialNumber().toString(16) + "]";
    }
}

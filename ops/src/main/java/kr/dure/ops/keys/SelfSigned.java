package kr.dure.ops.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes identities that a ledger gives itself: keys that are certified by themselves. */
final class SelfSigned {
    private static final int SERIAL_BITS = 120;
    private static final Duration BACK = Duration.ofDays(1);
    /** It is trusted for being this one, not for its dates; whoever wants another one takes it out of the key store. */
    private static final Duration VALID = Duration.ofDays(100 * 365L);

    private SelfSigned() {}

    /** @param use what it is for, as the certificate's name says */
    static Identity make(Use use, SecureRandom random, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance(use.kind().algorithm());
            generator.initialize(use.kind().parameters(), random);
            var pair = generator.generateKeyPair();
            var name = new X500Name("CN=Dure " + use.subject());
            var holder = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
                            Date.from(now.minus(BACK)),
                            Date.from(now.plus(VALID)),
                            name,
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder(use.kind().signature()).build(pair.getPrivate()));
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            return new Identity(pair.getPrivate(), certificate);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("this Java makes no certificate", e);
        }
    }
}

package kr.dure.ops.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the identity that the nodes of one ledger share. */
final class LinkCertificate {
    private static final X500Name NAME = new X500Name("CN=Dure node");
    private static final int SERIAL_BITS = 120;
    private static final Duration BACK = Duration.ofDays(1);
    /** It is trusted for being this one, not for its dates; whoever wants another one takes it out of the key store. */
    private static final Duration VALID = Duration.ofDays(100 * 365L);

    private LinkCertificate() {}

    static LinkIdentity make(SecureRandom random, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var holder = new JcaX509v3CertificateBuilder(
                            NAME,
                            new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS),
                            Date.from(now.minus(BACK)),
                            Date.from(now.plus(VALID)),
                            NAME,
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            return new LinkIdentity(pair.getPrivate(), certificate);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("this Java makes no certificate", e);
        }
    }
}

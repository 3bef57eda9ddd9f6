package kr.dure.ops.link;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import kr.dure.ops.keys.Identity;

/** TLS 1.3 between two who hold the same key: each shows the one certificate, and takes no other. */
final class Tls {
    private static final Duration CONNECTING = Duration.ofSeconds(2);
    private static final Duration SHAKING_HANDS = Duration.ofSeconds(5);

    private final SSLSocketFactory sockets;

    Tls(Identity identity) {
        this.sockets = context(identity).getSocketFactory();
    }

    static SSLContext context(Identity identity) {
        try {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("node", identity.key(), new char[0], new X509Certificate[] {identity.certificate()});
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, new char[0]);
            var trust = new ThisOneAlone(identity.certificate());
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(managers.getKeyManagers(), new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java has no TLS 1.3", e);
        }
    }

    Wire connect(Address address) throws IOException {
        var raw = new Socket();
        try {
            raw.connect(address.resolved(), Math.toIntExact(CONNECTING.toMillis()));
            var tls = (SSLSocket) sockets.createSocket(raw, address.host(), address.port(), true);
            return shakeHands(raw, tls);
        } catch (IOException | RuntimeException failure) {
            raw.close();
            throw failure;
        }
    }

    Wire accept(Socket raw) throws IOException {
        var tls = (SSLSocket) sockets.createSocket(raw, null, true);
        tls.setUseClientMode(false);
        tls.setNeedClientAuth(true);
        return shakeHands(raw, tls);
    }

    private static Wire shakeHands(Socket raw, SSLSocket tls) throws IOException {
        tls.setEnabledProtocols(new String[] {"TLSv1.3"});
        raw.setTcpNoDelay(true);
        raw.setKeepAlive(true);
        raw.setSoTimeout(Math.toIntExact(SHAKING_HANDS.toMillis()));
        tls.startHandshake();
        return new Wire(raw, tls);
    }

    private record ThisOneAlone(X509Certificate certificate) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length != 1 || !Arrays.equals(chain[0].getEncoded(), certificate.getEncoded())) {
                throw new CertificateException("not the certificate of this ledger's nodes");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

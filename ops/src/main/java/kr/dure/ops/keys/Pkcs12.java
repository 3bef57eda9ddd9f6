package kr.dure.ops.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.SecretKeyEntry;
import java.security.PrivateKey;
import java.security.UnrecoverableEntryException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.crypto.SecretKey;

/** Keys as a PKCS12 file (RFC 7292) and back, as pure functions. */
final class Pkcs12 {
    private Pkcs12() {}

    /** A new key store with secret keys and nothing else. */
    static KeyStore of(Map<String, SecretKey> keys, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            for (var key : keys.entrySet()) {
                store.setEntry(key.getKey(), new SecretKeyEntry(key.getValue()), new PasswordProtection(password));
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java makes no PKCS12", e);
        }
    }

    static KeyStore with(KeyStore store, String alias, Identity identity, char[] password) {
        try {
            store.setKeyEntry(alias, identity.key(), password, new Certificate[] {identity.certificate()});
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java takes no certificate into PKCS12", e);
        }
    }

    static byte[] write(KeyStore store, char[] password) {
        var file = new ByteArrayOutputStream();
        try {
            store.store(file, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java writes no PKCS12", e);
        }
        return file.toByteArray();
    }

    static boolean has(Path from, KeyStore store, String alias) {
        try {
            return store.containsAlias(alias);
        } catch (GeneralSecurityException e) {
            throw KeysUnavailable.damaged(from, e);
        }
    }

    static Identity identity(Path from, KeyStore store, String alias, char[] password) {
        try {
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new Identity(key, certificate);
            }
            throw KeysUnavailable.lacking(from, alias);
        } catch (UnrecoverableKeyException e) {
            throw KeysUnavailable.wrongPassword(from, e);
        } catch (GeneralSecurityException e) {
            throw KeysUnavailable.damaged(from, e);
        }
    }

    /** @param from where the file came from, for the message if it does not open */
    static KeyStore open(Path from, byte[] file, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            return store;
        } catch (IOException e) {
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? KeysUnavailable.wrongPassword(from, e)
                    : KeysUnavailable.damaged(from, e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw KeysUnavailable.damaged(from, e);
        }
    }

    /** @return a key of 256 bits for that algorithm */
    static SecretKey key(Path from, KeyStore store, String alias, String algorithm, char[] password) {
        try {
            if (!(store.getEntry(alias, new PasswordProtection(password)) instanceof SecretKeyEntry entry)) {
                throw KeysUnavailable.lacking(from, alias);
            }
            SecretKey key = entry.getSecretKey();
            if (!algorithm.equals(key.getAlgorithm()) || key.getEncoded().length != 32) {
                throw KeysUnavailable.unfit(from, alias, algorithm);
            }
            return key;
        } catch (UnrecoverableEntryException e) {
            throw KeysUnavailable.wrongPassword(from, e);
        } catch (GeneralSecurityException e) {
            throw KeysUnavailable.damaged(from, e);
        }
    }
}

package kr.dure.core.vault;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES as the vault uses it, as pure functions: GCM (NIST SP 800-38D) for data, KW (RFC 3394) for keys. */
final class Aes {
    static final String ALGORITHM = "AES";
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;
    static final int WRAPPED_KEY_BYTES = Keys.BYTES + 8;

    private Aes() {}

    /** The ciphertext and behind it the tag. A nonce must never meet the same key twice. */
    static byte[] encrypt(SecretKey key, byte[] nonce, byte[] associated, byte[] plain)
            throws GeneralSecurityException {
        return gcm(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
    }

    /** @throws GeneralSecurityException if key, nonce, associated data, ciphertext or tag is not what it was */
    static byte[] decrypt(SecretKey key, byte[] nonce, byte[] associated, byte[] ciphertext)
            throws GeneralSecurityException {
        return gcm(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(ciphertext);
    }

    /** Eight bytes longer than the key, and always the same for the same keys. */
    static byte[] wrap(SecretKey master, SecretKey key) throws GeneralSecurityException {
        return keyWrap(Cipher.WRAP_MODE, master).wrap(key);
    }

    /** @throws GeneralSecurityException if another key wrapped it, or it was changed */
    static SecretKey unwrap(SecretKey master, byte[] wrapped) throws GeneralSecurityException {
        return (SecretKey) keyWrap(Cipher.UNWRAP_MODE, master).unwrap(wrapped, ALGORITHM, Cipher.SECRET_KEY);
    }

    private static Cipher gcm(int mode, SecretKey key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static Cipher keyWrap(int mode, SecretKey master) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
        cipher.init(mode, master);
        return cipher;
    }
}

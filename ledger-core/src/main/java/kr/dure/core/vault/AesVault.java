package kr.dure.core.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kr.dure.core.id.PersonId;

/**
 * The vault on AES-256. Safe for use by many threads.
 *
 * <p>Wrapped key: version, 40 bytes of AES-KW. Sealed: version, 96-bit nonce, ciphertext, 128-bit tag; the version and
 * the person's id in UTF-8 are its associated data, so that nobody's row opens as another's. AES-KW and not AES-GCM
 * wraps the keys: it needs no nonce, so the one key that all persons share has none to repeat.
 */
public final class AesVault implements Vault {
    private static final byte VERSION = 1;
    private static final int FRONT = 1 + Aes.NONCE_BYTES;

    private final SecretKey master;
    private final SecureRandom random;

    /**
     * @param master an AES key of 256 bits
     * @throws IllegalArgumentException if it is another
     */
    public AesVault(SecretKey master, SecureRandom random) {
        this.master = Keys.require256(master, Aes.ALGORITHM);
        this.random = random;
    }

    /** @throws IllegalArgumentException if a text in it is not Unicode (a lone surrogate) */
    @Override
    public SealedPerson seal(PersonalData data) {
        byte[] associated = associated(data.person());
        byte[] plain = PersonalJson.write(data);
        SecretKey key = new SecretKeySpec(random(Keys.BYTES), Aes.ALGORITHM);
        byte[] nonce = random(Aes.NONCE_BYTES);
        try {
            byte[] wrapped = Aes.wrap(master, key);
            byte[] sealed = Aes.encrypt(key, nonce, associated, plain);
            return new SealedPerson(data.person(), join(wrapped), join(nonce, sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-256-GCM or AES-KW", e);
        }
    }

    @Override
    public PersonalData open(SealedPerson row) {
        return PersonalJson.read(row.person(), decrypt(row, unwrap(row)));
    }

    private SecretKey unwrap(SealedPerson row) {
        byte[] wrapped = row.wrappedKey();
        try {
            check(wrapped.length == 1 + Aes.WRAPPED_KEY_BYTES, wrapped.length + " bytes long");
            check(wrapped[0] == VERSION, "of version " + wrapped[0]);
            return Aes.unwrap(master, Arrays.copyOfRange(wrapped, 1, wrapped.length));
        } catch (GeneralSecurityException e) {
            throw new VaultException(
                    "the key of person " + row.person() + " cannot be unwrapped: it was changed, or another master key"
                            + " wrapped it",
                    e);
        }
    }

    private static byte[] decrypt(SealedPerson row, SecretKey key) {
        byte[] sealed = row.sealed();
        try {
            check(sealed.length >= FRONT + Aes.TAG_BYTES, sealed.length + " bytes long");
            check(sealed[0] == VERSION, "of version " + sealed[0]);
            byte[] nonce = Arrays.copyOfRange(sealed, 1, FRONT);
            byte[] ciphertext = Arrays.copyOfRange(sealed, FRONT, sealed.length);
            return Aes.decrypt(key, nonce, associated(row.person()), ciphertext);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VaultException(
                    "the data of person " + row.person() + " cannot be opened: it was changed, or is another person's",
                    e);
        }
    }

    private static void check(boolean holds, String fault) throws GeneralSecurityException {
        if (!holds) {
            throw new GeneralSecurityException(fault);
        }
    }

    private static byte[] associated(PersonId person) {
        byte[] id = Utf8.bytes("the id of a person", person.value());
        return ByteBuffer.allocate(1 + id.length).put(VERSION).put(id).array();
    }

    private static byte[] join(byte[]... parts) {
        int length = 1;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer joined = ByteBuffer.allocate(length).put(VERSION);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }

    private byte[] random(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }
}

package kr.dure.ops.keys;

import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kr.dure.core.vault.AesVault;
import kr.dure.core.vault.KeyedHash;
import kr.dure.core.vault.Vault;

/** The keys of one ledger: the master key of its vault and the key of its hashes. */
public final class LedgerKeys {
    private static final String MASTER = "dure-master";
    private static final String MASTER_ALGORITHM = "AES";
    private static final String HASH = "dure-hash";
    private static final String HASH_ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final SecretKey master;
    private final SecretKey hash;

    private LedgerKeys(SecretKey master, SecretKey hash) {
        this.master = master;
        this.hash = hash;
    }

    /**
     * The keys of a ledger that exists.
     *
     * @throws KeysUnavailable if they are not there, or do not open
     */
    public static LedgerKeys open(KeyPlace place) {
        byte[] file = PrivateFiles.read(place.store(), KeysUnavailable::missing);
        char[] password = place.requirePassword();
        KeyStore store = Pkcs12.open(place.store(), file, password);
        return new LedgerKeys(
                Pkcs12.key(place.store(), store, MASTER, MASTER_ALGORITHM, password),
                Pkcs12.key(place.store(), store, HASH, HASH_ALGORITHM, password));
    }

    /**
     * The keys of a new ledger, whose log is empty. Keys that are there already are taken: the first start may have
     * ended between the keys and the first event, and another node may start at the same time.
     *
     * @throws KeysUnavailable if they are there and do not open, or cannot be made
     */
    public static synchronized LedgerKeys openOrCreate(KeyPlace place, SecureRandom random) {
        if (!PrivateFiles.exists(place.store())) {
            create(place, random);
        }
        return open(place);
    }

    public Vault vault(SecureRandom random) {
        return new AesVault(master, random);
    }

    public KeyedHash keyedHash() {
        return new KeyedHash(hash);
    }

    private static void create(KeyPlace place, SecureRandom random) {
        if (place.password() == null) {
            PrivateFiles.makeDirectory(place.directory());
            PrivateFiles.makeOnce(place.passwordFile(), newPassword(random));
        }
        if (place.store().startsWith(place.directory())) {
            PrivateFiles.makeDirectory(place.directory());
        }
        var keys = Map.<String, SecretKey>of(
                MASTER, new SecretKeySpec(secret(random), MASTER_ALGORITHM),
                HASH, new SecretKeySpec(secret(random), HASH_ALGORITHM));
        PrivateFiles.makeOnce(place.store(), Pkcs12.write(keys, place.requirePassword()));
    }

    /** 256 bits in letters, digits, hyphens and underscores. */
    private static byte[] newPassword(SecureRandom random) {
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret(random));
        return (password + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] secret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }
}

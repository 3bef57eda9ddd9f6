package kr.dure.ops.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kr.dure.core.vault.AesVault;
import kr.dure.core.vault.KeyedHash;
import kr.dure.core.vault.Vault;

/** The keys of one ledger: the master key of its vault, the key of its hashes, and by what its nodes know each other. */
public final class LedgerKeys {
    private static final String MASTER = "dure-master";
    private static final String MASTER_ALGORITHM = "AES";
    private static final String HASH = "dure-hash";
    private static final String HASH_ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final SecretKey master;
    private final SecretKey hash;
    private final Map<Use, Identity> identities = new EnumMap<>(Use.class);
    private final Path store;

    private LedgerKeys(KeyPlace place) {
        byte[] file = PrivateFiles.read(place.store(), KeysUnavailable::missing);
        char[] password = place.requirePassword();
        KeyStore keys = Pkcs12.open(place.store(), file, password);
        this.store = place.store();
        this.master = Pkcs12.key(store, keys, MASTER, MASTER_ALGORITHM, password);
        this.hash = Pkcs12.key(store, keys, HASH, HASH_ALGORITHM, password);
        for (Use use : Use.values()) {
            if (Pkcs12.has(store, keys, use.alias())) {
                identities.put(use, Pkcs12.identity(store, keys, use.alias(), password));
            }
        }
    }

    /**
     * The keys of a ledger that exists.
     *
     * @throws KeysUnavailable if they are not there, or do not open
     */
    public static LedgerKeys open(KeyPlace place) {
        return new LedgerKeys(place);
    }

    /**
     * The keys of a ledger that exists, with identities, which are added if there are none; where each node has a copy of
     * the key store, copy it again after that.
     *
     * @throws KeysUnavailable if they are not there, do not open, or nothing can be added
     */
    public static synchronized LedgerKeys openWith(KeyPlace place, SecureRandom random, Use... uses) {
        var keys = open(place);
        var missing = Arrays.stream(uses).filter(use -> !keys.has(use)).toList();
        if (missing.isEmpty()) {
            return keys;
        }
        char[] password = place.requirePassword();
        for (Use use : missing) {
            PrivateFiles.change(place.store(), file -> {
                KeyStore store = Pkcs12.open(place.store(), file, password);
                return Pkcs12.has(place.store(), store, use.alias()) ? null : with(store, use, password, random);
            });
        }
        return open(place);
    }

    private static byte[] with(KeyStore store, Use use, char[] password, SecureRandom random) {
        var identity = SelfSigned.make(use, random, Instant.now());
        return Pkcs12.write(Pkcs12.with(store, use.alias(), identity, password), password);
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

    /** @throws KeysUnavailable if there is none in the key store; see {@link #openWith} */
    public Identity identity(Use use) {
        var identity = identities.get(use);
        if (identity == null) {
            throw KeysUnavailable.lacking(store, use.alias());
        }
        return identity;
    }

    public boolean has(Use use) {
        return identities.containsKey(use);
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
        char[] password = place.requirePassword();
        PrivateFiles.makeOnce(place.store(), with(Pkcs12.of(keys, password), Use.LINK, password, random));
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

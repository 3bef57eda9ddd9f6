package kr.dure.core.vault;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import kr.dure.core.id.OperationId;

/**
 * Hashes that only the holder of the key can make, HMAC-SHA-256 (RFC 2104): without a key, whoever reads the log could
 * try all proofs of identity there are. Safe for use by many threads.
 *
 * <p>What is hashed begins with its purpose in ASCII and a zero byte. No purpose contains one, so a hash for one
 * purpose is never a hash for another.
 */
public final class KeyedHash {
    private static final int OPERATION_BYTES = 16;
    private static final BigInteger CODES = BigInteger.TEN.pow(20);

    private final Hmac persons;
    private final Hmac requests;
    private final Hmac operations;
    private final Hmac codes;
    private final Hmac shownCodes;
    private final Hmac clientSecrets;
    private final Hmac shownSecrets;
    private final Hmac webhookKeys;
    private final String fingerprint;

    /**
     * @param key for {@code HmacSHA256}, of 256 bits, used for nothing else
     * @throws IllegalArgumentException if it is another
     */
    public KeyedHash(SecretKey key) {
        Keys.require256(key, Hmac.ALGORITHM);
        persons = purpose(key, "dure/person");
        requests = purpose(key, "dure/request");
        operations = purpose(key, "dure/operation");
        codes = purpose(key, "dure/payment-code");
        shownCodes = purpose(key, "dure/shown-payment-code");
        clientSecrets = purpose(key, "dure/client-secret");
        shownSecrets = purpose(key, "dure/shown-client-secret");
        webhookKeys = purpose(key, "dure/webhook-key");
        fingerprint = hex(purpose(key, "dure/fingerprint").of(new byte[0]));
    }

    /**
     * Who somebody is, for the log: 64 lower-case hexadecimal digits.
     *
     * @param proof taken as it is: one person's proof must always come in the same spelling
     * @throws IllegalArgumentException if it is empty, which would make all people one, or not Unicode
     */
    public String personHash(String proof) {
        if (proof.isEmpty()) {
            throw new IllegalArgumentException("the proof of identity is empty");
        }
        return hex(persons.of(Utf8.bytes("the proof of identity", proof)));
    }

    /** What was asked, in 32 bytes, by which a repetition is told from another use of the same id. */
    public byte[] requestDigest(byte[] request) {
        return requests.of(request);
    }

    /**
     * The id of an operation that a client asks for: the same whoever computes it, and nobody without the key can find
     * one that was not told. 32 lower-case hexadecimal digits.
     *
     * @param client who asks
     * @param route what is asked, without whom it concerns
     * @param key by which the client knows its request
     */
    public OperationId operationOf(String client, String route, String key) {
        byte[] request = Utf8.bytes("the request", client + '\0' + route + '\0' + key);
        return new OperationId(HexFormat.of().formatHex(operations.of(request), 0, OPERATION_BYTES));
    }

    /** The payment code that an operation asked for: 20 decimal digits, which nobody without the key can foresee. */
    public String paymentCode(OperationId operation) {
        byte[] made = codes.of(Utf8.bytes("the operation", operation.value()));
        return "%020d".formatted(new BigInteger(1, made).mod(CODES));
    }

    /** By which a payment code that somebody shows is found, in 32 bytes. */
    public byte[] codeHash(String code) {
        return shownCodes.of(Utf8.bytes("the code", code));
    }

    /** The secret of a client that an operation added: 256 bits in base64url. */
    public String clientSecret(OperationId operation) {
        byte[] made = clientSecrets.of(Utf8.bytes("the operation", operation.value()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    }

    /** What is kept of a client's secret, 32 bytes; a secret of 256 bits need not be hashed slowly. */
    public byte[] secretHash(String secret) {
        return shownSecrets.of(Utf8.bytes("the secret", secret));
    }

    /** The key under which messages to a webhook are signed that an operation added: 32 bytes, kept nowhere. */
    public byte[] webhookKey(OperationId operation) {
        return webhookKeys.of(Utf8.bytes("the operation", operation.value()));
    }

    /** Tells this key from any other, and nothing of it: 64 lower-case hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    private static Hmac purpose(SecretKey key, String name) {
        return new Hmac(key, (name + '\0').getBytes(StandardCharsets.US_ASCII));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}

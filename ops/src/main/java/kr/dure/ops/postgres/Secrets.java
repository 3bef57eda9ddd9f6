package kr.dure.ops.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Passwords nobody types: 256 bits each, from chance and in files only we can read, or from another password. */
final class Secrets {
    private static final SecureRandom CHANCE = new SecureRandom();

    private Secrets() {}

    static String keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[32];
            CHANCE.nextBytes(bytes);
            PrivateFiles.write(file, text(bytes));
        }
        return Files.readString(file);
    }

    /** The same wherever it is asked for; whoever knows it does not know what it comes from. */
    static String derived(String password, String purpose) {
        try {
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(("dure/app\0" + password).getBytes(UTF_8), hmac.getAlgorithm()));
            return text(hmac.doFinal(purpose.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

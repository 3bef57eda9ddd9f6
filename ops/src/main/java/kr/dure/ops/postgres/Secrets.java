package kr.dure.ops.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords nobody types: 256 random bits each, in files only we can read. */
final class Secrets {
    private static final SecureRandom CHANCE = new SecureRandom();

    private Secrets() {}

    static String keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[32];
            CHANCE.nextBytes(bytes);
            PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Files.readString(file);
    }
}

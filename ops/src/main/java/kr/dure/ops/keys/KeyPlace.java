package kr.dure.ops.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys lie.
 *
 * @param directory the one that may be made when it is missing
 * @param password from outside; null if it lies in the directory
 */
public record KeyPlace(Path directory, Path store, @Nullable String password) {
    public static final String STORE = "DURE_KEYSTORE";
    public static final String PASSWORD = "DURE_KEYSTORE_PASSWORD";

    /** @param environment of the process: what it says wins over the data directory */
    public static KeyPlace of(Path data, Map<String, String> environment) {
        Path directory = data.toAbsolutePath().resolve("keys");
        String store = environment.getOrDefault(STORE, "");
        String password = environment.getOrDefault(PASSWORD, "");
        return new KeyPlace(
                directory,
                store.isBlank() ? directory.resolve("dure.p12") : Path.of(store).toAbsolutePath(),
                password.isEmpty() ? null : password);
    }

    Path passwordFile() {
        return directory.resolve("password");
    }

    /** @throws KeysUnavailable if there is none, or PKCS12 would not take it */
    char[] requirePassword() {
        if (password != null) {
            return printable(password, PASSWORD);
        }
        byte[] kept = PrivateFiles.read(passwordFile(), KeysUnavailable::noPassword);
        String line = new String(kept, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
        return printable(line, passwordFile().toString());
    }

    private static char[] printable(String password, String source) {
        if (password.isEmpty() || !password.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw KeysUnavailable.unfitPassword(source);
        }
        return password.toCharArray();
    }

    /** Without the password: it could end up in a log file. */
    @Override
    public String toString() {
        return "KeyPlace[" + store + "]";
    }
}

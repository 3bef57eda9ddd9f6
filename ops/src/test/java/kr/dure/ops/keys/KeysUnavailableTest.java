package kr.dure.ops.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysUnavailableTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SECRET = "correct horse";

    @TempDir
    Path temp;

    private Path data;
    private KeyPlace place;

    @BeforeEach
    void aLedgerWithKeys() {
        data = temp.resolve("data");
        place = KeyPlace.of(data, Map.of());
        LedgerKeys.openOrCreate(place, RANDOM);
    }

    @Test
    void aMissingStoreIsNotMadeAnewForALedgerThatExists() throws IOException {
        Files.delete(place.store());

        refuses(
                () -> LedgerKeys.open(place),
                "키 저장소(" + place.store() + ")가 없습니다: 원장은 제 키 없이는 열 수 없으니 백업에서 되살리세요.",
                "The key store (" + place.store() + ") is missing: a ledger opens with its own keys only, so bring them"
                        + " back from a backup.");
        assertThat(data.resolve("keys").toFile().list()).containsExactly("password");
    }

    @Test
    void whereNothingIsOpenMakesNothing() {
        refuses(() -> LedgerKeys.open(KeyPlace.of(temp.resolve("other"), Map.of())), "없습니다", "is missing");
        assertThat(temp.resolve("other")).doesNotExist();
    }

    @Test
    void aWrongPasswordIsSaid() throws IOException {
        Files.writeString(place.passwordFile(), "battery staple");
        byte[] before = Files.readAllBytes(place.store());

        for (ThrowingCallable start : both(place)) {
            refuses(
                    start,
                    "비밀번호로 키 저장소(" + place.store() + ")를 열 수 없습니다: 비밀번호가 틀렸거나 파일이 바뀌었습니다.",
                    "The password does not open the key store (" + place.store()
                            + "): it is wrong, or the file was changed.");
        }
        refuses(() -> LedgerKeys.open(KeyPlace.of(data, Map.of(KeyPlace.PASSWORD, SECRET))), "비밀번호", "wrong");
        assertThat(place.store()).hasBinaryContent(before);
    }

    @Test
    void aFileThatIsNoKeyStoreIsDamagedAndStaysAsItIs() throws IOException {
        for (String content : new String[] {"", "0", "not a key store", "\u0030\u0080"}) {
            Files.writeString(place.store(), content);
            for (ThrowingCallable start : both(place)) {
                refuses(
                        start,
                        "키 저장소(" + place.store() + ")가 손상되었습니다: 온전한 PKCS12 파일이 아닙니다.",
                        "The key store (" + place.store() + ") is damaged: it is not a whole PKCS12 file.");
            }
            assertThat(place.store()).hasContent(content);
        }
    }

    @Test
    void aFileThatWasCutIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(place.store());
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(place.store(), Arrays.copyOf(whole, length));
            refuses(() -> LedgerKeys.open(place), "손상", "is damaged");
        }
    }

    /** Some bytes of the file mean nothing (a name in it); no change of any byte gives other keys. */
    @Test
    void aChangedByteGivesTheKeysOrNone() throws IOException {
        String fingerprint = LedgerKeys.open(place).keyedHash().fingerprint();
        byte[] whole = Files.readAllBytes(place.store());
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(place.store(), changed);
            try {
                assertThat(LedgerKeys.open(place).keyedHash().fingerprint()).isEqualTo(fingerprint);
            } catch (KeysUnavailable e) {
                assertThat(e).message().containsAnyOf("is damaged", "the file was changed");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length * 9 / 10);
    }

    @Test
    void aMissingEntryIsNamed() throws IOException {
        store(Map.of("dure-master", new SecretKeySpec(new byte[32], "AES")));
        refuses(
                () -> LedgerKeys.open(place),
                "키 저장소(" + place.store() + ")에 비밀 키 dure-hash가 없습니다.",
                "The key store (" + place.store() + ") lacks the secret key dure-hash.");

        store(Map.of("dure-hash", new SecretKeySpec(new byte[32], "HmacSHA256")));
        refuses(() -> LedgerKeys.open(place), "dure-master가 없습니다", "lacks the secret key dure-master");
    }

    @Test
    void anUnfitEntryIsNamed() throws IOException {
        store(Map.of("dure-master", new SecretKeySpec(new byte[16], "AES")));
        refuses(
                () -> LedgerKeys.open(place),
                "키 저장소(" + place.store() + ")의 dure-master는 256비트 AES 키가 아닙니다.",
                "The key dure-master in the key store (" + place.store() + ") is not one of 256 bits for AES.");

        store(Map.of("dure-master", new SecretKeySpec(new byte[32], "HmacSHA256")));
        refuses(() -> LedgerKeys.open(place), "256비트 AES 키가 아닙니다", "not one of 256 bits for AES");
    }

    @Test
    void aDirectoryIsNoKeyStoreAndNoPassword() throws IOException {
        Files.delete(place.store());
        Files.createDirectory(place.store());
        for (ThrowingCallable start : both(place)) {
            refuses(
                    start,
                    "파일이어야 할 경로(" + place.store() + ")가 디렉터리입니다.",
                    "The path (" + place.store() + ") must be a file and is a directory.");
        }
        Files.delete(place.store());
        Files.delete(place.passwordFile());
        Files.createDirectory(place.passwordFile());
        refuses(() -> LedgerKeys.openOrCreate(place, RANDOM), "디렉터리입니다", place.passwordFile() + ") must be a file");
    }

    @Test
    void aStoreThatMayNotBeReadIsSaid() throws IOException {
        Files.setPosixFilePermissions(place.store(), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(place.store()))
                .as("the superuser may read it")
                .isFalse();

        for (ThrowingCallable start : both(place)) {
            refuses(
                    start,
                    "파일(" + place.store() + ")을 읽지 못했습니다: 권한이 없습니다.",
                    "The file (" + place.store() + ") could not be read: permission denied.");
        }
    }

    @Test
    void aStoreThatCannotBeReadIsSaid() throws IOException {
        Files.delete(place.store());
        Files.createSymbolicLink(place.store(), place.store());

        for (ThrowingCallable start : both(place)) {
            refuses(start, "파일(" + place.store() + ")을 읽지 못했습니다: ", "could not be read: ");
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsMissingAndStays() throws IOException {
        Files.delete(place.store());
        Files.createSymbolicLink(place.store(), temp.resolve("not-mounted/dure.p12"));

        for (ThrowingCallable start : both(place)) {
            refuses(start, "없습니다", "is missing");
        }
        assertThat(place.store()).isSymbolicLink();
    }

    @Test
    void aMissingPasswordIsNotMadeAnewForAStoreThatExists() throws IOException {
        Files.delete(place.passwordFile());

        for (ThrowingCallable start : both(place)) {
            refuses(
                    start,
                    "키 저장소의 비밀번호가 없습니다: 파일(" + place.passwordFile() + ")도 DURE_KEYSTORE_PASSWORD 변수도 없습니다.",
                    "The password of the key store is missing: there is neither the file (" + place.passwordFile()
                            + ") nor the variable DURE_KEYSTORE_PASSWORD.");
        }
        assertThat(place.passwordFile()).doesNotExist();
    }

    @Test
    void aPasswordThatPkcs12WouldNotTakeIsRefusedUnseen() throws IOException {
        var hangul = KeyPlace.of(temp.resolve("new"), Map.of(KeyPlace.PASSWORD, "두레비밀번호"));
        for (ThrowingCallable start :
                new ThrowingCallable[] {() -> LedgerKeys.openOrCreate(hangul, RANDOM), () -> hangul.requirePassword()
                }) {
            refuses(
                    start,
                    "키 저장소의 비밀번호(DURE_KEYSTORE_PASSWORD)는 한 자 이상의 ASCII 문자여야 합니다.",
                    "The password of the key store (DURE_KEYSTORE_PASSWORD) must be one or more printable ASCII"
                            + " characters.");
        }
        assertThat(hangul.store()).doesNotExist();

        Files.writeString(place.passwordFile(), "\n");
        refuses(() -> LedgerKeys.open(place), "(" + place.passwordFile() + ")", "printable ASCII");
    }

    @Test
    void theLineEndThatAnEditorLeavesIsNotPartOfThePassword() throws IOException {
        var outside = KeyPlace.of(temp.resolve("new"), Map.of(KeyPlace.PASSWORD, SECRET));
        LedgerKeys.openOrCreate(outside, RANDOM);
        Files.writeString(outside.passwordFile(), SECRET + "\r\n");

        assertThat(LedgerKeys.open(KeyPlace.of(temp.resolve("new"), Map.of()))).isNotNull();
    }

    @Test
    void aDirectoryNamedFromOutsideIsNotMade() {
        var store = temp.resolve("not-mounted/dure.p12");
        var outside = KeyPlace.of(temp.resolve("new"), Map.of(KeyPlace.STORE, store.toString()));

        refuses(
                () -> LedgerKeys.openOrCreate(outside, RANDOM),
                "파일(" + store + ")을 만들지 못했습니다: 그 디렉터리가 없습니다.",
                "The file (" + store + ") could not be made: its directory is missing.");
        assertThat(store.getParent()).doesNotExist();
    }

    @Test
    void aFileWhereTheDirectoryShouldBeIsSaid() throws IOException {
        Files.writeString(temp.resolve("file"), "");

        refuses(
                () -> LedgerKeys.openOrCreate(KeyPlace.of(temp.resolve("file"), Map.of()), RANDOM),
                "만들지 못했습니다",
                "could not be made");
    }

    private ThrowingCallable[] both(KeyPlace where) {
        return new ThrowingCallable[] {() -> LedgerKeys.open(where), () -> LedgerKeys.openOrCreate(where, RANDOM)};
    }

    private void store(Map<String, SecretKey> keys) throws IOException {
        Files.write(place.store(), Pkcs12.write(Pkcs12.of(keys, place.requirePassword()), place.requirePassword()));
    }

    /** One sentence in Korean, then one in English, and never the password. */
    private void refuses(ThrowingCallable start, String korean, String english) {
        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(start).satisfies(refusal -> {
            String[] sentences = refusal.getMessage().split(" / ", -1);
            assertThat(sentences).hasSize(2);
            assertThat(sentences[0]).contains(korean).containsPattern("[가-힣]").endsWith(".");
            assertThat(sentences[1])
                    .contains(english)
                    .doesNotContainPattern("[가-힣]")
                    .endsWith(".");
            assertThat(refusal.toString()).doesNotContain(SECRET, "두레비밀번호", "battery staple");
        });
    }
}

package kr.dure.ops.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kr.dure.core.id.PersonId;
import kr.dure.core.vault.PersonalData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerKeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PersonalData DURE = PersonalData.bornOn(new PersonId("w-1"), LocalDate.of(1961, 5, 16));

    @TempDir
    Path temp;

    @Test
    void aNewLedgerGetsKeysThatOpenAgain() {
        var place = KeyPlace.of(temp.resolve("data"), Map.of());
        var made = LedgerKeys.openOrCreate(place, RANDOM);
        var sealed = made.vault(RANDOM).seal(DURE);

        var opened = LedgerKeys.open(place);

        assertThat(opened.vault(RANDOM).open(sealed)).isEqualTo(DURE);
        assertThat(opened.keyedHash().fingerprint()).isEqualTo(made.keyedHash().fingerprint());
    }

    @Test
    void onlyTheOwnerMayReadWhatIsMadeAndNothingElseIsLeft() throws IOException {
        var data = temp.resolve("new/data");
        LedgerKeys.openOrCreate(KeyPlace.of(data, Map.of()), RANDOM);

        assertThat(permissions(data.resolve("keys"))).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("keys/dure.p12"))).isEqualTo("rw-------");
        assertThat(permissions(data.resolve("keys/password"))).isEqualTo("rw-------");
        assertThat(names(data.resolve("keys"))).containsExactlyInAnyOrder("dure.p12", "password");
        assertThat(Files.readString(data.resolve("keys/password"))).matches("[A-Za-z0-9_-]{43}\n");
    }

    @Test
    void twoLedgersHaveNothingInCommon() throws IOException {
        var first = LedgerKeys.openOrCreate(KeyPlace.of(temp.resolve("a"), Map.of()), RANDOM);
        var second = LedgerKeys.openOrCreate(KeyPlace.of(temp.resolve("b"), Map.of()), RANDOM);

        assertThat(first.keyedHash().fingerprint())
                .isNotEqualTo(second.keyedHash().fingerprint());
        assertThat(temp.resolve("a/keys/password"))
                .content()
                .isNotEqualTo(Files.readString(temp.resolve("b/keys/password")));
    }

    @Test
    void keysThatAreThereAreTakenAndNotTouched() throws IOException {
        var place = KeyPlace.of(temp, Map.of());
        var made = LedgerKeys.openOrCreate(place, RANDOM);
        byte[] before = Files.readAllBytes(place.store());

        var again = LedgerKeys.openOrCreate(place, RANDOM);

        assertThat(again.keyedHash().fingerprint()).isEqualTo(made.keyedHash().fingerprint());
        assertThat(place.store()).hasBinaryContent(before);
    }

    @Test
    void aPasswordFromOutsideIsNotKept() {
        var place = KeyPlace.of(temp, Map.of(KeyPlace.PASSWORD, "correct horse"));
        LedgerKeys.openOrCreate(place, RANDOM);

        assertThat(names(temp.resolve("keys"))).containsExactly("dure.p12");
        assertThat(LedgerKeys.open(place)).isNotNull();
    }

    @Test
    void theStoreMayLieElsewhere() throws IOException {
        var secrets = Files.createDirectory(temp.resolve("secrets"));
        var data = temp.resolve("data");
        var place = KeyPlace.of(
                data, Map.of(KeyPlace.STORE, secrets.resolve("town.p12").toString()));
        LedgerKeys.openOrCreate(place, RANDOM);

        assertThat(names(secrets)).containsExactly("town.p12");
        assertThat(names(data.resolve("keys"))).containsExactly("password");
        assertThat(LedgerKeys.open(place)).isNotNull();
    }

    @Test
    void withStoreAndPasswordFromOutsideTheDataDirectoryStaysEmpty() throws IOException {
        var data = temp.resolve("data");
        var place = KeyPlace.of(
                data, Map.of(KeyPlace.STORE, temp.resolve("town.p12").toString(), KeyPlace.PASSWORD, "correct horse"));
        LedgerKeys.openOrCreate(place, RANDOM);

        assertThat(data).doesNotExist();
    }

    @Test
    void anEmptyVariableCountsAsNone() {
        assertThat(KeyPlace.of(temp, Map.of(KeyPlace.STORE, "", KeyPlace.PASSWORD, "")))
                .isEqualTo(KeyPlace.of(temp, Map.of()));
    }

    @Test
    void aStartThatEndedBetweenPasswordAndStoreIsTakenUp() throws IOException {
        var place = KeyPlace.of(temp, Map.of());
        Files.createDirectory(place.directory());
        Files.writeString(place.passwordFile(), "the first start made it");
        Files.writeString(place.directory().resolve("dure.p12.new"), "half of a key store, longer than ".repeat(100));
        LedgerKeys.openOrCreate(place, RANDOM);

        assertThat(place.passwordFile()).hasContent("the first start made it");
        assertThat(names(place.directory())).containsExactlyInAnyOrder("dure.p12", "password");
        assertThat(LedgerKeys.open(place)).isNotNull();
    }

    @Test
    void whoStartsAtTheSameTimeGetsTheSameKeys() throws Exception {
        var place = KeyPlace.of(temp, Map.of());
        Callable<String> start =
                () -> LedgerKeys.openOrCreate(place, RANDOM).keyedHash().fingerprint();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var fingerprints =
                    threads.invokeAll(Stream.generate(() -> start).limit(8).toList());
            for (var fingerprint : fingerprints) {
                assertThat(fingerprint.get())
                        .isEqualTo(LedgerKeys.open(place).keyedHash().fingerprint());
            }
        }
    }

    @Test
    void allNodesOfALedgerHaveOneIdentityAndAnotherLedgerHasAnother() {
        var place = KeyPlace.of(temp.resolve("a"), Map.of());
        var made = LedgerKeys.openOrCreate(place, RANDOM).identity(Use.LINK);

        assertThat(LedgerKeys.openWith(place, RANDOM, Use.LINK).identity(Use.LINK))
                .isEqualTo(made);
        assertThat(made.certificate().getNotAfter()).isInTheFuture();
        assertThat(LedgerKeys.openOrCreate(KeyPlace.of(temp.resolve("b"), Map.of()), RANDOM)
                        .identity(Use.LINK)
                        .certificate())
                .isNotEqualTo(made.certificate());
    }

    @Test
    void aKeyStoreFromBeforeThereWereNodesGetsOneIdentityAddedHoweverManyAskForIt() throws Exception {
        var place = KeyPlace.of(temp, Map.of());
        var old = olderStore(place);
        assertThatExceptionOfType(KeysUnavailable.class)
                .isThrownBy(() -> LedgerKeys.open(place).identity(Use.LINK))
                .withMessageContaining("lacks the secret key dure-link");
        Files.setPosixFilePermissions(place.store(), PosixFilePermissions.fromString("rw-r-----"));

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Identity> ask =
                    () -> LedgerKeys.openWith(place, RANDOM, Use.LINK).identity(Use.LINK);
            for (var identity :
                    threads.invokeAll(Stream.generate(() -> ask).limit(4).toList())) {
                assertThat(identity.get()).isEqualTo(LedgerKeys.open(place).identity(Use.LINK));
            }
        }
        assertThat(LedgerKeys.open(place).keyedHash().fingerprint()).isEqualTo(old);
        assertThat(permissions(place.store())).isEqualTo("rw-r-----");
        assertThat(names(place.directory())).containsExactlyInAnyOrder("dure.p12", "password");
    }

    /** With the two secret keys only; gives the fingerprint. */
    private static String olderStore(KeyPlace place) throws Exception {
        var made = LedgerKeys.openOrCreate(place, RANDOM);
        var password = place.requirePassword();
        var store = Pkcs12.open(place.store(), Files.readAllBytes(place.store()), password);
        store.deleteEntry("dure-link");
        Files.write(place.store(), Pkcs12.write(store, password));
        return made.keyedHash().fingerprint();
    }

    @Test
    void nothingSaysThePassword() {
        assertThat(KeyPlace.of(temp, Map.of(KeyPlace.PASSWORD, "correct horse")).toString())
                .doesNotContain("correct horse");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String[] names(Path directory) {
        return directory.toFile().list();
    }
}

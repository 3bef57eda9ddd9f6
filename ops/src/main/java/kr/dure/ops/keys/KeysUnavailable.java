package kr.dure.ops.keys;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The ledger's keys cannot be had. The message says why in one sentence, in Korean and then in English. */
public final class KeysUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private KeysUnavailable(String korean, String english, @Nullable Throwable cause) {
        super(korean + " / " + english, cause);
    }

    static KeysUnavailable missing(Path store, Throwable cause) {
        return new KeysUnavailable(
                "키 저장소(" + store + ")가 없습니다: 원장은 제 키 없이는 열 수 없으니 백업에서 되살리세요.",
                "The key store (" + store
                        + ") is missing: a ledger opens with its own keys only, so bring them back from a" + " backup.",
                cause);
    }

    /** The check value of a PKCS12 file cannot tell a wrong password from a changed file. */
    static KeysUnavailable wrongPassword(Path store, Throwable cause) {
        return new KeysUnavailable(
                "비밀번호로 키 저장소(" + store + ")를 열 수 없습니다: 비밀번호가 틀렸거나 파일이 바뀌었습니다.",
                "The password does not open the key store (" + store + "): it is wrong, or the file was changed.",
                cause);
    }

    static KeysUnavailable damaged(Path store, Throwable cause) {
        return new KeysUnavailable(
                "키 저장소(" + store + ")가 손상되었습니다: 온전한 PKCS12 파일이 아닙니다.",
                "The key store (" + store + ") is damaged: it is not a whole PKCS12 file.",
                cause);
    }

    static KeysUnavailable lacking(Path store, String alias) {
        return new KeysUnavailable(
                "키 저장소(" + store + ")에 비밀 키 " + alias + "가 없습니다.",
                "The key store (" + store + ") lacks the secret key " + alias + ".",
                null);
    }

    static KeysUnavailable unfit(Path store, String alias, String algorithm) {
        return new KeysUnavailable(
                "키 저장소(" + store + ")의 " + alias + "는 256비트 " + algorithm + " 키가 아닙니다.",
                "The key " + alias + " in the key store (" + store + ") is not one of 256 bits for " + algorithm + ".",
                null);
    }

    static KeysUnavailable noPassword(Path file, Throwable cause) {
        return new KeysUnavailable(
                "키 저장소의 비밀번호가 없습니다: 파일(" + file + ")도 " + KeyPlace.PASSWORD + " 변수도 없습니다.",
                "The password of the key store is missing: there is neither the file (" + file + ") nor the variable "
                        + KeyPlace.PASSWORD + ".",
                cause);
    }

    /** PKCS12 in Java takes printable ASCII only. */
    static KeysUnavailable unfitPassword(String source) {
        return new KeysUnavailable(
                "키 저장소의 비밀번호(" + source + ")는 한 자 이상의 ASCII 문자여야 합니다.",
                "The password of the key store (" + source + ") must be one or more printable ASCII characters.",
                null);
    }

    static KeysUnavailable directory(Path file) {
        return new KeysUnavailable(
                "파일이어야 할 경로(" + file + ")가 디렉터리입니다.",
                "The path (" + file + ") must be a file and is a directory.",
                null);
    }

    static KeysUnavailable unreadable(Path file, IOException cause) {
        var reason = Reason.of(cause);
        return new KeysUnavailable(
                "파일(" + file + ")을 읽지 못했습니다: " + reason.korean() + ".",
                "The file (" + file + ") could not be read: " + reason.english() + ".",
                cause);
    }

    static KeysUnavailable notMade(Path file, IOException cause) {
        var reason = Reason.of(cause);
        return new KeysUnavailable(
                "파일(" + file + ")을 만들지 못했습니다: " + reason.korean() + ".",
                "The file (" + file + ") could not be made: " + reason.english() + ".",
                cause);
    }

    /** What the operating system said. */
    private record Reason(String korean, String english) {
        static Reason of(IOException cause) {
            return switch (cause) {
                case AccessDeniedException _ -> new Reason("권한이 없습니다", "permission denied");
                case NoSuchFileException _ -> new Reason("그 디렉터리가 없습니다", "its directory is missing");
                case FileAlreadyExistsException _ -> new Reason("같은 이름의 파일이 있습니다", "a file of that name is there");
                case FileSystemException e -> untranslated(e.getReason());
                default -> untranslated(cause.getMessage());
            };
        }

        private static Reason untranslated(@Nullable String reason) {
            return new Reason(String.valueOf(reason), String.valueOf(reason));
        }
    }
}

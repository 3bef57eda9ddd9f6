package kr.dure.ops.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Why there is no database: the message is one sentence for a person, Korean first; the cause is for the log. */
public abstract sealed class PostgresUnavailable extends RuntimeException {

    private PostgresUnavailable(String korean, String english, @Nullable Throwable cause) {
        super(korean + " / " + english, cause);
    }

    /** What an input or output error on this path means. */
    static PostgresUnavailable because(Path path, IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        return DiskFull.isSaidBy(reason) ? new DiskFull(path, reason, cause) : new NotWritable(path, cause);
    }

    public static final class DirectoryInUse extends PostgresUnavailable {
        private final long holder;

        DirectoryInUse(Path directory, OptionalLong holder) {
            String pid = holder.isPresent() ? "(pid " + holder.getAsLong() + ")" : "";
            super(
                    "데이터 디렉터리를 다른 프로세스" + pid + "가 쓰고 있습니다: " + directory,
                    "The data directory is in use by another process" + pid.replace("(", " (") + ": " + directory,
                    null);
            this.holder = holder.orElse(-1);
        }

        /** The process that holds the directory; empty when it could not be told. */
        public OptionalLong holder() {
            return holder < 0 ? OptionalLong.empty() : OptionalLong.of(holder);
        }
    }

    public static final class NotWritable extends PostgresUnavailable {
        NotWritable(Path path, IOException cause) {
            super(
                    "데이터 디렉터리를 쓸 수 없습니다: " + path + " (" + cause + ")",
                    "The data directory cannot be written: " + path + " (" + cause + ")",
                    cause);
        }
    }

    /** The directory is another user's, or its name would mean something else to the shell that starts the server. */
    public static final class UnfitDirectory extends PostgresUnavailable {
        UnfitDirectory(String korean, String english) {
            super(korean, english, null);
        }
    }

    public static final class DiskFull extends PostgresUnavailable {
        DiskFull(Path directory, String line, @Nullable Throwable cause) {
            super(
                    "디스크가 가득 찼습니다: " + directory + " (" + line + ")",
                    "The disk is full: " + directory + " (" + line + ")",
                    cause);
        }

        static boolean isSaidBy(String line) {
            return line.contains("No space left on device") || line.contains("Disk quota exceeded");
        }
    }

    public static final class UnsupportedPlatform extends PostgresUnavailable {
        UnsupportedPlatform(String platform) {
            super(
                    "이 컴퓨터(" + platform + ")에서 돌아갈 PostgreSQL이 들어 있지 않습니다. DURE_DB_URL로 직접 설치한 PostgreSQL을 지정하십시오",
                    "No PostgreSQL for this machine (" + platform + ") is included; name your own with DURE_DB_URL",
                    null);
        }
    }

    /** We are root, PostgreSQL refuses root, and no way of starting it as someone else worked. */
    public static final class RootRefused extends PostgresUnavailable {
        RootRefused() {
            super(
                    "PostgreSQL은 root로 실행할 수 없습니다. 일반 사용자로 실행하거나 'dure' 시스템 사용자를 만드십시오",
                    "PostgreSQL does not run as root; run this as an ordinary user, or create a system user 'dure'",
                    null);
        }
    }

    public static final class ProgramsUnusable extends PostgresUnavailable {
        ProgramsUnusable(Path home, String account, String line, @Nullable Throwable cause) {
            super(
                    "PostgreSQL 프로그램을 실행할 수 없습니다: " + home + " (사용자 " + account + ": " + line + ")",
                    "The PostgreSQL programs cannot be run: " + home + " (as " + account + ": " + line + ")",
                    cause);
        }
    }

    public static final class WrongVersion extends PostgresUnavailable {
        WrongVersion(Path cluster, String found, String expected) {
            super(
                    "데이터가 PostgreSQL " + found + "의 것이며 이 프로그램은 " + expected + "을(를) 씁니다: " + cluster,
                    "The data is of PostgreSQL " + found + " and this program uses " + expected + ": " + cluster,
                    null);
        }
    }

    public static final class PasswordLost extends PostgresUnavailable {
        PasswordLost(Path file, @Nullable Throwable cause) {
            super(
                    "데이터베이스 관리자 비밀번호가 없거나 맞지 않습니다: " + file,
                    "The database superuser's password is missing or wrong: " + file,
                    cause);
        }
    }

    public static final class DidNotStart extends PostgresUnavailable {
        DidNotStart(String line, Path log) {
            super(
                    "PostgreSQL이 시작되지 않았습니다: " + line + " (기록: " + log + ")",
                    "PostgreSQL did not start: " + line + " (log: " + log + ")",
                    null);
        }
    }

    public static final class GaveUpWaiting extends PostgresUnavailable {
        GaveUpWaiting(Duration waited, String line, @Nullable Throwable cause) {
            super(
                    waited.toSeconds() + "초를 기다렸으나 PostgreSQL이 끝내지 못했습니다. 다시 실행하면 이어서 기다립니다: " + line,
                    "PostgreSQL was not done after " + waited.toSeconds() + " s; run again to wait on: " + line,
                    cause);
        }
    }

    public static final class NotPrepared extends PostgresUnavailable {
        NotPrepared(Throwable cause) {
            super(
                    "데이터베이스를 준비하지 못했습니다: " + cause.getMessage(),
                    "The database could not be prepared: " + cause.getMessage(),
                    cause);
        }
    }

    public static final class NotDurable extends PostgresUnavailable {
        NotDurable(String setting, String value) {
            super(
                    "PostgreSQL 설정 " + setting + "=" + value + "(으)로는 기록이 안전하지 않아 시작하지 않습니다",
                    "Refusing to run: with " + setting + "=" + value + " PostgreSQL may lose what it confirmed",
                    null);
        }
    }

    public static final class Interrupted extends PostgresUnavailable {
        Interrupted(InterruptedException cause) {
            super("PostgreSQL을 기다리다가 중단되었습니다", "Interrupted while waiting for PostgreSQL", cause);
        }
    }
}

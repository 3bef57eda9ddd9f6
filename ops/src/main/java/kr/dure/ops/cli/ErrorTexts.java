package kr.dure.ops.cli;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import kr.dure.core.eventlog.LeaseHeld;
import kr.dure.core.eventlog.LeaseLost;
import kr.dure.core.eventlog.LogUnavailable;
import kr.dure.core.eventlog.LogUnsafe;
import kr.dure.core.eventlog.NobodyDecides;
import kr.dure.core.eventlog.OutcomeUnknown;
import kr.dure.ops.Complaint;
import kr.dure.ops.keys.KeysUnavailable;
import kr.dure.ops.postgres.PostgresUnavailable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in one line. The rest is in the log file, for whoever mends it. */
public final class ErrorTexts implements IExecutionExceptionHandler {
    private static final int FAILED = 1;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        LoggerFactory.getLogger(ErrorTexts.class).error("the command failed", failure);
        command.getErr().println(text(failure).replaceAll("\\R", " "));
        command.getErr().flush();
        return FAILED;
    }

    private static String text(Throwable failure) {
        return switch (failure) {
            case Complaint said -> reason(said);
            case PostgresUnavailable said -> reason(said);
            case KeysUnavailable said -> reason(said);
            case LeaseHeld held -> "다른 노드가 원장에 쓰고 있습니다 / Another node is writing this ledger: " + held.getMessage();
            case LeaseLost lost -> "다른 노드가 쓰기를 넘겨받았습니다 / Another node has taken over: " + lost.getMessage();
            case NobodyDecides nobody ->
                "지금은 원장에 쓰는 노드가 없습니다 / No node writes this ledger just now: " + nobody.getMessage();
            case LogUnsafe unsafe -> "이 데이터베이스로는 원장을 지킬 수 없습니다 / " + unsafe.getMessage();
            case LogUnavailable unavailable -> "데이터베이스를 쓸 수 없습니다. 확인된 것은 남아 있습니다 / " + unavailable.getMessage();
            case OutcomeUnknown unknown ->
                "데이터베이스 연결이 끊겼습니다. 같은 파일을 다시 넣으면 이어집니다 / The database connection broke; import the same file again to go on";
            case UncheckedIOException io -> "파일을 쓰거나 읽지 못했습니다 / File trouble: " + reason(io);
            case FileSystemException file -> "파일을 쓰거나 읽지 못했습니다 / File trouble: " + file.getMessage();
            default -> "내부 오류입니다. 자세한 내용은 로그 파일에 있습니다 / Internal error; the log file tells more: " + reason(failure);
        };
    }

    private static String reason(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getSimpleName());
    }
}

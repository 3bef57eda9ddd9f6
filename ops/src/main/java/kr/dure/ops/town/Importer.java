package kr.dure.ops.town;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kr.dure.core.eventlog.Answer;
import kr.dure.core.eventlog.Writer;
import org.jspecify.annotations.Nullable;

/** Runs a town file through the writer, in order, with many lines under way at once; no line happens without those before it. */
public final class Importer {
    private static final int UNDER_WAY = 4_096;

    private final Writer.Lane lane;
    private final TownReader reader;
    private final ImportProgress progress;

    public Importer(Writer writer, TownReader reader, ImportProgress progress) {
        this.lane = writer.lane();
        this.reader = reader;
        this.progress = progress;
    }

    /**
     * Imports all lines. What is answered is in the log; an import that breaks off can be repeated whole.
     *
     * @param results where the result lines go, or null
     * @throws TownUnreadable if the file cannot be read to its end
     */
    public ImportSummary run(TownSource source, @Nullable Path results) throws IOException, InterruptedException {
        var summary = new ImportSummary();
        try (var out = Results.into(results)) {
            Deque<Line> underWay = new ArrayDeque<>();
            var lines = new Lines(source.lines());
            try {
                for (long number = 1; advance(lines, number - 1); number++) {
                    underWay.add(begin(number, lines.bytes()));
                    while (underWay.size() > UNDER_WAY
                            || (!underWay.isEmpty() && underWay.getFirst().isDone())) {
                        finish(underWay.removeFirst(), out, summary, source);
                    }
                }
            } catch (TownUnreadable unreadable) {
                finishAll(underWay, out, summary, source);
                throw unreadable;
            }
            finishAll(underWay, out, summary, source);
            out.finish();
        }
        return summary;
    }

    private void finishAll(Deque<Line> underWay, Results out, ImportSummary summary, TownSource source)
            throws IOException, InterruptedException {
        while (!underWay.isEmpty()) {
            finish(underWay.removeFirst(), out, summary, source);
        }
    }

    private static boolean advance(Lines lines, long before) {
        try {
            return lines.advance();
        } catch (IOException failure) {
            throw TownSource.unreadable(failure, before);
        }
    }

    private Line begin(long number, byte @Nullable [] bytes) throws InterruptedException {
        var read = bytes == null ? new TownLine.Invalid(null, "is longer than 4 MiB") : reader.read(bytes);
        return switch (read) {
            case TownLine.Invalid invalid -> new Line(number, invalid.id(), null);
            case TownLine.Valid valid ->
                new Line(number, valid.operation().id().value(), lane.submit(valid.operation()));
        };
    }

    private void finish(Line line, Results out, ImportSummary summary, TownSource source)
            throws IOException, InterruptedException {
        switch (line.await()) {
            case null -> {
                summary.addInvalid();
                out.write(line.number, line.id, "invalid", null);
            }
            case Answer.Accepted _ -> {
                summary.addAccepted();
                out.write(line.number, line.id, "accepted", null);
            }
            case Answer.Refused refused -> {
                summary.addRefused(refused.code());
                out.write(line.number, line.id, "refused", refused.code());
            }
            case Answer.IdReused _ -> {
                summary.addRefused(Answer.IdReused.CODE);
                out.write(line.number, line.id, "refused", Answer.IdReused.CODE);
            }
            case Answer.TimeWentBack _ -> {
                summary.addInvalid();
                out.write(line.number, line.id, "invalid", null);
            }
        }
        progress.at(line.number, source.bytesRead());
    }

    /** @param answer null of a line that was invalid by its form */
    private record Line(
            long number, @Nullable String id, @Nullable CompletableFuture<Answer> answer) {
        boolean isDone() {
            return answer == null || answer.isDone();
        }

        @Nullable
        Answer await() throws InterruptedException {
            try {
                return answer == null ? null : answer.get();
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(failure.getCause());
            }
        }
    }
}

package kr.dure.core.eventlog;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import kr.dure.core.id.OperationId;
import kr.dure.core.id.StreamId;
import kr.dure.core.ledger.Subject;

/** What a chunk of operations will need from the log. */
final class Wanted {
    final Set<String> operations = new HashSet<>();
    final Set<String> subjects = new HashSet<>();
    final Set<String> streams = new HashSet<>();

    static Wanted by(Collection<Operation> chunk) {
        var wanted = new Wanted();
        for (Operation operation : chunk) {
            wanted.operations.add(operation.id().value());
            for (OperationId earlier : operation.command().operations()) {
                wanted.operations.add(earlier.value());
            }
            for (Subject subject : operation.command().subjects()) {
                wanted.subjects.add(subject.name());
            }
            for (StreamId stream : operation.command().streams()) {
                wanted.streams.add(stream.toString());
            }
        }
        return wanted;
    }
}

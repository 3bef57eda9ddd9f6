package kr.dure.ops.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Writes lines down: each at the time that it is, and with the next id of its kind. */
final class Book {
    private final Agenda agenda;
    private final List<DemoLine> lines = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Book(Agenda agenda) {
        this.agenda = agenda;
    }

    /** @return the id of the line */
    String write(DemoOp op, ObjectNode fields) {
        int number = numbers.merge(op.letters(), 1, Integer::sum);
        String id = String.format(Locale.ROOT, "%s%06d", op.letters(), number);
        lines.add(new DemoLine(agenda.now(), id, op, fields));
        return id;
    }

    List<DemoLine> lines() {
        return List.copyOf(lines);
    }
}

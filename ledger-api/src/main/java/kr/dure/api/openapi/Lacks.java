package kr.dure.api.openapi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the document does not say yet, each in a sentence that tells how to mend it. */
final class Lacks {
    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence, Object... words) {
        sentences.add(sentence.formatted(words));
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}

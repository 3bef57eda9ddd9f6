package kr.dure.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link in the project's own documents leads to something that is there. */
class LinksTest {
    private static final Path HOUSE = Path.of("").toAbsolutePath().getParent();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");

    static Stream<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(HOUSE.resolve("README.md")));
        try (var ops = Files.walk(HOUSE.resolve("ops"))) {
            ops.filter(path ->
                            path.toString().endsWith(".md") && !path.toString().contains("target"))
                    .forEach(documents::add);
        }
        return documents.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path document) throws IOException {
        List<String> broken = LINK.matcher(Files.readString(document))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.contains("://"))
                .filter(link -> !Files.exists(document.resolveSibling(link)))
                .toList();

        assertThat(broken).isEmpty();
    }
}

package kr.dure.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Locale;
import kr.dure.core.ledger.Refusal;
import org.junit.jupiter.api.Test;

/** Whatever the ledger can refuse can be said. */
class ProblemTextsTest {
    @Test
    void everyRefusalHasAStatusAndBothLanguages() {
        var refusals = new ClassFileImporter()
                .importPackages("kr.dure.core").stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(Refusal.class))
                        .map(ProblemTextsTest::code)
                        .toList();

        assertThat(refusals)
                .isNotEmpty()
                .allSatisfy(code -> assertThat(ProblemTexts.of(code).status()).isIn(404, 409, 422));
        assertThat(ProblemTexts.codes()).allSatisfy(code -> {
            assertThat(ProblemTexts.of(code).korean()).matches(".*[가-힣].*");
            assertThat(ProblemTexts.of(code).english())
                    .doesNotContainPattern("[가-힣]")
                    .isNotBlank();
        });
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(ProblemTexts.codes())
                .filteredOn(code -> code.endsWith("-unknown") && !code.startsWith("outcome"))
                .allSatisfy(code -> assertThat(ProblemTexts.of(code).status()).isEqualTo(404));
    }

    private static String code(JavaClass type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=\\p{Upper})", "-").toLowerCase(Locale.ROOT);
    }
}

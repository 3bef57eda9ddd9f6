package kr.dure.api.pos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EmvTextTest {
    /** The check value of CRC-16/IBM-3740 in the catalogue of parametrised CRC algorithms. */
    @Test
    void theChecksumIsTheOneOfTheSpecification() {
        assertThat(EmvText.crc("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(0x29B1);
    }

    @Test
    void lengthsCountCharactersAndTheChecksumComesLast() {
        String text = new EmvText()
                .add("00", "01")
                .add("64", new EmvText().add("01", "두레빵집"))
                .closed();

        assertThat(text).startsWith("000201" + "6408" + "0104두레빵집" + "6304").hasSize(6 + 4 + 8 + 4 + 4);
    }

    @Test
    void whatDoesNotFitIsNotCut() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmvText().add("05", "x".repeat(100)));
        assertThatIllegalArgumentException().isThrownBy(() -> new EmvText().add("05", ""));
    }
}

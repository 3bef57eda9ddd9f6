package kr.dure.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Products of amounts do not fit 64 bits; their quotients do, or it is an error. */
class ExactTest {
    @Property
    void roundsAsExactArithmeticDoes(
            @ForAll @LongRange(min = 0) long a,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long b,
            @ForAll @LongRange(min = 1_000_000_000_000L) long c) {
        var exact = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(c));

        assertThat(Exact.floor(a, b, c)).isEqualTo(exact[0].longValueExact());
        assertThat(Exact.ceil(a, b, c)).isEqualTo(exact[0].longValueExact() + exact[1].signum());
    }

    @Test
    void comparesProductsThatDoNotFit() {
        assertThat(Exact.less(Long.MAX_VALUE, 99, Long.MAX_VALUE, 100)).isTrue();
        assertThat(Exact.less(-1, 100, 0, 10)).isTrue();
        assertThat(Exact.less(Long.MAX_VALUE, 100, Long.MAX_VALUE, 100)).isFalse();
    }

    @Test
    void aResultThatDoesNotFitIsAnError() {
        assertThatThrownBy(() -> Exact.floor(Long.MAX_VALUE, 2, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Won.of(Long.MAX_VALUE).plus(Won.of(1))).isInstanceOf(ArithmeticException.class);
    }
}

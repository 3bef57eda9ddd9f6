package kr.dure.api.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the won of a wallet on some days, in order.
 *
 * @param from the first of the days (KST)
 * @param to the last of them
 * @param opening what the wallet held before the first line, held money included
 * @param closing what it held after the last line
 * @param next brings the following page, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Statement(
        String wallet,
        LocalDate from,
        LocalDate to,
        long opening,
        long closing,
        List<Line> lines,
        @Nullable String next) {

    /**
     * @param kind payment, refund, charge, gift-received, …
     * @param id the operation by which it is found
     * @param with the merchant, wallet, programme or fund account on the other side
     * @param amount what came in, or below zero what went out, in won
     * @param balance right after it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            OffsetDateTime at,
            StatementKind kind,
            @Nullable String id,
            @Nullable String with,
            long amount,
            long balance,
            long position) {}
}

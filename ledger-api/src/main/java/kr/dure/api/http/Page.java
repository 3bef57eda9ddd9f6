package kr.dure.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list.
 *
 * @param next the cursor with which the following page is asked for; none if this one is the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {
    /** Items on a page. */
    public static final int SIZE = 100;

    /**
     * A page of what was found.
     *
     * @param found one more than a page holds, if there is more
     * @param cursor where the following page begins: after the last item of this one
     */
    public static <F, T> Page<T> after(List<F> found, Function<F, T> item, Function<F, String> cursor) {
        boolean more = found.size() > SIZE;
        var some = more ? found.subList(0, SIZE) : found;
        return new Page<>(some.stream().map(item).toList(), more ? cursor.apply(some.getLast()) : null);
    }

    /** A page of what stands in the order of numbers. */
    public static <F, T> Page<T> of(List<F> found, Function<F, T> item, ToLongFunction<F> number) {
        return after(found, item, last -> Long.toString(number.applyAsLong(last)));
    }

    /**
     * Of what stands in the order of numbers, the highest first: the number that all of the page are below.
     *
     * @throws Problem if the cursor is none of ours
     */
    public static long before(String cursor) {
        if (cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Problem.invalid("cursor", "is none that was given here");
        }
        return Long.parseLong(cursor);
    }
}

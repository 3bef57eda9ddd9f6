package kr.dure.api.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which values a type of a request takes, or one field of it: what its constructor checks, as JSON Schema says it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Shape {
    /** A regular expression (ECMA-262, with Unicode) for the whole text. */
    String pattern() default "";

    /** In Unicode code points. */
    int shortest() default 0;

    /** In Unicode code points; 0: any. */
    int longest() default 0;

    long from() default Long.MIN_VALUE;

    long to() default Long.MAX_VALUE;

    /** The only numbers that there are. */
    long[] oneOf() default {};

    /** The record that each entry of a list is read as, where the list itself keeps what came. */
    Class<?> like() default void.class;

    /** The most entries of a list; 0: any number. */
    int most() default 0;
}

package kr.dure.api.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a resource's method answers when it does what it is asked for, where its signature does not tell. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {
    /** Of HTTP; 0: 201 where a POST gives a {@code ResponseEntity}, otherwise 200. */
    int status() default 0;

    /** Whether a 201 says where what came into being is found. */
    boolean located() default true;

    /** Whether a 201 says at which position of the log it stands, although its body may leave that out. */
    boolean placed() default false;

    /** Whether the answer has an entity tag, so that whoever brings it hears in few words that nothing has changed. */
    boolean tagged() default false;

    /** The record that the answer's body looks like, where the method gives something less telling. */
    Class<?> like() default void.class;
}

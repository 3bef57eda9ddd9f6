package kr.dure.api.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The codes of the problems that a resource's method can answer with, in the order in which they are asked: those of the
 * resource itself, then those of the command that it hands in. What every request can meet – no token, no key, no JSON – is
 * not named.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {
    String[] value();
}

package kr.dure.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kr.dure.api.access.Role;

/** A body that may be larger than others. So that memory stays bounded, it is read from a few roles alone. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Large {
    Role[] from();

    int bytes() default 4 * 1024 * 1024;
}

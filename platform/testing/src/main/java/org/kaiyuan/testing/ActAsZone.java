package org.kaiyuan.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test acts as somebody of this zone, which is registered when it is not there. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface ActAsZone {
    /** The zone's code. */
    String value() default "deyang";

    /** What the person may do, such as {@code enterprises:read}; by default everything. */
    String[] permissions() default {"*"};
}

package org.kaiyuan.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answer of this POST is not kept for a repetition with the same {@code Idempotency-Key}, because it
 * holds what must not lie about, or because each time counts.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeverKept {}

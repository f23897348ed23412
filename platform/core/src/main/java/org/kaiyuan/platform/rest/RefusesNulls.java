package org.kaiyuan.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of what the package's records take from JSON, a null in a list or for what is required is answered with 400. Other
 * packages are given such nulls, and refuse them at their fields.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RefusesNulls {}

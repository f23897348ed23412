package org.kaiyuan.enterprises;

/** How many hits have a value. */
public record FacetCount(String value, long count) {}

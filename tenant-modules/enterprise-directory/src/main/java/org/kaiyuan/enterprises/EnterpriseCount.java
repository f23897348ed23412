package org.kaiyuan.enterprises;

/**
 * How many enterprises a filter finds.
 *
 * @param estimated true where it is PostgreSQL's estimate (约)
 */
public record EnterpriseCount(long count, boolean estimated) {}

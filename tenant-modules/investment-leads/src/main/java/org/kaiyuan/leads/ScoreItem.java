package org.kaiyuan.leads;

/**
 * One thing by which a project is scored.
 *
 * @param key stable inside its table
 * @param name what people call it
 * @param most points at most
 */
public record ScoreItem(String key, String name, int most) {}

package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked during 审查; several work at the same time.
 *
 * @param team whose people may give the opinion; null for who handles cases
 * @param days working days from acceptance within which they answer
 */
public record ReviewSeat(String key, String name, @Nullable String team, int days) {}

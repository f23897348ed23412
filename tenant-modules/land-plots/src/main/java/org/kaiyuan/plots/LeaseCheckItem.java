package org.kaiyuan.plots;

import org.jspecify.annotations.Nullable;

/**
 * A condition of a first lease.
 *
 * @param condition such as 投资强度不低于 150 万元/亩
 * @param found what was found, such as 162 万元/亩
 */
public record LeaseCheckItem(String condition, boolean met, @Nullable String found) {}

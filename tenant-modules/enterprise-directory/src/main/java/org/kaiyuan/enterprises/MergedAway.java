package org.kaiyuan.enterprises;

import org.jspecify.annotations.Nullable;

/**
 * A record that was merged into another, as it was last.
 *
 * @param creditCode that it had when it was merged, where it had one
 */
public record MergedAway(EnterpriseId id, String name, @Nullable String creditCode) {}

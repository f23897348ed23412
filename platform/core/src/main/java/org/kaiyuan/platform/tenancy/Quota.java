package org.kaiyuan.platform.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * How much a tenant may have; null is without limit.
 *
 * @param users active members
 * @param records of all modules that count theirs
 * @param storageBytes of files
 * @param callsADay of its programs, by the day of Asia/Shanghai
 */
public record Quota(
        @Nullable Integer users,
        @Nullable Long records,
        @Nullable Long storageBytes,
        @Nullable Long callsADay) {
    public static final Quota NONE = new Quota(null, null, null, null);
}

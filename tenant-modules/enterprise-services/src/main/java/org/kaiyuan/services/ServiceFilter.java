package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;

/** Which services; what is null does not narrow. */
public record ServiceFilter(
        @Nullable String words,
        @Nullable ServiceState state,
        @Nullable ServiceTrack track,
        @Nullable String topic) {
    public static final ServiceFilter ALL = new ServiceFilter(null, null, null, null);
}

package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that can be asked for.
 *
 * @param marked the title with what was found in it between U+E000 and U+E001; the title itself where nothing was asked
 * @param said words of the guide that answer the question; null where nothing was asked
 */
public record OpenServiceRow(
        ServiceId id,
        String code,
        ServiceTrack track,
        String title,
        @Nullable String titleEn,
        ServiceKind kind,
        int promisedDays,
        List<String> topics,
        @Nullable Boolean here,
        String marked,
        @Nullable String said) {
    public OpenServiceRow {
        topics = List.copyOf(topics);
    }
}

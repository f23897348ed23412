package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.WhyNot;

/**
 * A service as the public sees it.
 *
 * @param here 园区可办: whether the park decides today; null for the park's own affairs
 * @param body who decides, as far as it is known
 * @param parts of a BUNDLE
 */
public record OpenService(
        ServiceId id,
        String code,
        ServiceTrack track,
        int edition,
        ServiceNote note,
        @Nullable Boolean here,
        @Nullable String body,
        @Nullable WhyNot why,
        List<OpenServiceRow> parts) {
    public OpenService {
        parts = List.copyOf(parts);
    }
}

package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Services that can be asked for, for the portal, for the public and for the counter. Needs no permission but that somebody acts in the zone. */
@Service
@PreAuthorize(
        "hasAnyRole('SYSTEM', '"
                + PortalPermissions.ENTER
                + "', '"
                + ServicesPermissions.READ
                + "')")
public class OpenServices {
    OpenServices() {}

    /**
     * By words, pinyin, initials or what one needs something for; without words by title.
     *
     * @param topic null for all
     */
    public OpenServicePage find(
            @Nullable String words, @Nullable String topic, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    /** @throws UnknownService when there is none that can be asked for */
    public OpenService of(ServiceId id) {
        throw new UnsupportedOperationException();
    }
}

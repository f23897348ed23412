package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading services as staff. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + ServicesPermissions.READ + "')")
public class ServiceCatalogue {
    ServiceCatalogue() {}

    /** By title. */
    public ServicePage list(ServiceFilter filter, @Nullable String cursor, int limit) {
        throw new UnsupportedOperationException();
    }

    public ServiceDetails find(ServiceId id) {
        throw new UnsupportedOperationException();
    }

    public ServiceEdition edition(ServiceId id, int number) {
        throw new UnsupportedOperationException();
    }

    /** The newest first, at most 200. */
    public List<EditionRow> editions(ServiceId id) {
        throw new UnsupportedOperationException();
    }

    /** Topics in use, at most 100. */
    public List<String> topics() {
        throw new UnsupportedOperationException();
    }
}

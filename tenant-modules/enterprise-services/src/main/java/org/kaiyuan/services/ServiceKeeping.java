package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing services: a draft, checked and published as an edition that never changes. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.EDIT + "')")
public class ServiceKeeping {
    /** What the history calls a service, and what its samples hang on. */
    public static final String SUBJECT = "services.service";

    ServiceKeeping() {}

    /**
     * A new service as a draft.
     *
     * @param code null for the next free one
     * @param matter of the catalogue of powers; wanted for STATUTORY, refused for the others
     */
    public ServiceId begin(
            @Nullable String code,
            ServiceTrack track,
            @Nullable MatterId matter,
            ServiceNote note) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the draft; a draft may have faults, {@link #faults} says them.
     *
     * @return the new version
     */
    public long write(ServiceId id, ServiceNote note, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** The draft is thrown away; a service that was never published is gone with it. */
    public void dropDraft(ServiceId id, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** All that hinders publishing. */
    @Transactional(readOnly = true)
    public List<FieldFault> faults(ServiceTrack track, ServiceNote note) {
        throw new UnsupportedOperationException();
    }

    /**
     * Publishes the draft.
     *
     * @return the edition's number
     */
    public int publish(ServiceId id, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** Nobody can ask for it any more; running cases go on. */
    public void close(ServiceId id, long basedOn) {
        throw new UnsupportedOperationException();
    }

    public void reopen(ServiceId id, long basedOn) {
        throw new UnsupportedOperationException();
    }
}

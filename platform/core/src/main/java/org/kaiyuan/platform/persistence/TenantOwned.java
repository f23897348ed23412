package org.kaiyuan.platform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;

/**
 * An aggregate that belongs to one zone.
 *
 * <p>Its tenant is given at construction, because Hibernate fills the column only when it persists and
 * the first events are told before. It keeps what it has to announce until its repository's {@code
 * save} publishes it.
 */
@MappedSuperclass
public abstract class TenantOwned {
    @TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    private @Nullable Long tenantId;

    @Version
    @Column(name = "version", nullable = false)
    private @Nullable Long version;

    @Transient private final transient List<Object> unpublished = new ArrayList<>();

    /** For Hibernate. */
    protected TenantOwned() {}

    protected TenantOwned(org.kaiyuan.platform.tenancy.TenantId tenant) {
        this.tenantId = tenant.value();
    }

    public org.kaiyuan.platform.tenancy.TenantId tenantId() {
        if (tenantId == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " has no tenant yet");
        }
        return new org.kaiyuan.platform.tenancy.TenantId(tenantId);
    }

    /** Counts the changes that were written; 0 for one that is new. */
    public long version() {
        return version == null ? 0 : version;
    }

    /** To be told to others once the change is committed. */
    protected final void happened(Object event) {
        unpublished.add(event);
    }

    @DomainEvents
    public List<Object> unpublishedEvents() {
        return List.copyOf(unpublished);
    }

    @AfterDomainEventPublication
    protected final void published() {
        unpublished.clear();
    }
}

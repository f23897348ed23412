package org.kaiyuan.leads.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadContact;

/** A contact as stored: whole, not masked. */
@Embeddable
public record Contact(
        @Column(name = "tenant_id") long tenantId,
        UUID id,
        String name,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String email) {

    static Contact of(long tenant, UUID id, LeadContact line) {
        return new Contact(tenant, id, line.name(), line.position(), line.phone(), line.email());
    }

    LeadContact line() {
        return new LeadContact(id, name, position, phone, email);
    }

    /** Masked values that come back from a form or the API mean: as it was. */
    Contact revised(LeadContact line) {
        var mask = line().masked();
        return new Contact(
                tenantId,
                id,
                line.name(),
                line.position(),
                Objects.equals(line.phone(), mask.phone()) ? phone : line.phone(),
                Objects.equals(line.email(), mask.email()) ? email : line.email());
    }
}

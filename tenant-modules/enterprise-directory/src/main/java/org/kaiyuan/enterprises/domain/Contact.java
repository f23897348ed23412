package org.kaiyuan.enterprises.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;

/** A contact as stored: whole, not masked. */
@Embeddable
public record Contact(
        @Column(name = "tenant_id") long tenantId,
        UUID id,
        String name,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String email) {

    ContactLine line() {
        return new ContactLine(id, name, position, phone, email);
    }

    /** Masked values that come back from a form or the API mean: as it was. */
    Contact revised(ContactLine line) {
        var mask = line().masked();
        return new Contact(
                tenantId,
                id,
                line.name().strip(),
                line.position(),
                Objects.equals(line.phone(), mask.phone()) ? phone : line.phone(),
                Objects.equals(line.email(), mask.email()) ? email : line.email());
    }
}

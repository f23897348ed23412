package org.kaiyuan.enterprises.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.QualificationLine;

/** A qualification as stored. */
@Embeddable
public record Qualification(
        @Column(name = "tenant_id") long tenantId,
        UUID id,
        @Column(name = "kind_code") String kindCode,
        @Nullable String number,
        @Column(name = "valid_from") @Nullable LocalDate validFrom,
        @Column(name = "valid_until") @Nullable LocalDate validUntil) {

    QualificationLine line() {
        return new QualificationLine(id, kindCode, number, validFrom, validUntil);
    }
}

package org.kaiyuan.enterprises.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A former name as stored. */
@Embeddable
public record Bygone(
        @Column(name = "tenant_id") long tenantId,
        String name,
        @Column(name = "name_key") String nameKey,
        @Nullable LocalDate until) {}

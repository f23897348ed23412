package org.kaiyuan.enterprises.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ChainPosition;
import org.kaiyuan.enterprises.EnterpriseRow;
import org.kaiyuan.enterprises.EnterpriseStatus;

/** A row of a list as programs read it. */
record RowAnswer(
        UUID id,
        String name,
        @Nullable String shortName,
        @Nullable String creditCode,
        EnterpriseStatus status,
        @Nullable String industryCode,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        ChainPosition chainPosition,
        @Nullable BigDecimal registeredCapital,
        String capitalCurrency,
        @Nullable LocalDate foundedOn,
        @Nullable String divisionCode,
        @Nullable String city,
        boolean aboveScale,
        boolean fourAbove,
        Instant updatedAt,
        List<String> qualifications,
        List<String> tags) {

    static RowAnswer of(EnterpriseRow r) {
        return new RowAnswer(
                r.id().value(),
                r.name(),
                r.shortName(),
                r.creditCode(),
                r.status(),
                r.industryCode(),
                r.leadingIndustry(),
                r.subIndustry(),
                r.chainPosition(),
                r.registeredCapital(),
                r.capitalCurrency(),
                r.foundedOn(),
                r.divisionCode(),
                r.city(),
                r.aboveScale(),
                r.fourAbove(),
                r.updatedAt(),
                r.qualifications(),
                r.tags());
    }
}

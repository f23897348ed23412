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

/** A line of a list as the API gives it. */
record EnterpriseItem(
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

    static EnterpriseItem of(EnterpriseRow row) {
        return new EnterpriseItem(
                row.id().value(),
                row.name(),
                row.shortName(),
                row.creditCode(),
                row.status(),
                row.industryCode(),
                row.leadingIndustry(),
                row.subIndustry(),
                row.chainPosition(),
                row.registeredCapital(),
                row.capitalCurrency(),
                row.foundedOn(),
                row.divisionCode(),
                row.city(),
                row.aboveScale(),
                row.fourAbove(),
                row.updatedAt(),
                row.qualifications(),
                row.tags());
    }
}

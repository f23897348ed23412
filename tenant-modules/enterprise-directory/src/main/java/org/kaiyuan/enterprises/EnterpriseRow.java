package org.kaiyuan.enterprises;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One enterprise as a list shows it.
 *
 * @param qualifications kind codes
 */
public record EnterpriseRow(
        EnterpriseId id,
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
        List<String> tags) {}

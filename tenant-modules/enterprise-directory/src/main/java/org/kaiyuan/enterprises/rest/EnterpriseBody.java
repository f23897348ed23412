package org.kaiyuan.enterprises.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ChainPosition;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.enterprises.QualificationLine;
import org.kaiyuan.enterprises.YearlyFigures;

/** An enterprise as programs write it; what is left out is empty. What only we write is passed over. */
@Schema(name = "Enterprise")
@JsonIgnoreProperties({"id", "version", "createdAt", "updatedAt"})
record EnterpriseBody(
        @Schema(example = "四川华创新材料有限公司") @Nullable String name,
        @Nullable List<FormerName> formerNames,
        @Nullable String shortName,
        @Schema(example = "91350100M000100Y43") @Nullable String creditCode,
        @Nullable String kind,
        @Nullable EnterpriseStatus status,
        @Schema(description = "in units of capitalCurrency", example = "5000000")
                @Nullable BigDecimal registeredCapital,
        @Schema(example = "CNY") @Nullable String capitalCurrency,
        @Nullable LocalDate foundedOn,
        @Nullable LocalDate settledOn,
        @Nullable LocalDate deregisteredOn,
        @Schema(description = "GB/T 4754-2017", example = "C3091") @Nullable String industryCode,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        @Nullable ChainPosition chainPosition,
        @Schema(example = "510603") @Nullable String divisionCode,
        @Nullable String city,
        @Nullable String address,
        @Nullable String zoneLocation,
        @Nullable String businessScope,
        @Nullable String products,
        @Nullable String website,
        @Nullable Boolean aboveScale,
        @Nullable Boolean fourAbove,
        @Nullable List<ContactLine> contacts,
        @Nullable List<QualificationLine> qualifications,
        @Nullable List<YearlyFigures> figures,
        @Nullable Set<String> tags) {

    EnterpriseProfile profile() {
        return new EnterpriseProfile(
                name == null ? "" : name,
                formerNames == null ? List.of() : formerNames,
                shortName,
                creditCode,
                kind,
                status == null ? EnterpriseStatus.ACTIVE : status,
                registeredCapital,
                capitalCurrency == null ? "CNY" : capitalCurrency,
                foundedOn,
                settledOn,
                deregisteredOn,
                industryCode,
                leadingIndustry,
                subIndustry,
                chainPosition == null ? ChainPosition.NONE : chainPosition,
                divisionCode,
                city,
                address,
                zoneLocation,
                businessScope,
                products,
                website,
                Boolean.TRUE.equals(aboveScale),
                Boolean.TRUE.equals(fourAbove),
                contacts == null ? List.of() : contacts,
                qualifications == null ? List.of() : qualifications,
                figures == null ? List.of() : figures,
                tags == null ? Set.of() : tags);
    }
}

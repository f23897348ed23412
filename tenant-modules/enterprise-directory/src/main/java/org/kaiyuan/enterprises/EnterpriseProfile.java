package org.kaiyuan.enterprises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an enterprise that people fill in.
 *
 * @param formerNames names that it bore before (曾用名), the last given up first
 * @param creditCode unified social credit code, checked; null where it has none yet
 * @param kind 企业类型 as registered, such as 有限责任公司
 * @param registeredCapital in units of {@code capitalCurrency}
 * @param capitalCurrency ISO 4217
 * @param settledOn when it came into the zone
 * @param industryCode GB/T 4754-2017, such as C3841
 * @param leadingIndustry of the plan, such as 装备制造产业
 * @param divisionCode statistics-bureau code of 6 or 9 digits
 * @param zoneLocation where in the zone: plot, building, floor
 * @param aboveScale 规上
 * @param fourAbove 四上
 */
public record EnterpriseProfile(
        String name,
        List<FormerName> formerNames,
        @Nullable String shortName,
        @Nullable String creditCode,
        @Nullable String kind,
        EnterpriseStatus status,
        @Nullable BigDecimal registeredCapital,
        String capitalCurrency,
        @Nullable LocalDate foundedOn,
        @Nullable LocalDate settledOn,
        @Nullable LocalDate deregisteredOn,
        @Nullable String industryCode,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        ChainPosition chainPosition,
        @Nullable String divisionCode,
        @Nullable String city,
        @Nullable String address,
        @Nullable String zoneLocation,
        @Nullable String businessScope,
        @Nullable String products,
        @Nullable String website,
        boolean aboveScale,
        boolean fourAbove,
        List<ContactLine> contacts,
        List<QualificationLine> qualifications,
        List<YearlyFigures> figures,
        Set<String> tags) {

    /** A profile with a name and nothing else. */
    public static EnterpriseProfile named(String name) {
        return new EnterpriseProfile(
                name,
                List.of(),
                null,
                null,
                null,
                EnterpriseStatus.ACTIVE,
                null,
                "CNY",
                null,
                null,
                null,
                null,
                null,
                null,
                ChainPosition.NONE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                Set.of());
    }

    /** The same with other former names. */
    public EnterpriseProfile withFormerNames(List<FormerName> others) {
        return new EnterpriseProfile(
                name,
                others,
                shortName,
                creditCode,
                kind,
                status,
                registeredCapital,
                capitalCurrency,
                foundedOn,
                settledOn,
                deregisteredOn,
                industryCode,
                leadingIndustry,
                subIndustry,
                chainPosition,
                divisionCode,
                city,
                address,
                zoneLocation,
                businessScope,
                products,
                website,
                aboveScale,
                fourAbove,
                contacts,
                qualifications,
                figures,
                tags);
    }

    /** The same with other contacts. */
    public EnterpriseProfile withContacts(List<ContactLine> others) {
        return new EnterpriseProfile(
                name,
                formerNames,
                shortName,
                creditCode,
                kind,
                status,
                registeredCapital,
                capitalCurrency,
                foundedOn,
                settledOn,
                deregisteredOn,
                industryCode,
                leadingIndustry,
                subIndustry,
                chainPosition,
                divisionCode,
                city,
                address,
                zoneLocation,
                businessScope,
                products,
                website,
                aboveScale,
                fourAbove,
                others,
                qualifications,
                figures,
                tags);
    }

    /** Without what the park has tagged it with for itself. */
    public EnterpriseProfile withoutTags() {
        return new EnterpriseProfile(
                name,
                formerNames,
                shortName,
                creditCode,
                kind,
                status,
                registeredCapital,
                capitalCurrency,
                foundedOn,
                settledOn,
                deregisteredOn,
                industryCode,
                leadingIndustry,
                subIndustry,
                chainPosition,
                divisionCode,
                city,
                address,
                zoneLocation,
                businessScope,
                products,
                website,
                aboveScale,
                fourAbove,
                contacts,
                qualifications,
                figures,
                Set.of());
    }
}

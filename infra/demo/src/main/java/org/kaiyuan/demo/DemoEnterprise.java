package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ChainPosition;
import org.kaiyuan.enterprises.EnterpriseStatus;

/** An enterprise that does not exist. Money in whole yuan. */
public record DemoEnterprise(
        UUID id,
        String name,
        @Nullable String shortName,
        @Nullable String creditCode,
        String kind,
        EnterpriseStatus status,
        long capitalYuan,
        LocalDate foundedOn,
        LocalDate settledOn,
        @Nullable LocalDate deregisteredOn,
        String industryCode,
        @Nullable String leadingIndustry,
        @Nullable String subIndustry,
        ChainPosition chainPosition,
        String divisionCode,
        String city,
        String address,
        String zoneLocation,
        String businessScope,
        String products,
        @Nullable String website,
        boolean aboveScale,
        boolean fourAbove,
        List<Former> formerNames,
        List<Contact> contacts,
        List<Qualification> qualifications,
        List<Year> years,
        List<String> tags) {

    /** A name it had. */
    public record Former(String name, LocalDate until) {}

    /** A person who does not exist; the number has a prefix that no operator assigns. */
    public record Contact(UUID id, String name, String position, String phone, String email) {}

    /** A qualification; a D in the number marks it as made up. */
    public record Qualification(
            UUID id, String kindCode, String number, LocalDate from, LocalDate until) {}

    /** The figures of one year. */
    public record Year(
            int year,
            long revenueYuan,
            long taxYuan,
            long investmentYuan,
            long researchYuan,
            long landM2,
            long energyTce,
            int employees,
            long exportYuan) {}
}

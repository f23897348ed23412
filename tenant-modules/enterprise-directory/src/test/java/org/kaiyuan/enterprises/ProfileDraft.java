package org.kaiyuan.enterprises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Profiles for tests, said field by field. */
class ProfileDraft {
    private final String name;
    private EnterpriseProfile p;
    private String scope;

    ProfileDraft(String name) {
        this.name = name;
        this.p = EnterpriseProfile.named(name);
    }

    ProfileDraft from(EnterpriseProfile other) {
        p = other;
        return this;
    }

    ProfileDraft scope(String text) {
        scope = text;
        return this;
    }

    ProfileDraft code(String code) {
        return with(
                code,
                p.registeredCapital(),
                p.foundedOn(),
                p.industryCode(),
                p.leadingIndustry(),
                p.divisionCode(),
                p.contacts(),
                p.qualifications(),
                p.figures(),
                p.tags());
    }

    ProfileDraft capital(BigDecimal capital) {
        return with(
                p.creditCode(),
                capital,
                p.foundedOn(),
                p.industryCode(),
                p.leadingIndustry(),
                p.divisionCode(),
                p.contacts(),
                p.qualifications(),
                p.figures(),
                p.tags());
    }

    ProfileDraft founded(LocalDate day) {
        return with(
                p.creditCode(),
                p.registeredCapital(),
                day,
                p.industryCode(),
                p.leadingIndustry(),
                p.divisionCode(),
                p.contacts(),
                p.qualifications(),
                p.figures(),
                p.tags());
    }

    ProfileDraft industry(String code, String leading) {
        return with(
                p.creditCode(),
                p.registeredCapital(),
                p.foundedOn(),
                code,
                leading,
                p.divisionCode(),
                p.contacts(),
                p.qualifications(),
                p.figures(),
                p.tags());
    }

    ProfileDraft division(String code) {
        return with(
                p.creditCode(),
                p.registeredCapital(),
                p.foundedOn(),
                p.industryCode(),
                p.leadingIndustry(),
                code,
                p.contacts(),
                p.qualifications(),
                p.figures(),
                p.tags());
    }

    ProfileDraft contact(ContactLine line) {
        return with(
                p.creditCode(),
                p.registeredCapital(),
                p.foundedOn(),
                p.industryCode(),
                p.leadingIndustry(),
                p.divisionCode(),
                List.of(line),
                p.qualifications(),
                p.figures(),
                p.tags());
    }

    ProfileDraft qualification(QualificationLine line) {
        return with(
                p.creditCode(),
                p.registeredCapital(),
                p.foundedOn(),
                p.industryCode(),
                p.leadingIndustry(),
                p.divisionCode(),
                p.contacts(),
                List.of(line),
                p.figures(),
                p.tags());
    }

    ProfileDraft figures(YearlyFigures figures) {
        return with(
                p.creditCode(),
                p.registeredCapital(),
                p.foundedOn(),
                p.industryCode(),
                p.leadingIndustry(),
                p.divisionCode(),
                p.contacts(),
                p.qualifications(),
                List.of(figures),
                p.tags());
    }

    ProfileDraft tag(String tag) {
        return with(
                p.creditCode(),
                p.registeredCapital(),
                p.foundedOn(),
                p.industryCode(),
                p.leadingIndustry(),
                p.divisionCode(),
                p.contacts(),
                p.qualifications(),
                p.figures(),
                Set.of(tag));
    }

    ProfileDraft parts(
            List<ContactLine> contacts,
            List<QualificationLine> qualifications,
            List<YearlyFigures> figures,
            Set<String> tags) {
        return with(
                p.creditCode(),
                p.registeredCapital(),
                p.foundedOn(),
                p.industryCode(),
                p.leadingIndustry(),
                p.divisionCode(),
                contacts,
                qualifications,
                figures,
                tags);
    }

    EnterpriseProfile done() {
        return with(
                        p.creditCode(),
                        p.registeredCapital(),
                        p.foundedOn(),
                        p.industryCode(),
                        p.leadingIndustry(),
                        p.divisionCode(),
                        p.contacts(),
                        p.qualifications(),
                        p.figures(),
                        p.tags())
                .p;
    }

    private ProfileDraft with(
            String code,
            BigDecimal capital,
            LocalDate founded,
            String industry,
            String leading,
            String division,
            List<ContactLine> contacts,
            List<QualificationLine> qualifications,
            List<YearlyFigures> figures,
            Set<String> tags) {
        p =
                new EnterpriseProfile(
                        name,
                        p.formerNames(),
                        p.shortName(),
                        code,
                        p.kind(),
                        p.status(),
                        capital,
                        p.capitalCurrency(),
                        founded,
                        p.settledOn(),
                        p.deregisteredOn(),
                        industry,
                        leading,
                        p.subIndustry(),
                        p.chainPosition(),
                        division,
                        p.city(),
                        p.address(),
                        p.zoneLocation(),
                        scope == null ? p.businessScope() : scope,
                        p.products(),
                        p.website(),
                        true,
                        p.fourAbove(),
                        contacts,
                        qualifications,
                        figures,
                        tags);
        return this;
    }
}

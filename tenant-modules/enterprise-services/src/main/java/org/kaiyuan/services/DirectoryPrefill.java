package org.kaiyuan.services;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.Industries;

/** What the directory knows, as answers of a form. */
final class DirectoryPrefill {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final EnterpriseProfile profile;
    private final String applicant;

    private DirectoryPrefill(EnterpriseProfile profile, String applicant) {
        this.profile = profile;
        this.applicant = applicant;
    }

    /** @param applicant what whoever fills in is called */
    static FormAnswers of(FormDefinition form, EnterpriseProfile profile, String applicant) {
        var prefill = new DirectoryPrefill(profile, applicant);
        Map<String, List<String>> values = new HashMap<>();
        for (var field : form.fields()) {
            var wanted = field.prefill();
            var known = wanted == null ? List.<String>of() : prefill.values(field, wanted);
            if (!known.isEmpty()) {
                values.put(field.key(), known);
            }
        }
        return new FormAnswers(values, Map.of());
    }

    private List<String> values(FormField field, Prefill wanted) {
        return switch (field.kind()) {
            case ENTERPRISE -> {
                var code = profile.creditCode();
                yield List.of(code == null ? "" : code, profile.name());
            }
            case ADDRESS -> wanted == Prefill.ADDRESS ? address() : List.of();
            case TEXT, LONG_TEXT -> one(text(wanted));
            case NUMBER, MONEY ->
                    wanted == Prefill.REGISTERED_CAPITAL ? one(capital(field.unit())) : List.of();
            case DATE ->
                    wanted == Prefill.ESTABLISHED_ON && profile.foundedOn() != null
                            ? List.of(profile.foundedOn().toString())
                            : List.of();
            case CHOICE, CHOICES, YES_NO, TABLE, FILE -> List.of();
        };
    }

    private static List<String> one(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text);
    }

    private @Nullable String text(Prefill wanted) {
        return switch (wanted) {
            case ENTERPRISE_NAME -> profile.name();
            case CREDIT_CODE -> profile.creditCode();
            case LEGAL_REPRESENTATIVE -> legalRepresentative();
            case REGISTERED_CAPITAL -> capital(null);
            case ESTABLISHED_ON ->
                    profile.foundedOn() == null ? null : profile.foundedOn().toString();
            case ADDRESS -> {
                var whole = String.join("", address());
                yield whole.isEmpty() ? null : whole;
            }
            case INDUSTRY ->
                    profile.industryCode() == null
                            ? null
                            : Industries.shown(profile.industryCode());
            case APPLICANT_NAME -> applicant;
            // masked once somebody was confirmed: nobody hands out phone numbers
            case APPLICANT_PHONE -> null;
        };
    }

    /** The directory has no such column; people note it as the position of a contact. */
    private @Nullable String legalRepresentative() {
        return profile.contacts().stream()
                .filter(one -> one.position() != null && one.position().contains("法定代表人"))
                .map(ContactLine::name)
                .findFirst()
                .orElse(null);
    }

    /** In yuan; in 万元 where the field says so. */
    private @Nullable String capital(@Nullable String unit) {
        var capital = profile.registeredCapital();
        if (capital == null || !profile.capitalCurrency().equals("CNY")) {
            return null;
        }
        var shown = unit != null && unit.startsWith("万") ? capital.divide(TEN_THOUSAND) : capital;
        return shown.stripTrailingZeros().toPlainString();
    }

    private List<String> address() {
        var division = profile.divisionCode();
        var address = profile.address();
        var known = division != null && Divisions.name(division) != null;
        return known || address != null
                ? List.of(known ? String.valueOf(division) : "", address == null ? "" : address)
                : List.of();
    }
}

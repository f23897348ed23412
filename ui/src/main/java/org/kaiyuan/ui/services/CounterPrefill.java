package org.kaiyuan.ui.services;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;

/** Fills in what the directory knows, as far as nobody has answered yet. */
final class CounterPrefill {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private CounterPrefill() {}

    static FormAnswers filled(
            FormDefinition form, FormAnswers answers, EnterpriseProfile enterprise) {
        var values = new HashMap<>(answers.values());
        for (var field : form.fields()) {
            var known = known(field, enterprise);
            var said = values.get(field.key());
            if (known != null && (said == null || said.stream().allMatch(String::isBlank))) {
                values.put(field.key(), known);
            }
        }
        return new FormAnswers(values, answers.tables());
    }

    private static @Nullable List<String> known(FormField field, EnterpriseProfile enterprise) {
        var prefill = field.prefill();
        if (prefill == null) {
            return null;
        }
        if (field.kind() == FieldKind.ENTERPRISE) {
            return List.of(text(enterprise.creditCode()), enterprise.name());
        }
        return switch (prefill) {
            case ENTERPRISE_NAME -> List.of(enterprise.name());
            case CREDIT_CODE -> one(enterprise.creditCode());
            case REGISTERED_CAPITAL ->
                    enterprise.registeredCapital() == null
                                    || !enterprise.capitalCurrency().equals("CNY")
                            ? null
                            : List.of(capital(enterprise.registeredCapital(), field.unit()));
            case ESTABLISHED_ON ->
                    enterprise.foundedOn() == null
                            ? null
                            : List.of(enterprise.foundedOn().toString());
            case ADDRESS ->
                    field.kind() == FieldKind.ADDRESS
                            ? List.of(text(enterprise.divisionCode()), text(enterprise.address()))
                            : one(enterprise.address());
            case INDUSTRY ->
                    enterprise.industryCode() == null
                            ? null
                            : one(Industries.shown(enterprise.industryCode()));
            case LEGAL_REPRESENTATIVE, APPLICANT_NAME, APPLICANT_PHONE -> null;
        };
    }

    /** In yuan; in 万元 where the field says so. */
    private static String capital(BigDecimal yuan, @Nullable String unit) {
        var shown = unit != null && unit.startsWith("万") ? yuan.divide(TEN_THOUSAND) : yuan;
        return shown.stripTrailingZeros().toPlainString();
    }

    private static @Nullable List<String> one(@Nullable String text) {
        return text == null || text.isBlank() ? null : List.of(text);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

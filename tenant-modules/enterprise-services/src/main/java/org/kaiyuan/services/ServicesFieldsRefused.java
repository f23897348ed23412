package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/** 「有{0}处需要更正…」: fields are not as they must be. */
public final class ServicesFieldsRefused extends Refusal {
    private final transient List<FieldFault> faults;

    public ServicesFieldsRefused(List<FieldFault> faults) {
        super("services.refusal.fields", faults.size());
        this.faults = List.copyOf(faults);
    }

    public ServicesFieldsRefused(String field, String messageKey, Object... arguments) {
        this(List.of(new FieldFault(field, messageKey, List.of(arguments))));
    }

    @Override
    public List<FieldFault> fields() {
        return faults;
    }

    static void longer(List<FieldFault> faults, String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            faults.add(new FieldFault(field, "services.rule.longest", List.of(most)));
        }
    }

    static void required(List<FieldFault> faults, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            faults.add(new FieldFault(field, "services.rule.required", List.of()));
        }
    }

    static void refuse(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw new ServicesFieldsRefused(faults);
        }
    }
}

package org.kaiyuan.delegation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** 「有{0}处需要更正…」: fields are not as they must be. */
public final class DelegationFieldsRefused extends Refusal {
    private final transient List<FieldFault> faults;

    public DelegationFieldsRefused(List<FieldFault> faults) {
        super("delegation.refusal.fields", faults.size());
        this.faults = List.copyOf(faults);
    }

    public DelegationFieldsRefused(String field, String messageKey, Object... arguments) {
        this(List.of(new FieldFault(field, messageKey, List.of(arguments))));
    }

    @Override
    public List<FieldFault> fields() {
        return faults;
    }

    static void longer(List<FieldFault> faults, String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            faults.add(new FieldFault(field, "delegation.rule.longest", List.of(most)));
        }
    }

    static void refuse(List<FieldFault> faults) {
        if (!faults.isEmpty()) {
            throw new DelegationFieldsRefused(faults);
        }
    }
}

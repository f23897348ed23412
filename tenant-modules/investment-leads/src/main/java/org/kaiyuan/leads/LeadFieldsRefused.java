package org.kaiyuan.leads;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/** 「有{0}处需要更正…」: fields are not as they must be. */
public final class LeadFieldsRefused extends Refusal {
    private final List<FieldFault> faults;

    public LeadFieldsRefused(List<FieldFault> faults) {
        super("leads.refusal.fields", faults.size());
        this.faults = List.copyOf(faults);
    }

    public LeadFieldsRefused(String field, String messageKey, Object... arguments) {
        this(List.of(new FieldFault(field, messageKey, List.of(arguments))));
    }

    @Override
    public List<FieldFault> fields() {
        return faults;
    }
}

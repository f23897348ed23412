package org.kaiyuan.enterprises;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「有 {0} 处填写不符合要求…」 */
public final class EnterpriseFieldsRefused extends Refusal {
    private final List<FieldFault> faults;

    public EnterpriseFieldsRefused(List<FieldFault> faults) {
        super("enterprises.refusal.fields", faults.size());
        this.faults = List.copyOf(faults);
    }

    @Override
    public List<FieldFault> fields() {
        return faults;
    }
}

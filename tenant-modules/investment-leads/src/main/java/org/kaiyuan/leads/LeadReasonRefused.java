package org.kaiyuan.leads;

import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;

/** 「请填写原因…」: a reason of 2 to 500 characters is wanted. */
public final class LeadReasonRefused extends Refusal {
    private static final String KEY = "leads.refusal.reason";

    public LeadReasonRefused() {
        super(KEY);
    }

    @Override
    public List<FieldFault> fields() {
        return List.of(new FieldFault("reason", KEY, List.of()));
    }
}

package org.kaiyuan.leads;

import java.util.List;

/**
 * A lead that is perhaps the same one.
 *
 * @param reasons why, the surest first
 */
public record LeadTwin(LeadRow lead, List<TwinReason> reasons) {
    public LeadTwin {
        reasons = List.copyOf(reasons);
    }
}

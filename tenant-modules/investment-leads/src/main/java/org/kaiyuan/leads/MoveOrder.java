package org.kaiyuan.leads;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody moves a lead.
 *
 * @param reason wanted for a step back and for an override
 * @param override whether gates that refuse are passed all the same
 * @param file the file that shows why they may be passed; it hangs on the lead
 */
public record MoveOrder(
        LeadStage to, @Nullable String reason, boolean override, @Nullable UUID file) {
    public static MoveOrder to(LeadStage stage) {
        return new MoveOrder(stage, null, false, null);
    }
}

package org.kaiyuan.leads;

import org.jspecify.annotations.Nullable;

/** Why somebody did it. */
final class LeadReason {
    static final int LONGEST = 500;

    private LeadReason() {}

    /** @throws LeadReasonRefused when it has less than 2 or more than 500 characters */
    static String checked(@Nullable String reason) {
        var tidy = reason == null ? "" : reason.replace("\u0000", "").strip();
        if (tidy.length() < 2 || tidy.length() > LONGEST) {
            throw new LeadReasonRefused();
        }
        return tidy;
    }
}

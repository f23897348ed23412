package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「不能合并…」: the two cannot become one, or not this way round. */
public final class LeadMergeRefused extends Refusal {
    private LeadMergeRefused(String why) {
        super("leads.refusal.merge." + why);
    }

    /** Both are the same. */
    static LeadMergeRefused same() {
        return new LeadMergeRefused("same");
    }

    /** The other is signed and this one is not: it would lose its contract. */
    static LeadMergeRefused signed() {
        return new LeadMergeRefused("signed");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}

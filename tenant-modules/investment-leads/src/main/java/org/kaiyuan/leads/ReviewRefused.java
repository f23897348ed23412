package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「评审已结束」, 「还有评审人未打分」 …: not in this state. */
public final class ReviewRefused extends Refusal {
    /** @param why {@code closed}, {@code waiting}, {@code open}, {@code notReviewer}, {@code reviewers} or {@code unknown} */
    public ReviewRefused(String why) {
        super("leads.refusal.review." + why);
        this.unknown = why.equals("unknown");
    }

    private final boolean unknown;

    @Override
    public Kind kind() {
        return unknown ? Kind.NOT_THERE : Kind.CONFLICT;
    }
}

package org.kaiyuan.services;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这条评价…」 */
public final class UnknownRating extends NotThere {
    public UnknownRating() {
        super("services.refusal.unknownRating");
    }
}

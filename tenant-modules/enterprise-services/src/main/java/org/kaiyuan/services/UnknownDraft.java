package org.kaiyuan.services;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这份草稿…」 */
public final class UnknownDraft extends NotThere {
    public UnknownDraft() {
        super("services.refusal.unknownDraft");
    }
}

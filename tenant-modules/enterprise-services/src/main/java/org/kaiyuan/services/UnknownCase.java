package org.kaiyuan.services;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这个办件…」 */
public final class UnknownCase extends NotThere {
    public UnknownCase() {
        super("services.refusal.unknownCase");
    }
}

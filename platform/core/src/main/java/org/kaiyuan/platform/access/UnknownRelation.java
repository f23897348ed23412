package org.kaiyuan.platform.access;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这项关系…」 */
public final class UnknownRelation extends NotThere {
    public UnknownRelation() {
        super("access.refusal.relation.unknown");
    }
}

package org.kaiyuan.platform.access;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这个角色…」 */
public final class UnknownRole extends NotThere {
    public UnknownRole(String id) {
        super("access.refusal.role.unknown", id);
    }
}

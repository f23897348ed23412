package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这次导入…」: there is none, or it is another zone's. */
public final class UnknownListImport extends NotThere {
    public UnknownListImport() {
        super("delegation.refusal.unknownImport");
    }
}

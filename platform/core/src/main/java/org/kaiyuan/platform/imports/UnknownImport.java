package org.kaiyuan.platform.imports;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这次导入」: there is none of that id, or it is another zone's. */
public final class UnknownImport extends NotThere {
    public UnknownImport() {
        super("imports.refusal.unknown");
    }
}

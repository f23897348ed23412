package org.kaiyuan.platform.tenants;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这份导出，或已过保存期…」 */
public final class UnknownExport extends NotThere {
    public UnknownExport() {
        super("tenants.refusal.export.unknown");
    }
}

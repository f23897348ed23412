package org.kaiyuan.leads;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** 「导入已经完成,不能取消」 and its kin: the import is no longer, or not yet, where that can be done. */
public final class LeadImportRefused extends Refusal {
    LeadImportRefused(String what, @Nullable Object... arguments) {
        super("leads.refusal.import." + what, arguments);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}

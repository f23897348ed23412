package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.Refusal;

/** 「没有这次导入」: there is none, or it is another zone's. */
public final class UnknownLeadImport extends Refusal {
    public UnknownLeadImport() {
        super("leads.refusal.unknownImport");
    }

    @Override
    public Kind kind() {
        return Kind.NOT_THERE;
    }
}

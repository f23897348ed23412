package org.kaiyuan.leads;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这条协调记录」: there is none, the zone takes no part in it, or only supervises it. */
public final class UnknownCoordination extends NotThere {
    public UnknownCoordination() {
        super("leads.refusal.unknownCoordination");
    }
}

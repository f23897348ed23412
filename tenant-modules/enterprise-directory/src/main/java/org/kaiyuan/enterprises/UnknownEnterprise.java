package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这家企业…」: there is none of that id, or it is another zone's. */
public final class UnknownEnterprise extends NotThere {
    public UnknownEnterprise(EnterpriseId id) {
        super("enterprises.refusal.unknown", id.toString());
    }
}

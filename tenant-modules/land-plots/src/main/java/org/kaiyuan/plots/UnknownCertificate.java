package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这份证照…」: there is none, or it is another zone's. */
public final class UnknownCertificate extends NotThere {
    public UnknownCertificate() {
        super("plots.refusal.unknownCertificate");
    }
}

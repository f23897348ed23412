package org.kaiyuan.services;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有查到…」 */
public final class UnknownReceipt extends NotThere {
    public UnknownReceipt() {
        super("services.refusal.unknownReceipt");
    }
}

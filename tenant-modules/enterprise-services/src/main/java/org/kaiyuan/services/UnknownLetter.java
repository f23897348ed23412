package org.kaiyuan.services;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这份文书…」 */
public final class UnknownLetter extends NotThere {
    public UnknownLetter() {
        super("services.refusal.unknownLetter");
    }
}

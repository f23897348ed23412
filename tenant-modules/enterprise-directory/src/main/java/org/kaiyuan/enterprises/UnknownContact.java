package org.kaiyuan.enterprises;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这位联系人…」 */
public final class UnknownContact extends NotThere {
    public UnknownContact() {
        super("enterprises.refusal.unknownContact");
    }
}

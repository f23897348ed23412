package org.kaiyuan.platform.access;

import org.kaiyuan.platform.refusal.NotThere;

/** 「本园区没有这个人…」 */
public final class UnknownPerson extends NotThere {
    public UnknownPerson() {
        super("access.refusal.person.unknown");
    }
}

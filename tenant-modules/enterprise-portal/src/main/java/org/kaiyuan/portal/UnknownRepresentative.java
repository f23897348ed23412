package org.kaiyuan.portal;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这条代表记录…」: there is none of that id, or it is not for whoever asks. */
public final class UnknownRepresentative extends NotThere {
    public UnknownRepresentative() {
        super("portal.refusal.unknown");
    }
}

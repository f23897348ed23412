package org.kaiyuan.platform.timeline;

import org.kaiyuan.platform.refusal.NotThere;

/** 「没有这条评论…」: there is none, it is another zone's, or it is about what the person may not see. */
public final class UnknownComment extends NotThere {
    public UnknownComment() {
        super("timeline.refusal.unknown");
    }
}

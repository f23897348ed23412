package org.kaiyuan.platform.timeline;

import org.kaiyuan.platform.refusal.Refusal;

/** 「评论只能在发表后 {0} 分钟内由本人修改…」 and its kin. */
public final class CommentRefused extends Refusal {
    private final Kind kind;

    CommentRefused(Kind kind, String messageKey, Object... arguments) {
        super(messageKey, arguments);
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

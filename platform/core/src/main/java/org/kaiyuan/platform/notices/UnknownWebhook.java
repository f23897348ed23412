package org.kaiyuan.platform.notices;

import org.kaiyuan.platform.refusal.Refusal;

/** There is no such webhook or delivery, or it is another zone's. */
public final class UnknownWebhook extends Refusal {
    UnknownWebhook() {
        super("notices.refusal.unknownWebhook");
    }

    @Override
    public Kind kind() {
        return Kind.NOT_THERE;
    }
}

package org.kaiyuan.platform.refusal;

import org.jspecify.annotations.Nullable;

/** There is no such thing, or it is another zone's: the answer is the same. */
public abstract class NotThere extends Refusal {
    protected NotThere(String messageKey, @Nullable Object... arguments) {
        super(messageKey, arguments);
    }

    @Override
    public final Kind kind() {
        return Kind.NOT_THERE;
    }
}

package org.kaiyuan.platform.access;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** A program cannot be let in like that; the sentence says why and what can be done. */
public final class ApiClientRefused extends Refusal {
    public ApiClientRefused(String messageKey, @Nullable Object... arguments) {
        super(messageKey, arguments);
    }

    @Override
    public Kind kind() {
        if (messageKey().endsWith(".changed")) {
            return Kind.STALE;
        }
        return messageKey().endsWith(".revoked") ? Kind.CONFLICT : Kind.INVALID;
    }
}

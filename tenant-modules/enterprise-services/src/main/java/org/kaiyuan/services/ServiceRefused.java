package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** What the state of a service does not allow; says what to do. */
public final class ServiceRefused extends Refusal {
    public ServiceRefused(String messageKey, @Nullable Object... arguments) {
        super(messageKey, arguments);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}

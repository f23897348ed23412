package org.kaiyuan.services;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** An act that the state of the case, its clock or its procedure does not allow; says what to do. */
public final class CaseRefused extends Refusal {
    public CaseRefused(String messageKey, @Nullable Object... arguments) {
        super(messageKey, arguments);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}

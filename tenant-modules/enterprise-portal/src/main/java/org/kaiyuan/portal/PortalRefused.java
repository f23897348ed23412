package org.kaiyuan.portal;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** Something about standing for an enterprise cannot be; the sentence says what and why. */
public final class PortalRefused extends Refusal {
    public PortalRefused(String messageKey, @Nullable Object... arguments) {
        super(messageKey, arguments);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}

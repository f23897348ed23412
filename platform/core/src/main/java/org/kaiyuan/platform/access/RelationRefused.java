package org.kaiyuan.platform.access;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** A relation to another tenant cannot be so; the sentence says why. */
public final class RelationRefused extends Refusal {
    public RelationRefused(String messageKey, @Nullable Object... arguments) {
        super(messageKey, arguments);
    }
}

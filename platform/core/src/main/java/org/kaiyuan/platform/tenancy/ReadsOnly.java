package org.kaiyuan.platform.tenancy;

import org.kaiyuan.platform.refusal.Refusal;

/** Who looks through another person's eyes changes nothing of theirs. */
public final class ReadsOnly extends Refusal {
    ReadsOnly() {
        super("tenancy.refusal.readsOnly");
    }

    @Override
    public Kind kind() {
        return Kind.FORBIDDEN;
    }
}

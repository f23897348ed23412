package org.kaiyuan.platform.access;

import org.kaiyuan.platform.refusal.Refusal;

/** A name, password or secret is not as it must be; the sentence says how. */
public final class AccountRefused extends Refusal {
    public AccountRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }
}

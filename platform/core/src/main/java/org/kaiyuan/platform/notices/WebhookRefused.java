package org.kaiyuan.platform.notices;

import org.kaiyuan.platform.refusal.Refusal;

/** Why a webhook cannot be as it was asked for. */
public final class WebhookRefused extends Refusal {
    WebhookRefused(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }
}

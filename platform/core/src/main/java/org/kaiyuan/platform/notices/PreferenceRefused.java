package org.kaiyuan.platform.notices;

import org.kaiyuan.platform.refusal.Refusal;

/** Why a choice of how to be told cannot be kept. */
public final class PreferenceRefused extends Refusal {
    PreferenceRefused(String messageKey) {
        super(messageKey);
    }
}

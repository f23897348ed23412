package org.kaiyuan.delegation;

import org.kaiyuan.platform.refusal.Refusal;

/** Why a file cannot become a draft as it is. */
public final class ListImportRefused extends Refusal {
    public ListImportRefused(String reason, Object... arguments) {
        super("delegation.refusal.import." + reason, arguments);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}

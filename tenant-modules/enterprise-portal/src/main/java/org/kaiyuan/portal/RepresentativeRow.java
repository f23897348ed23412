package org.kaiyuan.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;

/**
 * Somebody who asks to stand, stands or stood for an enterprise.
 *
 * @param username with what they sign in
 * @param phone whole while staff have to decide and may have to call; masked afterwards
 * @param enterpriseId null while nobody has decided
 * @param administrator whether they look after their colleagues
 * @param decidedBy who confirmed, declined or ended it
 * @param reason why it was declined or ended
 */
public record RepresentativeRow(
        RepresentativeId id,
        long version,
        String username,
        String personName,
        String phone,
        String creditCode,
        @Nullable EnterpriseId enterpriseId,
        @Nullable String enterpriseName,
        boolean administrator,
        RepresentativeState state,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {
    public RepresentativeRow {
        phone = state == RepresentativeState.REQUESTED ? phone : masked(phone);
    }

    private static String masked(String phone) {
        return phone.length() < 8
                ? "*".repeat(phone.length())
                : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}

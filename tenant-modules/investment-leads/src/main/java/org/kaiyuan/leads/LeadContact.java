package org.kaiyuan.leads;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;

/**
 * Whom to speak with; personal data, masked wherever it is only read.
 *
 * @param id null for one that is new
 */
public record LeadContact(
        @Nullable UUID id,
        String name,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String email) {

    /** Phone and e-mail as they may be shown: 138****5678. */
    public LeadContact masked() {
        var line = new ContactLine(id, name, position, phone, email).masked();
        return new LeadContact(id, name, position, line.phone(), line.email());
    }
}

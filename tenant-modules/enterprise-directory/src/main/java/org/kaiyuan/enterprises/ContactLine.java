package org.kaiyuan.enterprises;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone to talk to in an enterprise. Phone and e-mail leave the directory masked.
 *
 * @param id null for one that is new
 */
public record ContactLine(
        @Nullable UUID id,
        String name,
        @Nullable String position,
        @Nullable String phone,
        @Nullable String email) {

    /** The same contact as everyone may see it: 138****5678, z***@example.com. */
    public ContactLine masked() {
        return new ContactLine(id, name, position, maskedPhone(phone), maskedEmail(email));
    }

    static @Nullable String maskedPhone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        int length = phone.length();
        if (length < 8) {
            return "*".repeat(length);
        }
        return phone.substring(0, 3) + "****" + phone.substring(length - 4);
    }

    static @Nullable String maskedEmail(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        return at <= 0 ? "***" : email.charAt(0) + "***" + email.substring(at);
    }
}

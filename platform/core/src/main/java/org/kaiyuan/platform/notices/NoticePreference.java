package org.kaiyuan.platform.notices;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told.
 *
 * @param email null where they want none
 * @param language of e-mails
 * @param quietFrom from then on e-mail waits
 * @param quietTo until then, on the next day where that is earlier
 * @param mutedOnBell kinds that the bell does not tell
 * @param mutedByEmail kinds that no e-mail tells
 */
public record NoticePreference(
        @Nullable String email,
        Locale language,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        Set<String> mutedOnBell,
        Set<String> mutedByEmail) {
    public static final NoticePreference NONE =
            new NoticePreference(null, Locale.SIMPLIFIED_CHINESE, null, null, Set.of(), Set.of());

    public NoticePreference {
        mutedOnBell = Set.copyOf(mutedOnBell);
        mutedByEmail = Set.copyOf(mutedByEmail);
    }
}

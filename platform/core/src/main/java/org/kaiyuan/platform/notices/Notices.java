package org.kaiyuan.platform.notices;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Telling a person of the current zone, in the ways that they have chosen. */
@Service
public class Notices {
    private final JdbcTemplate jdbc;
    private final NoticePreferences preferences;
    private final NoticeFeed feed;
    private final Letters letters;
    private final Clock clock;

    Notices(
            JdbcTemplate jdbc,
            NoticePreferences preferences,
            NoticeFeed feed,
            Letters letters,
            Clock clock) {
        this.jdbc = jdbc;
        this.preferences = preferences;
        this.feed = feed;
        this.letters = letters;
        this.clock = clock;
    }

    /** Told together with the transaction that it joins, or not at all. */
    @Transactional
    public void tell(
            String username, String messageKey, List<String> arguments, @Nullable String link) {
        var wanted = preferences.of(username);
        if (!wanted.mutedOnBell().contains(messageKey)) {
            jdbc.update(
                    """
                    insert into notices.notice (tenant_id, id, username, message_key, arguments, link, at)
                    values (?, ?, ?, ?, ?, ?, ?)\
                    """,
                    CurrentTenant.get().value(),
                    UuidV7.next(),
                    username,
                    messageKey,
                    arguments.toArray(new String[0]),
                    link,
                    Timestamp.from(clock.instant()));
            feed.announce(username);
        }
        if (!wanted.mutedByEmail().contains(messageKey)) {
            letters.write(username, wanted, messageKey, arguments, link);
        }
    }
}

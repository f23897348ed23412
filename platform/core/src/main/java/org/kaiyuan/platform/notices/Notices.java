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

/** Telling a person of the current zone. */
@Service
public class Notices {
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Notices(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Told together with the transaction that it joins, or not at all. */
    @Transactional
    public void tell(
            String username, String messageKey, List<String> arguments, @Nullable String link) {
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
    }
}

package org.kaiyuan.platform.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the signed-in person was told. */
@Service
@Transactional
public class NoticeBoard {
    private final JdbcTemplate jdbc;
    private final Clock clock;

    NoticeBoard(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest first, at most 50. */
    @Transactional(readOnly = true)
    public List<Notice> newest(int limit) {
        return jdbc.query(
                """
                select id, message_key, arguments, link, at, read_at from notices.notice
                where username = ? order by id desc limit ?\
                """,
                NoticeBoard::row,
                ChangeHistory.actor(),
                Math.clamp(limit, 1, 50));
    }

    /** How many of the newest 50 are not read yet. */
    @Transactional(readOnly = true)
    public int unread() {
        var unread =
                jdbc.queryForObject(
                        """
                        select count(*) from (select read_at from notices.notice where username = ? order by id desc limit 50) n
                        where read_at is null\
                        """,
                        Integer.class,
                        ChangeHistory.actor());
        return unread == null ? 0 : unread;
    }

    /** What somebody else looks at stays unread. */
    public void markAllRead() {
        if (CurrentTenant.isReadingOnly()) {
            return;
        }
        jdbc.update(
                "update notices.notice set read_at = ? where username = ? and read_at is null",
                Timestamp.from(clock.instant()),
                ChangeHistory.actor());
    }

    private static Notice row(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("message_key"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getString("link"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("read_at") != null);
    }
}

package org.kaiyuan.enterprises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.timeline.Comment;
import org.kaiyuan.platform.timeline.CommentId;
import org.kaiyuan.platform.timeline.TimelineEntry;
import org.kaiyuan.platform.timeline.TimelineSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was noted before there were comments, and through the API since, stands among them. */
@Component
class NotesOnTheTimeline implements TimelineSource {
    private final JdbcTemplate jdbc;

    NotesOnTheTimeline(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<TimelineEntry.Said> of(RecordRef record, @Nullable Moment before, int limit) {
        if (!record.kind().equals(Enterprise.SUBJECT)) {
            return List.of();
        }
        var columns =
                "select id, text, author_name, at from enterprises.note where enterprise_id = ? ";
        var order = "order by at desc, id desc limit ?";
        return before == null
                ? jdbc.query(columns + order, (row, n) -> said(record, row), record.id(), limit)
                : jdbc.query(
                        columns + "and (at, id) < (?, ?) " + order,
                        (row, n) -> said(record, row),
                        record.id(),
                        Timestamp.from(before.at()),
                        before.id(),
                        limit);
    }

    /** Nobody's to edit or remove: its author is not told by a sign-in name. */
    private static TimelineEntry.Said said(RecordRef record, ResultSet row) throws SQLException {
        return new TimelineEntry.Said(
                new Comment(
                        new CommentId(row.getObject("id", UUID.class)),
                        record,
                        "",
                        row.getString("author_name"),
                        row.getString("text"),
                        List.of(),
                        row.getTimestamp("at").toInstant(),
                        null,
                        null));
    }
}

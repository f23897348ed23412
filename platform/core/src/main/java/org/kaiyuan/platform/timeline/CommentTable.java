package org.kaiyuan.platform.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the current zone's comments. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CommentTable {
    private static final String COLUMNS =
            """
            select id, subject_kind, subject_id, author, author_name, text, mentions, at, edited_at, removed_by_name
            from timeline.comment where
            """;

    private final JdbcClient jdbc;
    private final ZonePeople people;

    CommentTable(JdbcClient jdbc, ZonePeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    void add(Comment comment, String text) {
        jdbc.sql(
                        """
                        insert into timeline.comment
                            (tenant_id, id, subject_kind, subject_id, author, author_name, text, mentions, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        CurrentTenant.get().value(),
                        comment.id().value(),
                        comment.record().kind(),
                        comment.record().id(),
                        comment.author(),
                        comment.authorName(),
                        text,
                        usernames(comment.mentions()),
                        Timestamp.from(comment.at()))
                .update();
    }

    /** Held until the transaction ends. */
    Optional<Comment> find(CommentId id) {
        return jdbc.sql(COLUMNS + "id = ? for update")
                .param(id.value())
                .query(CommentTable::row)
                .optional()
                .map(row -> named(List.of(row)).getFirst());
    }

    /** The newest first. */
    List<Comment> of(RecordRef record, @Nullable Moment before, int limit) {
        var where = "subject_kind = ? and subject_id = ? ";
        var order = "order by at desc, id desc limit ?";
        var asked =
                before == null
                        ? jdbc.sql(COLUMNS + where + order)
                                .params(record.kind(), record.id(), limit)
                        : jdbc.sql(COLUMNS + where + "and (at, id) < (?, ?) " + order)
                                .params(
                                        record.kind(),
                                        record.id(),
                                        Timestamp.from(before.at()),
                                        before.id(),
                                        limit);
        return named(asked.query(CommentTable::row).list());
    }

    void edit(CommentId id, String text, List<Comment.Mention> mentions, Instant at) {
        jdbc.sql("update timeline.comment set text = ?, mentions = ?, edited_at = ? where id = ?")
                .params(text, usernames(mentions), Timestamp.from(at), id.value())
                .update();
    }

    /** The text goes, the trace stays. */
    void remove(CommentId id, String by, String byName, Instant at) {
        jdbc.sql(
                        """
                        update timeline.comment
                        set text = null, mentions = '{}', removed_at = ?, removed_by = ?, removed_by_name = ? where id = ?\
                        """)
                .params(Timestamp.from(at), by, byName, id.value())
                .update();
    }

    /** As {@link #remove}, of all that still stand. */
    void removeAll(RecordRef record, String by, String byName, Instant at) {
        jdbc.sql(
                        """
                        update timeline.comment
                        set text = null, mentions = '{}', removed_at = ?, removed_by = ?, removed_by_name = ?
                        where subject_kind = ? and subject_id = ? and removed_at is null\
                        """)
                .params(Timestamp.from(at), by, byName, record.kind(), record.id())
                .update();
    }

    void move(RecordRef from, RecordRef to) {
        jdbc.sql(
                        """
                        update timeline.comment set subject_kind = ?, subject_id = ?
                        where subject_kind = ? and subject_id = ?\
                        """)
                .params(to.kind(), to.id(), from.kind(), from.id())
                .update();
    }

    /** Puts people's present names to the sign-in names, in one query. */
    private List<Comment> named(List<Row> rows) {
        var wanted = new HashSet<String>();
        rows.forEach(row -> wanted.addAll(row.mentions()));
        Map<String, Comment.Mention> known =
                wanted.isEmpty()
                        ? Map.of()
                        : people.of(wanted).stream()
                                .map(one -> new Comment.Mention(one.username(), one.displayName()))
                                .collect(
                                        Collectors.toMap(
                                                Comment.Mention::username, Function.identity()));
        return rows.stream().map(row -> row.named(known)).toList();
    }

    private static String[] usernames(List<Comment.Mention> mentions) {
        return mentions.stream().map(Comment.Mention::username).toArray(String[]::new);
    }

    /** A comment whose mentions have no names yet. */
    private record Row(Comment comment, List<String> mentions) {
        Comment named(Map<String, Comment.Mention> known) {
            return new Comment(
                    comment.id(),
                    comment.record(),
                    comment.author(),
                    comment.authorName(),
                    comment.text(),
                    mentions.stream().map(known::get).filter(Objects::nonNull).toList(),
                    comment.at(),
                    comment.editedAt(),
                    comment.removedBy());
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var edited = row.getTimestamp("edited_at");
        return new Row(
                new Comment(
                        new CommentId(row.getObject("id", UUID.class)),
                        new RecordRef(
                                row.getString("subject_kind"),
                                row.getObject("subject_id", UUID.class)),
                        row.getString("author"),
                        row.getString("author_name"),
                        row.getString("text"),
                        List.of(),
                        row.getTimestamp("at").toInstant(),
                        edited == null ? null : edited.toInstant(),
                        row.getString("removed_by_name")),
                Stream.of((String[]) row.getArray("mentions").getArray()).toList());
    }
}

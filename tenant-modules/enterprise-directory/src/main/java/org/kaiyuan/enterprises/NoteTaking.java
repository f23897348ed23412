package org.kaiyuan.enterprises;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.domain.Enterprises;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Noting down what was said and seen; a note is never changed. */
@Service
@Transactional
public class NoteTaking {
    /** Characters of the longest note. */
    public static final int LONGEST = 2000;

    private static final int MOST = 200;

    private final Enterprises enterprises;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    NoteTaking(Enterprises enterprises, JdbcTemplate jdbc, Clock clock) {
        this.enterprises = enterprises;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @throws UnknownEnterprise when there is none, or it is another zone's
     * @throws NoteRefused when the text is blank or too long
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public NoteLine take(EnterpriseId id, String text) {
        var tidy = text.strip().replace("\u0000", "");
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            throw new NoteRefused(LONGEST);
        }
        var enterprise = enterprises.present(id);
        var note = new NoteLine(UuidV7.next(), tidy, ChangeHistory.actorName(), clock.instant());
        jdbc.update(
                "insert into enterprises.note (tenant_id, id, enterprise_id, text, author, author_name, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                CurrentTenant.get().value(),
                note.id(),
                enterprise.id().value(),
                note.text(),
                ChangeHistory.actor(),
                note.author(),
                Timestamp.from(note.at()));
        return note;
    }

    /**
     * The newest first.
     *
     * @param before the last note of the page before; null for the newest
     * @param limit at most 200
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + EnterprisePermissions.READ + "')")
    public List<NoteLine> of(EnterpriseId id, @Nullable NoteLine before, int limit) {
        var enterprise = enterprises.get(id);
        var columns =
                "select id, text, author_name, at from enterprises.note where enterprise_id = ? ";
        var order = "order by at desc, id desc limit ?";
        int most = Math.clamp(limit, 1, MOST);
        return before == null
                ? jdbc.query(columns + order, NoteTaking::line, enterprise.id().value(), most)
                : jdbc.query(
                        columns + "and (at, id) < (?, ?) " + order,
                        NoteTaking::line,
                        enterprise.id().value(),
                        Timestamp.from(before.at()),
                        before.id(),
                        most);
    }

    private static NoteLine line(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new NoteLine(
                row.getObject("id", UUID.class),
                row.getString("text"),
                row.getString("author_name"),
                row.getTimestamp("at").toInstant());
    }
}

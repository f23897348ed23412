package org.kaiyuan.enterprises;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions that people keep under a name, for themselves or for all of their zone. */
@Service
@Transactional
@PreAuthorize("hasRole('" + EnterprisePermissions.READ + "')")
public class SavedViews {
    /** Of one person. */
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 60;

    private final JdbcTemplate jdbc;

    SavedViews(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One's own, then those that colleagues share, each by name; at most 200. */
    @Transactional(readOnly = true)
    public List<SavedView> list() {
        var me = ChangeHistory.actor();
        return read("owner = ? or shared order by owner = ? desc, name, id limit 200", me, me);
    }

    /**
     * One of one's own, or one that a colleague shares.
     *
     * @throws UnknownSavedView when one may see no such view
     */
    @Transactional(readOnly = true)
    public SavedView get(UUID id) {
        return read("(owner = ? or shared) and id = ?", ChangeHistory.actor(), id).stream()
                .findFirst()
                .orElseThrow(UnknownSavedView::new);
    }

    /**
     * Keeps the question; one of one's own that has the name already becomes this one.
     *
     * @throws SavedViewRefused when the name is empty or longer than 60 characters, or there are too many
     * @throws SavedViewQuestionRefused when the question would not be the same when it is opened
     */
    public UUID save(String name, EnterpriseQuestion question, boolean shared) {
        CurrentTenant.refuseReadingOnly();
        var text = checked(name, question);
        var id =
                jdbc.queryForObject(
                        """
                        insert into enterprises.saved_view (tenant_id, id, owner, owner_name, name, shared, query)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, owner, name)
                        do update set owner_name = excluded.owner_name, shared = excluded.shared, query = excluded.query
                        returning id\
                        """,
                        UUID.class,
                        CurrentTenant.get().value(),
                        UuidV7.next(),
                        ChangeHistory.actor(),
                        ChangeHistory.actorName(),
                        text,
                        shared,
                        question.text());
        var own =
                jdbc.queryForObject(
                        "select count(*) from enterprises.saved_view where owner = ?",
                        Integer.class,
                        ChangeHistory.actor());
        if (own != null && own > MOST) {
            throw new SavedViewRefused(MOST);
        }
        return Objects.requireNonNull(id);
    }

    /**
     * Changes one of one's own: its name, what it asks, who sees it.
     *
     * @throws UnknownSavedView when one has no such view
     * @throws SavedViewNameTaken when another of one's own has the name
     * @throws SavedViewRefused as {@link #save}
     * @throws SavedViewQuestionRefused as {@link #save}
     */
    public void revise(UUID id, String name, EnterpriseQuestion question, boolean shared) {
        CurrentTenant.refuseReadingOnly();
        var text = checked(name, question);
        try {
            int changed =
                    jdbc.update(
                            """
                            update enterprises.saved_view set name = ?, owner_name = ?, shared = ?, query = ?
                            where id = ? and owner = ?\
                            """,
                            text,
                            ChangeHistory.actorName(),
                            shared,
                            question.text(),
                            id,
                            ChangeHistory.actor());
            if (changed == 0) {
                throw new UnknownSavedView();
            }
        } catch (DuplicateKeyException taken) {
            throw new SavedViewNameTaken(text);
        }
    }

    private static String checked(String name, EnterpriseQuestion question) {
        var text = name.strip().replace("\u0000", "");
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new SavedViewRefused(MOST);
        }
        if (!question.isUnderstood()) {
            throw new SavedViewQuestionRefused();
        }
        return text;
    }

    private List<SavedView> read(String which, Object... arguments) {
        var me = ChangeHistory.actor();
        return jdbc.query(
                "select id, name, shared, owner, owner_name, query from enterprises.saved_view where "
                        + which,
                (row, number) ->
                        new SavedView(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getBoolean("shared"),
                                row.getString("owner").equals(me),
                                row.getString("owner_name"),
                                EnterpriseQuestion.read(row.getString("query"))),
                arguments);
    }

    /**
     * Throws one of one's own away.
     *
     * @throws UnknownSavedView when one has no such view
     */
    public void remove(UUID id) {
        CurrentTenant.refuseReadingOnly();
        if (jdbc.update(
                        "delete from enterprises.saved_view where id = ? and owner = ?",
                        id,
                        ChangeHistory.actor())
                == 0) {
            throw new UnknownSavedView();
        }
    }
}

package org.kaiyuan.leads;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions about leads that people keep under a name, for themselves or for all of their zone. */
@Service
@Transactional
@PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
public class LeadSavedViews {
    /** Of one person. */
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 60;

    private final JdbcTemplate jdbc;
    private final CurrentPerson person;

    LeadSavedViews(JdbcTemplate jdbc, CurrentPerson person) {
        this.jdbc = jdbc;
        this.person = person;
    }

    /** One's own, then those that colleagues share, each by name; at most 200. */
    @Transactional(readOnly = true)
    public List<SavedLeadView> list() {
        var me = person.username();
        return read("owner = ? or shared order by owner = ? desc, name, id limit 200", me, me);
    }

    /**
     * One of one's own, or one that a colleague shares.
     *
     * @throws UnknownSavedLeadView when there is none that one may see
     */
    @Transactional(readOnly = true)
    public SavedLeadView get(UUID id) {
        return read("id = ? and (owner = ? or shared)", id, person.username()).stream()
                .findFirst()
                .orElseThrow(UnknownSavedLeadView::new);
    }

    private List<SavedLeadView> read(String which, Object... arguments) {
        var me = person.username();
        return jdbc.query(
                "select id, name, shared, owner, owner_name, query from leads.saved_view where "
                        + which,
                (row, number) ->
                        new SavedLeadView(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getBoolean("shared"),
                                row.getString("owner").equals(me),
                                row.getString("owner_name"),
                                LeadQuestion.read(row.getString("query"))),
                arguments);
    }

    /**
     * Keeps the question; one of one's own that has the name already becomes this one.
     *
     * @throws LeadFieldsRefused when the name is empty or longer than 60 characters, or there are too many
     */
    public UUID save(String name, LeadQuestion question, boolean shared) {
        CurrentTenant.refuseReadingOnly();
        var text = checked(name);
        var id =
                jdbc.queryForObject(
                        """
                        insert into leads.saved_view (tenant_id, id, owner, owner_name, name, shared, query)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, owner, name)
                        do update set owner_name = excluded.owner_name, shared = excluded.shared, query = excluded.query
                        returning id\
                        """,
                        UUID.class,
                        CurrentTenant.get().value(),
                        UuidV7.next(),
                        person.username(),
                        person.displayName(),
                        text,
                        shared,
                        question.text());
        var own =
                jdbc.queryForObject(
                        "select count(*) from leads.saved_view where owner = ?",
                        Integer.class,
                        person.username());
        if (own != null && own > MOST) {
            throw new LeadFieldsRefused("name", "leads.rule.tooMany", MOST);
        }
        return Objects.requireNonNull(id);
    }

    /**
     * Changes one of one's own: its name, what it asks, who sees it.
     *
     * @throws UnknownSavedLeadView when one has no such view
     * @throws SavedLeadViewNameTaken when another of one's own has the name
     * @throws LeadFieldsRefused when the name is empty or longer than 60 characters
     */
    public void revise(UUID id, String name, LeadQuestion question, boolean shared) {
        CurrentTenant.refuseReadingOnly();
        var text = checked(name);
        try {
            int changed =
                    jdbc.update(
                            "update leads.saved_view set name = ?, owner_name = ?, shared = ?, query = ? where id = ? and owner = ?",
                            text,
                            person.displayName(),
                            shared,
                            question.text(),
                            id,
                            person.username());
            if (changed == 0) {
                throw new UnknownSavedLeadView();
            }
        } catch (DuplicateKeyException taken) {
            throw new SavedLeadViewNameTaken(text);
        }
    }

    private static String checked(String name) {
        var text = name.strip().replace("\u0000", "");
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new LeadFieldsRefused("name", "leads.rule.viewName", LONGEST_NAME);
        }
        return text;
    }

    /**
     * Throws one of one's own away.
     *
     * @throws UnknownSavedLeadView when one has no such view
     */
    public void remove(UUID id) {
        CurrentTenant.refuseReadingOnly();
        int gone =
                jdbc.update(
                        "delete from leads.saved_view where id = ? and owner = ?",
                        id,
                        person.username());
        if (gone == 0) {
            throw new UnknownSavedLeadView();
        }
    }
}

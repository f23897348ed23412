package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writing the next edition of a list; what is published is not touched by it. */
@Service
@Transactional
@PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
public class ListDrafting {
    /** What the history calls a list. */
    static final String SUBJECT = "delegation.list";

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ListDrafting(JdbcTemplate jdbc, ChangeHistory history, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /** A list without editions. */
    public ListId begin(PowerListKind kind, String title) {
        var id = ListId.next();
        jdbc.update(
                "insert into delegation.list (tenant_id, id, kind, title, made_at) values (?, ?, ?, ?, ?)",
                CurrentTenant.get().value(),
                id.value(),
                kind.name(),
                title.strip(),
                Timestamp.from(clock.instant()));
        history.record(
                SUBJECT, id.value(), "begun", List.of(new FieldChange("title", null, title)));
        return id;
    }

    /**
     * What the next edition says of an entry.
     *
     * @param entry null for a new one
     * @throws UnknownList when there is none
     */
    public EntryId put(ListId list, @Nullable EntryId entry, EntryNote note) {
        hold(jdbc, list);
        var id = entry == null ? EntryId.next() : entry;
        draft(list, id, json.writeValueAsString(note), note.matter());
        return id;
    }

    /**
     * The next edition does not have it; whoever looks at this one still finds it.
     *
     * @throws UnknownList when there is none
     */
    public void takeOut(ListId list, EntryId entry) {
        hold(jdbc, list);
        draft(list, entry, null, null);
    }

    /** Nothing of the draft is left. */
    public void discard(ListId list) {
        hold(jdbc, list);
        jdbc.update("delete from delegation.draft where list_id = ?", list.value());
    }

    private void draft(
            ListId list, EntryId entry, @Nullable String note, @Nullable MatterId matter) {
        jdbc.update(
                """
                insert into delegation.draft (tenant_id, list_id, entry_id, note, matter_id, edited_at, edited_by)
                values (?, ?, ?, ?::jsonb, ?, ?, ?)
                on conflict (tenant_id, list_id, entry_id) do update
                set note = excluded.note, matter_id = excluded.matter_id, edited_at = excluded.edited_at,
                    edited_by = excluded.edited_by\
                """,
                CurrentTenant.get().value(),
                list.value(),
                entry.value(),
                note,
                matter == null ? null : matter.value(),
                Timestamp.from(clock.instant()),
                person.username());
    }

    /** Nobody else writes or publishes it meanwhile. */
    static void hold(JdbcTemplate jdbc, ListId list) {
        if (jdbc.queryForList("select 1 from delegation.list where id = ? for update", list.value())
                .isEmpty()) {
            throw new UnknownList();
        }
    }
}

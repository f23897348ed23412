package org.kaiyuan.delegation;

import static org.kaiyuan.delegation.HistoryWords.change;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking over a power: who sees to it until when, and what is there already. */
@Service
@Transactional
@PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
public class ReadinessKeeping {
    /** What the history calls it; its records are entries. */
    static final String SUBJECT = "delegation.readiness";

    /** The most that are given to somebody at once. */
    public static final int MOST_AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final PowerColleagues colleagues;
    private final HistoryWords words;
    private final ChangeHistory history;
    private final Notices notices;
    private final CurrentPerson person;
    private final Clock clock;

    ReadinessKeeping(
            JdbcTemplate jdbc,
            PowerColleagues colleagues,
            HistoryWords words,
            ChangeHistory history,
            Notices notices,
            CurrentPerson person,
            Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.words = words;
        this.history = history;
        this.notices = notices;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Says all of it anew. A new owner is told.
     *
     * @param basedOn the version that was seen; 0 where there was none
     * @return the version that is stored then
     * @throws UnknownPower when no list grants it now
     * @throws DelegationFieldsRefused with all that is wrong
     * @throws PowerChangedMeanwhile when somebody else was quicker
     */
    public long write(EntryId entry, ReadinessDraft said, long basedOn) {
        var today = LocalDate.now(clock);
        CurrentGrants.refuseUnknown(jdbc, List.of(entry), today);
        var lines = said.checked(today);
        var before = ReadinessDirectory.stored(jdbc, entry);
        var owner = owner(said.owner(), before);
        var after =
                new Readiness(
                        entry,
                        owner == null ? null : owner.username(),
                        owner == null ? null : owner.name(),
                        said.dueOn(),
                        lines,
                        basedOn + 1);
        if (before.version() != basedOn || !stored(after, basedOn)) {
            throw PowerChangedMeanwhile.of(history, entry.value(), before.version(), basedOn);
        }
        items(entry, lines);
        history.record(SUBJECT, entry.value(), "prepared", changes(before, after));
        if (owner != null && !owner.username().equals(before.owner())) {
            tell(owner.username(), List.of(entry));
        }
        return after.version();
    }

    /**
     * Gives many to somebody, the items as they are; they are told once.
     *
     * @param entries at most {@link #MOST_AT_ONCE}
     * @param dueOn null leaves the days as they are
     * @throws UnknownPower when one is not granted now
     * @throws DelegationFieldsRefused when they are nobody of the zone, or it is too many
     */
    public void assign(Collection<EntryId> entries, String username, @Nullable LocalDate dueOn) {
        if (entries.size() > MOST_AT_ONCE) {
            throw new DelegationFieldsRefused("entries", "delegation.rule.most", MOST_AT_ONCE);
        }
        var ids = entries.stream().map(EntryId::value).distinct().toList();
        if (ids.isEmpty()) {
            return;
        }
        CurrentGrants.refuseUnknown(jdbc, entries, LocalDate.now(clock));
        var owner = colleagues.get(username);
        jdbc.update(
                """
                insert into delegation.readiness as r
                    (tenant_id, entry_id, owner, owner_name, due_on, open_items, updated_at)
                select ?, e.id, ?, ?, ?, 6, ? from unnest(?::uuid[]) e (id) order by e.id
                on conflict (tenant_id, entry_id) do update
                set owner = excluded.owner, owner_name = excluded.owner_name, due_on = coalesce(excluded.due_on, r.due_on),
                    updated_at = excluded.updated_at, version = r.version + 1\
                """,
                CurrentTenant.get().value(),
                owner.username(),
                owner.name(),
                dueOn,
                Timestamp.from(clock.instant()),
                ids.toArray(UUID[]::new));
        var changes = new ArrayList<FieldChange>();
        changes.add(change("owner", null, owner.name()));
        changes.add(change("dueOn", null, dueOn));
        history.recordEach(SUBJECT, ids, "assigned", changes);
        tell(owner.username(), List.copyOf(entries));
    }

    /** Who owns it already may have left; only a new owner must be somebody of the zone. */
    private PowerColleagues.@Nullable Colleague owner(@Nullable String username, Readiness before) {
        if (username == null) {
            return null;
        }
        return username.equals(before.owner())
                ? new PowerColleagues.Colleague(username, String.valueOf(before.ownerName()))
                : colleagues.get(username);
    }

    private boolean stored(Readiness after, long basedOn) {
        int open =
                (int)
                        after.lines().stream()
                                .filter(line -> line.state() == ReadinessItemState.OPEN)
                                .count();
        var now = Timestamp.from(clock.instant());
        var id = after.entry().value();
        return basedOn == 0
                ? jdbc.update(
                                """
                                insert into delegation.readiness
                                    (tenant_id, entry_id, owner, owner_name, due_on, open_items, updated_at)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                                """,
                                CurrentTenant.get().value(),
                                id,
                                after.owner(),
                                after.ownerName(),
                                after.dueOn(),
                                open,
                                now)
                        == 1
                : jdbc.update(
                                """
                                update delegation.readiness set owner = ?, owner_name = ?, due_on = ?, open_items = ?,
                                    updated_at = ?, version = version + 1
                                where entry_id = ? and version = ?\
                                """,
                                after.owner(),
                                after.ownerName(),
                                after.dueOn(),
                                open,
                                now,
                                id,
                                basedOn)
                        == 1;
    }

    private void items(EntryId entry, List<ReadinessLine> lines) {
        jdbc.batchUpdate(
                """
                insert into delegation.readiness_item (tenant_id, entry_id, item, state, done_on, remark)
                values (?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, entry_id, item) do update
                set state = excluded.state, done_on = excluded.done_on, remark = excluded.remark\
                """,
                lines,
                lines.size(),
                (row, line) -> {
                    row.setLong(1, CurrentTenant.get().value());
                    row.setObject(2, entry.value());
                    row.setString(3, line.item().name());
                    row.setString(4, line.state().name());
                    row.setObject(5, line.doneOn());
                    row.setString(6, line.remark());
                });
    }

    private List<FieldChange> changes(Readiness before, Readiness after) {
        var changes = new ArrayList<FieldChange>();
        changes.add(change("owner", before.ownerName(), after.ownerName()));
        changes.add(change("dueOn", before.dueOn(), after.dueOn()));
        for (int i = 0; i < after.lines().size(); i++) {
            var was = before.lines().get(i);
            var is = after.lines().get(i);
            changes.add(change(is.item().name(), words.of(was), words.of(is)));
        }
        return changes;
    }

    private void tell(String username, List<EntryId> entries) {
        if (username.equals(person.username())) {
            return;
        }
        var first =
                jdbc.queryForList(
                        """
                        select m.name from delegation.wording w
                        join delegation.matter m on m.tenant_id = w.tenant_id and m.id = w.matter_id
                        where w.entry_id = ? order by w.from_edition desc limit 1\
                        """,
                        String.class,
                        entries.getFirst().value());
        notices.tell(
                username,
                "delegation.notice.assigned",
                List.of(
                        String.valueOf(entries.size()),
                        String.valueOf(first.getFirst()),
                        person.displayName()),
                "/delegation/readiness?owner=" + username);
    }
}

package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing the next edition of a list; what is published is not touched by it. */
@Service
@Transactional
@PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
public class ListDrafting {
    /** What the history calls a list. */
    static final String SUBJECT = "delegation.list";

    private static final int LONGEST_TITLE = 200;
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    ListDrafting(JdbcTemplate jdbc, ChangeHistory history, CurrentPerson person, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * What the next edition is to say of an entry.
     *
     * @param id null for a new one
     * @param note null where the entry is taken out
     */
    public record Change(@Nullable EntryId id, @Nullable EntryNote note) {}

    /**
     * A list without editions.
     *
     * @throws ListTitleTaken when the zone has one of that title
     * @throws DelegationFieldsRefused when the title is missing or too long
     */
    public ListId begin(PowerListKind kind, String title) {
        var id = ListId.next();
        var tidy = title(title);
        try {
            jdbc.update(
                    "insert into delegation.list (tenant_id, id, kind, title, made_at) values (?, ?, ?, ?, ?)",
                    CurrentTenant.get().value(),
                    id.value(),
                    kind.name(),
                    tidy,
                    Timestamp.from(clock.instant()));
        } catch (DuplicateKeyException e) {
            throw new ListTitleTaken(tidy);
        }
        history.record(SUBJECT, id.value(), "begun", List.of(new FieldChange("title", null, tidy)));
        return id;
    }

    /**
     * @throws UnknownList when there is none
     * @throws ListTitleTaken when the zone has one of that title
     */
    public void rename(ListId list, String title) {
        var tidy = title(title);
        hold(jdbc, list);
        var before =
                jdbc.queryForObject(
                        "select title from delegation.list where id = ?",
                        String.class,
                        list.value());
        try {
            jdbc.update(
                    "update delegation.list set title = ?, version = version + 1 where id = ?",
                    tidy,
                    list.value());
        } catch (DuplicateKeyException e) {
            throw new ListTitleTaken(tidy);
        }
        history.record(
                SUBJECT, list.value(), "renamed", List.of(new FieldChange("title", before, tidy)));
    }

    /** As {@link #put(ListId, EntryId, EntryNote, Integer)}, whatever was drafted of it meanwhile. */
    public EntryId put(ListId list, @Nullable EntryId entry, EntryNote note) {
        var kind = hold(jdbc, list);
        var id = entry == null ? EntryId.next() : entry;
        write(list, kind, List.of(new Change(id, note)));
        return id;
    }

    /**
     * What the next edition says of an entry.
     *
     * @param entry null for a new one
     * @param basedOn version of the drafted entry that was seen; null where there was no draft of it
     * @throws UnknownList when there is none
     * @throws UnknownEntry when neither an edition nor the draft of the list has it
     * @throws UnknownMatter when the zone's catalogue has no such matter
     * @throws UnknownPaper when the zone has no such paper
     * @throws DelegationFieldsRefused with all that is wrong, also where a published entry would be about another matter
     * @throws EntryChangedMeanwhile when somebody drafted it otherwise meanwhile
     */
    public EntryId put(
            ListId list, @Nullable EntryId entry, EntryNote note, @Nullable Integer basedOn) {
        var kind = hold(jdbc, list);
        if (entry != null) {
            refuseUnknown(list, entry);
            refuseOtherMatter(list, entry, note);
            refuseChanged(list, entry, basedOn);
        }
        var id = entry == null ? EntryId.next() : entry;
        write(list, kind, List.of(new Change(id, note)));
        return id;
    }

    /**
     * Many at once, all or none; those with an id that the list has in neither edition nor draft become entries of it.
     *
     * @return their ids, in the same order
     * @throws UnknownList when there is none
     * @throws UnknownMatter when the zone's catalogue lacks one
     * @throws UnknownPaper when the zone lacks one
     */
    public List<EntryId> putAll(ListId list, List<Change> changes) {
        var kind = hold(jdbc, list);
        var named =
                changes.stream()
                        .map(one -> one.id() == null ? new Change(EntryId.next(), one.note()) : one)
                        .toList();
        write(list, kind, named);
        return named.stream().map(one -> Objects.requireNonNull(one.id())).toList();
    }

    /**
     * The next edition does not have it; whoever looks at this one still finds it. One that was only drafted is forgotten.
     *
     * @throws UnknownList when there is none
     */
    public void takeOut(ListId list, EntryId entry) {
        var kind = hold(jdbc, list);
        write(list, kind, List.of(new Change(entry, null)));
    }

    /** The next edition says of it what this one says. */
    public void leave(ListId list, EntryId entry) {
        hold(jdbc, list);
        jdbc.update(
                "delete from delegation.draft where list_id = ? and entry_id = ?",
                list.value(),
                entry.value());
        unchecked(jdbc, list.value());
    }

    /** Nothing of the draft is left. */
    public void discard(ListId list) {
        hold(jdbc, list);
        int gone = jdbc.update("delete from delegation.draft where list_id = ?", list.value());
        unchecked(jdbc, list.value());
        if (gone > 0) {
            history.record(
                    SUBJECT,
                    list.value(),
                    "discarded",
                    List.of(new FieldChange("entries", Integer.toString(gone), null)));
        }
    }

    private void write(ListId list, PowerListKind kind, List<Change> wanted) {
        var changes = DraftPapers.said(jdbc, wanted);
        var batches = batches(list);
        for (var one : changes) {
            if (one.note() != null) {
                EntryRules.check(kind, one.note(), batches);
            }
        }
        refuseUnknownMatters(changes);
        var out = changes.stream().filter(one -> one.note() == null).toList();
        var published = published(list, out);
        var kept =
                changes.stream()
                        .filter(one -> one.note() != null || published.contains(one.id()))
                        .toList();
        forget(list, out.stream().filter(one -> !published.contains(one.id())).toList());
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into delegation.draft as d
                    (tenant_id, list_id, entry_id, note, matter_id, edited_at, edited_by, edited_name)
                values (?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                on conflict (tenant_id, list_id, entry_id) do update
                set note = excluded.note, matter_id = excluded.matter_id, edited_at = excluded.edited_at,
                    edited_by = excluded.edited_by, edited_name = excluded.edited_name, version = d.version + 1\
                """,
                kept,
                AT_ONCE,
                (line, one) -> {
                    var note = one.note();
                    line.setLong(1, CurrentTenant.get().value());
                    line.setObject(2, list.value());
                    line.setObject(3, Objects.requireNonNull(one.id()).value());
                    line.setString(4, note == null ? null : Wordings.written(note));
                    line.setObject(5, note == null ? null : note.matter().value());
                    line.setTimestamp(6, now);
                    line.setString(7, person.username());
                    line.setString(8, person.displayName());
                });
        unchecked(jdbc, list.value());
    }

    private void refuseUnknownMatters(List<Change> changes) {
        var wanted =
                changes.stream()
                        .filter(one -> one.note() != null)
                        .map(one -> Objects.requireNonNull(one.note()).matter().value())
                        .distinct()
                        .toArray(UUID[]::new);
        var known =
                jdbc.queryForObject(
                        "select count(*) from delegation.matter where id = any (?)",
                        Integer.class,
                        (Object) wanted);
        if (known == null || known != wanted.length) {
            throw new UnknownMatter();
        }
    }

    private Set<EntryId> published(ListId list, List<Change> changes) {
        if (changes.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                jdbc.query(
                        "select entry_id from delegation.wording where list_id = ? and to_edition is null and entry_id = any (?)",
                        (row, n) -> new EntryId(row.getObject(1, UUID.class)),
                        list.value(),
                        ids(changes)));
    }

    private void forget(ListId list, List<Change> changes) {
        if (!changes.isEmpty()) {
            jdbc.update(
                    "delete from delegation.draft where list_id = ? and entry_id = any (?)",
                    list.value(),
                    ids(changes));
        }
    }

    private static UUID[] ids(List<Change> changes) {
        return changes.stream()
                .map(one -> Objects.requireNonNull(one.id()).value())
                .toArray(UUID[]::new);
    }

    private Set<Integer> batches(ListId list) {
        return Set.copyOf(
                jdbc.queryForList(
                        "select number from delegation.batch where list_id = ?",
                        Integer.class,
                        list.value()));
    }

    private void refuseUnknown(ListId list, EntryId entry) {
        var known =
                jdbc.queryForList(
                        """
                        select 1 from delegation.wording where list_id = ? and entry_id = ?
                        union select 1 from delegation.draft where list_id = ? and entry_id = ?\
                        """,
                        list.value(),
                        entry.value(),
                        list.value(),
                        entry.value());
        if (known.isEmpty()) {
            throw new UnknownEntry();
        }
    }

    /** What was published of one matter is not said of another: that one gets an entry of its own. */
    private void refuseOtherMatter(ListId list, EntryId entry, EntryNote note) {
        var other =
                jdbc.queryForList(
                        "select 1 from delegation.wording where list_id = ? and entry_id = ? and matter_id <> ? limit 1",
                        list.value(),
                        entry.value(),
                        note.matter().value());
        if (!other.isEmpty()) {
            throw new DelegationFieldsRefused("matter", "delegation.rule.keepsMatter");
        }
    }

    private void refuseChanged(ListId list, EntryId entry, @Nullable Integer basedOn) {
        Map<Integer, String> now = new HashMap<>();
        jdbc.query(
                "select version, edited_name from delegation.draft where list_id = ? and entry_id = ?",
                row -> {
                    now.put(row.getInt(1), row.getString(2));
                },
                list.value(),
                entry.value());
        if (basedOn == null ? !now.isEmpty() : !now.containsKey(basedOn)) {
            throw new EntryChangedMeanwhile(
                    now.isEmpty() ? person.displayName() : now.values().iterator().next());
        }
    }

    /** What was checked is not what there is now. */
    static void unchecked(JdbcTemplate jdbc, UUID... lists) {
        jdbc.update(
                """
                update delegation.list set checked_at = null, checked_name = null, waived = null, version = version + 1
                where id = any (?)\
                """,
                (Object) lists);
    }

    private static String title(String title) {
        var tidy = ChineseText.storable(title).strip();
        if (tidy.isEmpty()) {
            throw new DelegationFieldsRefused("title", "delegation.rule.required");
        }
        if (tidy.length() > LONGEST_TITLE) {
            throw new DelegationFieldsRefused("title", "delegation.rule.longest", LONGEST_TITLE);
        }
        return tidy;
    }

    /** Nobody else writes or publishes it meanwhile. */
    static PowerListKind hold(JdbcTemplate jdbc, ListId list) {
        return jdbc
                .queryForList(
                        "select kind from delegation.list where id = ? for update",
                        String.class,
                        list.value())
                .stream()
                .findFirst()
                .map(name -> PowerListKind.valueOf(String.valueOf(name)))
                .orElseThrow(UnknownList::new);
    }
}

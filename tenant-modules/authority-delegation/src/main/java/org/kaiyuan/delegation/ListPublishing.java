package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.domain.Checks;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Checking a draft and making it the next edition, whole or not at all. */
@Service
@Transactional
public class ListPublishing {
    /** Working days of a handover: domain.md, "Delegation". */
    private static final int HANDOVER = 30;

    private final JdbcTemplate jdbc;
    private final WorkingDays days;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ListPublishing(
            JdbcTemplate jdbc,
            WorkingDays days,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /** What the next edition says of an entry; without a note it is taken out. */
    private record Drafted(EntryId id, @Nullable EntryNote note) {}

    /**
     * What stands against publishing the draft; nothing is written.
     *
     * @throws UnknownList when there is none
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public List<Finding> check(ListId list) {
        ListDrafting.hold(jdbc, list);
        return findings(list, drafted(list));
    }

    /**
     * Makes the draft the next edition.
     *
     * @param note what is new, for who reads the editions
     * @return its number
     * @throws UnknownList when there is none
     * @throws PublishingRefused with all that stands against it, or when there is no draft
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.PUBLISH + "')")
    public int publish(ListId list, @Nullable String note) {
        ListDrafting.hold(jdbc, list);
        var drafted = drafted(list);
        if (drafted.isEmpty()) {
            throw PublishingRefused.nothing();
        }
        var findings = findings(list, drafted);
        if (!findings.isEmpty()) {
            throw PublishingRefused.found(findings);
        }
        int number = newest(list) + 1;
        jdbc.update(
                """
                insert into delegation.edition
                    (tenant_id, list_id, number, published_at, published_by, published_name, note)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                list.value(),
                number,
                Timestamp.from(clock.instant()),
                person.username(),
                person.displayName(),
                note);
        jdbc.update(
                """
                update delegation.wording w set to_edition = ?
                from delegation.draft d
                where d.tenant_id = w.tenant_id and d.list_id = w.list_id and d.entry_id = w.entry_id
                  and w.list_id = ? and w.to_edition is null\
                """,
                number,
                list.value());
        var said = new ArrayList<WrittenEntry>();
        for (var one : drafted) {
            if (one.note() != null) {
                said.add(new WrittenEntry(one.id(), one.note()));
            }
        }
        Wordings.write(jdbc, list, number, said);
        jdbc.update("delete from delegation.draft where list_id = ?", list.value());
        history.record(
                ListDrafting.SUBJECT,
                list.value(),
                "published",
                List.of(new FieldChange("edition", null, Integer.toString(number))));
        return number;
    }

    private List<Finding> findings(ListId list, List<Drafted> drafted) {
        Map<EntryId, WrittenEntry> next = new LinkedHashMap<>();
        current(list).forEach(one -> next.put(one.id(), one));
        Set<EntryId> changed =
                drafted.stream().map(Drafted::id).collect(Collectors.toUnmodifiableSet());
        for (var one : drafted) {
            if (one.note() == null) {
                next.remove(one.id());
            } else {
                next.put(one.id(), new WrittenEntry(one.id(), one.note()));
            }
        }
        Map<LocalDate, LocalDate> handovers = new HashMap<>();
        return Checks.of(
                List.copyOf(next.values()),
                changed,
                repealed(),
                Checks.USUAL_DAYS,
                from -> handovers.computeIfAbsent(from, day -> days.plus(day, HANDOVER)));
    }

    private List<WrittenEntry> current(ListId list) {
        return jdbc.query(
                "select %s from delegation.wording w where w.list_id = ? and w.to_edition is null"
                        .formatted(Wordings.COLUMNS),
                (row, n) -> Wordings.entry(row),
                list.value());
    }

    private Set<MatterId> repealed() {
        return Set.copyOf(
                jdbc.query(
                        "select id from delegation.matter where basis_state = 'REPEALED'",
                        (row, n) -> new MatterId(row.getObject(1, UUID.class))));
    }

    private List<Drafted> drafted(ListId list) {
        return jdbc.query(
                "select entry_id, note from delegation.draft where list_id = ? order by entry_id",
                (row, n) -> {
                    var note = row.getString(2);
                    return new Drafted(
                            new EntryId(row.getObject(1, UUID.class)),
                            note == null ? null : json.readValue(note, EntryNote.class));
                },
                list.value());
    }

    private int newest(ListId list) {
        return jdbc.queryForList(
                        "select coalesce(max(number), 0) from delegation.edition where list_id = ?",
                        Integer.class,
                        list.value())
                .getFirst();
    }
}

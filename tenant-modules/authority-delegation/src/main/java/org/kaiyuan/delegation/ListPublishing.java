package org.kaiyuan.delegation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.domain.Checks;
import org.kaiyuan.delegation.domain.Checks.DecreeDays;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checking a draft and making it the next edition, whole or not at all. */
@Service
@Transactional
public class ListPublishing {
    /** Days of a decree that says nothing of them: domain.md, "Delegation". */
    private static final int DIRECT_DAYS = 30;

    private static final int HANDOVER_DAYS = 30;
    private static final int LONGEST = 2000;

    private final JdbcTemplate jdbc;
    private final WorkingDays days;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListPublishing(
            JdbcTemplate jdbc,
            WorkingDays days,
            ChangeHistory history,
            CurrentPerson person,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.history = history;
        this.person = person;
        this.events = events;
        this.clock = clock;
    }

    /** What the next edition says of an entry; without a note it is taken out. */
    private record Drafted(EntryId id, @Nullable EntryNote note) {}

    /** What the next edition will be. */
    private record Next(
            PowerListKind kind,
            List<Drafted> drafted,
            List<WrittenEntry> entries,
            List<Finding> findings) {}

    /**
     * What stands against publishing the draft. Where nothing does, it is noted as checked until somebody changes it.
     *
     * @throws UnknownList when there is none
     * @throws PublishingRefused when there is no draft
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public List<Finding> check(ListId list) {
        var next = next(list);
        if (next.findings().isEmpty()) {
            checked(list, null);
        }
        return next.findings();
    }

    /**
     * Notes the draft as checked although something stands against it: lists of old decrees come as they are.
     *
     * @param reason is published with the edition
     * @return what was let pass
     * @throws UnknownList when there is none
     * @throws PublishingRefused when there is no draft
     * @throws DelegationFieldsRefused without a reason
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.PUBLISH + "')")
    public List<Finding> letPass(ListId list, String reason) {
        var tidy = ChineseText.storable(reason).strip();
        if (tidy.isEmpty()) {
            throw new DelegationFieldsRefused("reason", "delegation.rule.required");
        }
        if (tidy.length() > LONGEST) {
            throw new DelegationFieldsRefused("reason", "delegation.rule.longest", LONGEST);
        }
        var next = next(list);
        checked(list, next.findings().isEmpty() ? null : tidy);
        if (!next.findings().isEmpty()) {
            history.record(
                    ListDrafting.SUBJECT,
                    list.value(),
                    "letPass",
                    List.of(
                            new FieldChange(
                                    "findings", null, Integer.toString(next.findings().size())),
                            new FieldChange("reason", null, tidy)));
        }
        return next.findings();
    }

    /**
     * Makes the draft the next edition. It is checked once more: a basis may have been repealed since.
     *
     * @param note what is new, for who reads the editions
     * @return its number
     * @throws UnknownList when there is none
     * @throws PublishingRefused with all that stands against it, when it was not checked, or when there is no draft
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.PUBLISH + "')")
    public int publish(ListId list, @Nullable String note) {
        if (note != null && note.length() > LONGEST) {
            throw new DelegationFieldsRefused("note", "delegation.rule.longest", LONGEST);
        }
        var next = next(list);
        var waived = waived(list);
        if (!next.findings().isEmpty() && waived == null) {
            throw PublishingRefused.found(next.findings());
        }
        int number = newest(list) + 1;
        var now = clock.instant();
        edition(list, number, now, note, next, next.findings().isEmpty() ? null : waived);
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
        for (var one : next.drafted()) {
            if (one.note() != null) {
                said.add(new WrittenEntry(one.id(), one.note()));
            }
        }
        Wordings.write(jdbc, list, number, said);
        fixPapers(said, now);
        jdbc.update("delete from delegation.draft where list_id = ?", list.value());
        ListDrafting.unchecked(jdbc, list.value());
        history.record(
                ListDrafting.SUBJECT,
                list.value(),
                "published",
                List.of(new FieldChange("edition", null, Integer.toString(number))));
        events.publishEvent(
                new ListPublished(CurrentTenant.get(), list.value(), next.kind(), number, now));
        return number;
    }

    private void edition(
            ListId list,
            int number,
            Instant now,
            @Nullable String note,
            Next next,
            @Nullable String waived) {
        jdbc.update(
                """
                insert into delegation.edition
                    (tenant_id, list_id, number, published_at, published_by, published_name, note, waived, findings, entries)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                list.value(),
                number,
                Timestamp.from(now),
                person.username(),
                person.displayName(),
                note == null || note.isBlank() ? null : ChineseText.storable(note).strip(),
                waived,
                next.findings().size(),
                next.entries().size());
    }

    private void checked(ListId list, @Nullable String waived) {
        jdbc.update(
                "update delegation.list set checked_at = ?, checked_name = ?, waived = ? where id = ?",
                Timestamp.from(clock.instant()),
                person.displayName(),
                waived,
                list.value());
    }

    /** @throws PublishingRefused when it was not checked since it was changed last */
    private @Nullable String waived(ListId list) {
        var row =
                jdbc.queryForMap(
                        "select checked_at, waived from delegation.list where id = ?",
                        list.value());
        if (row.get("checked_at") == null) {
            throw PublishingRefused.unchecked();
        }
        return (String) row.get("waived");
    }

    /** Papers that a published edition rests on do not change any more. */
    private void fixPapers(List<WrittenEntry> said, Instant now) {
        jdbc.update(
                "update delegation.paper set fixed_at = ? where fixed_at is null and id = any (?)",
                Timestamp.from(now),
                said.stream().flatMap(one -> one.note().papers()).distinct().toArray(UUID[]::new));
    }

    private Next next(ListId list) {
        var kind = ListDrafting.hold(jdbc, list);
        var drafted = drafted(list);
        if (drafted.isEmpty()) {
            throw PublishingRefused.nothing();
        }
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
        var entries = List.copyOf(next.values());
        var facts =
                new Checks.Facts(
                        kind.holdsPowers() ? beside(list, drafted) : List.of(),
                        repealed(),
                        decreeDays(),
                        paired(kind));
        return new Next(
                kind, drafted, entries, named(Checks.of(kind, entries, changed, facts), next));
    }

    private Function<EntryNote, DecreeDays> decreeDays() {
        Map<UUID, int[]> said = new HashMap<>();
        jdbc.query(
                "select id, direct_days, entrusted_days, handover_days from delegation.paper",
                row -> {
                    said.put(
                            row.getObject(1, UUID.class),
                            new int[] {row.getInt(2), row.getInt(3), row.getInt(4)});
                });
        var usual = new int[] {DIRECT_DAYS, 0, HANDOVER_DAYS};
        Map<LocalDate, Map<Integer, LocalDate>> handovers = new HashMap<>();
        return note -> {
            var paper = note.document().id();
            var one = paper == null ? usual : said.getOrDefault(paper, usual);
            var decided = note.document().decidedOn();
            return new DecreeDays(
                    one[0],
                    one[1],
                    decided == null || note.handoverOn() == null // no day is compared with it
                            ? null
                            : handovers
                                    .computeIfAbsent(decided, day -> new HashMap<>())
                                    .computeIfAbsent(one[2], many -> days.plus(decided, many)));
        };
    }

    /** With the names of their matters, in one statement. */
    private List<Finding> named(List<Finding> findings, Map<EntryId, WrittenEntry> next) {
        if (findings.isEmpty()) {
            return findings;
        }
        var matters =
                findings.stream()
                        .filter(one -> one.entry() != null)
                        .map(one -> matter(one, next))
                        .distinct()
                        .toArray(UUID[]::new);
        Map<UUID, String> names = new HashMap<>();
        jdbc.query(
                "select id, name from delegation.matter where id = any (?)",
                row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                },
                (Object) matters);
        return findings.stream()
                .map(one -> one.entry() == null ? one : one.named(names.get(matter(one, next))))
                .toList();
    }

    private static UUID matter(Finding finding, Map<EntryId, WrittenEntry> next) {
        return Objects.requireNonNull(next.get(finding.entry())).note().matter().value();
    }

    private List<WrittenEntry> current(ListId list) {
        return jdbc.query(
                "select %s from delegation.wording w where w.list_id = ? and w.to_edition is null"
                        .formatted(Wordings.COLUMNS),
                (row, n) -> Wordings.entry(row),
                list.value());
    }

    /** What other lists say now about the matters that the draft touches. */
    private List<WrittenEntry> beside(ListId list, List<Drafted> drafted) {
        var matters =
                drafted.stream()
                        .filter(one -> one.note() != null)
                        .map(one -> Objects.requireNonNull(one.note()).matter().value())
                        .distinct()
                        .toArray(UUID[]::new);
        return jdbc.query(
                """
                select %s from delegation.wording w
                join delegation.list l on l.tenant_id = w.tenant_id and l.id = w.list_id
                where w.matter_id = any (?) and w.list_id <> ? and w.to_edition is null and l.kind in %s\
                """
                        .formatted(Wordings.COLUMNS, Wordings.HOLD_POWERS),
                (row, n) -> Wordings.entry(row),
                matters,
                list.value());
    }

    /**
     * Powers and duties pair one to one: the matters of the other side as its next edition has them; null where the zone
     * keeps no such list.
     */
    private @Nullable Set<MatterId> paired(PowerListKind kind) {
        if (kind != PowerListKind.POWERS && kind != PowerListKind.DUTIES) {
            return null;
        }
        var other = kind == PowerListKind.POWERS ? PowerListKind.DUTIES : PowerListKind.POWERS;
        var there =
                jdbc.queryForList(
                        "select 1 from delegation.list where kind = ? limit 1", other.name());
        if (there.isEmpty()) {
            return null;
        }
        return Set.copyOf(
                jdbc.query(
                        """
                        select w.matter_id from delegation.wording w
                        join delegation.list l on l.tenant_id = w.tenant_id and l.id = w.list_id
                        where l.kind = ? and w.to_edition is null and w.act = 'GRANT'
                          and not exists (select from delegation.draft d where d.tenant_id = w.tenant_id
                              and d.list_id = w.list_id and d.entry_id = w.entry_id)
                        union
                        select d.matter_id from delegation.draft d
                        join delegation.list l on l.tenant_id = d.tenant_id and l.id = d.list_id
                        where l.kind = ? and d.matter_id is not null and d.note ->> 'act' = 'GRANT'\
                        """,
                        (row, n) -> new MatterId(row.getObject(1, UUID.class)),
                        other.name(),
                        other.name()));
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
                (row, n) ->
                        new Drafted(
                                new EntryId(row.getObject(1, UUID.class)),
                                Wordings.note(row.getString(2))),
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

package org.kaiyuan.leads;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.domain.Lead;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Talks with investors: written down in seconds, and the clock begins anew. */
@Service
@Transactional
public class LeadFollowups {
    private static final int LONGEST = 4000;
    private static final int BEGINNING = 60;

    private final LeadSight sight;
    private final LeadStore store;
    private final JdbcTemplate jdbc;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    LeadFollowups(
            LeadSight sight,
            LeadStore store,
            JdbcTemplate jdbc,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.sight = sight;
        this.store = store;
        this.jdbc = jdbc;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    /**
     * Writes it down; what was planned next is replaced by what is planned now.
     *
     * @throws LeadFieldsRefused when a field is not as it must be
     */
    @PreAuthorize("hasRole('" + LeadPermissions.WRITE + "')")
    public FollowupId note(LeadId id, FollowupNote note) {
        var today = LocalDate.now(clock);
        var on = note.happenedOn() == null ? today : note.happenedOn();
        var text = note.text().replace("\u0000", "").strip();
        var next = blankToNull(note.nextAction());
        refuseFaults(note, on, today, text, next);
        var lead = sight.hold(id);
        var followup = FollowupId.next();
        jdbc.update(
                """
                insert into leads.followup
                    (tenant_id, id, lead_id, kind, happened_on, text, participants, author, author_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                followup.value(),
                id.value(),
                note.kind().name(),
                on,
                text,
                note.participants().stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toArray(String[]::new),
                person.username(),
                person.displayName(),
                Timestamp.from(clock.instant()));
        var before = lead.profile();
        lead.followed(on, next, note.nextActionOn(), clock.instant());
        store.save(lead);
        history.record(
                Lead.SUBJECT,
                id.value(),
                "followed",
                told(note.kind() + " " + on + " " + beginning(text), before, lead.profile()));
        return followup;
    }

    /** What the timeline says: the talk, and what is planned now where it is another thing. */
    private static List<FieldChange> told(String talk, LeadProfile before, LeadProfile now) {
        var changes = new ArrayList<FieldChange>();
        var planned = planned(now);
        if (!Objects.equals(planned(before), planned)) {
            changes.add(new FieldChange("nextAction", planned(before), planned));
        }
        changes.add(new FieldChange("followup", null, talk)); // the newest comes first
        return changes;
    }

    private static @Nullable String planned(LeadProfile profile) {
        var text =
                Stream.of(profile.nextActionOn(), profile.nextAction())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }

    /** The first words in one line. */
    private static String beginning(String text) {
        var line = text.replaceAll("\\s+", " ");
        int end =
                line.offsetByCodePoints(
                        0, Math.min(BEGINNING, line.codePointCount(0, line.length())));
        return end == line.length() ? line : line.substring(0, end) + "…";
    }

    /**
     * The newest first.
     *
     * @param before where the page before ended; null for the newest
     * @param limit at most 200
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('" + LeadPermissions.READ + "')")
    public List<FollowupLine> of(LeadId id, @Nullable Moment before, int limit) {
        sight.get(id);
        var arguments = new ArrayList<Object>(List.of(id.value()));
        if (before != null) {
            arguments.add(Timestamp.from(before.at()));
            arguments.add(before.id());
        }
        arguments.add(Math.clamp(limit, 1, 200));
        return jdbc.query(
                "select id, kind, happened_on, text, participants, author, author_name, at from leads.followup where lead_id = ? "
                        + (before == null ? "" : "and (at, id) < (?, ?) ")
                        + "order by at desc, id desc limit ?",
                (row, number) ->
                        new FollowupLine(
                                new FollowupId(row.getObject("id", UUID.class)),
                                FollowupKind.valueOf(row.getString("kind")),
                                row.getObject("happened_on", LocalDate.class),
                                row.getString("text"),
                                List.of((String[]) row.getArray("participants").getArray()),
                                row.getString("author"),
                                row.getString("author_name"),
                                row.getTimestamp("at").toInstant()),
                arguments.toArray());
    }

    private static void refuseFaults(
            FollowupNote note, LocalDate on, LocalDate today, String text, @Nullable String next) {
        var faults = new ArrayList<FieldFault>();
        if (text.isEmpty()) {
            faults.add(new FieldFault("text", "leads.rule.required", List.of()));
        }
        if (text.length() > LONGEST) {
            faults.add(new FieldFault("text", "leads.rule.tooLong", List.of(LONGEST)));
        }
        if (on.isAfter(today) || on.getYear() < 1990) {
            faults.add(new FieldFault("happenedOn", "leads.rule.notInFuture", List.of()));
        }
        if (next != null && next.length() > 500) {
            faults.add(new FieldFault("nextAction", "leads.rule.tooLong", List.of(500)));
        }
        var nextOn = note.nextActionOn();
        if (nextOn != null && (nextOn.isBefore(today) || nextOn.getYear() > 2100)) {
            faults.add(new FieldFault("nextActionOn", "leads.rule.notInPast", List.of()));
        }
        if (note.participants().size() > 50
                || note.participants().stream().anyMatch(name -> name.length() > 100)) {
            faults.add(new FieldFault("participants", "leads.rule.tooMany", List.of(50)));
        }
        if (!faults.isEmpty()) {
            throw new LeadFieldsRefused(faults);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.replace("\u0000", "").strip();
    }
}

package org.kaiyuan.delegation;

import static org.kaiyuan.delegation.HistoryWords.change;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 年度评估: saying of each power whether it is to be kept, and closing the report for who delegated it. */
@Service
@Transactional
public class PowerEvaluating {
    /** What the history calls an evaluation; its records are entries. */
    static final String SUBJECT = "delegation.evaluation";

    /** What the history calls a report. */
    static final String REPORT = "delegation.evaluation-report";

    /** The most that are evaluated at once. */
    public static final int MOST_AT_ONCE = 500;

    private static final int FIRST_YEAR = 2000;
    private static final int LONGEST = 4000;

    private static final String AGAIN =
            """
            update set original_authority = excluded.original_authority, matter_code = excluded.matter_code,
                matter_name = excluded.matter_name, receiving_body = excluded.receiving_body, mode = excluded.mode,
                verdict = excluded.verdict, said = excluded.said, decisions = excluded.decisions,
                last_used_on = excluded.last_used_on, open = excluded.open, overdue = excluded.overdue,
                overturned = excluded.overturned, by_username = excluded.by_username, by_name = excluded.by_name,
                at = excluded.at, version = e.version + 1\
            """;

    private final JdbcTemplate jdbc;
    private final PowerEvaluations evaluations;
    private final HistoryWords words;
    private final ChangeHistory history;
    private final CurrentPerson person;
    private final Clock clock;

    PowerEvaluating(
            JdbcTemplate jdbc,
            PowerEvaluations evaluations,
            HistoryWords words,
            ChangeHistory history,
            CurrentPerson person,
            Clock clock) {
        this.jdbc = jdbc;
        this.evaluations = evaluations;
        this.words = words;
        this.history = history;
        this.person = person;
        this.clock = clock;
    }

    private record Before(long version, EvaluationVerdict verdict, @Nullable String said) {}

    /**
     * Says what is to become of a power, with the figures of the year as they are now. Said again, the figures are taken anew.
     *
     * @param said why; may be left out where it is kept
     * @param basedOn the version that was seen; 0 where there was none
     * @throws UnknownPower when it was not in force on the last day of the year, or is not today
     * @throws EvaluationRefused when the report is closed
     * @throws PowerChangedMeanwhile when somebody else was quicker
     * @throws DelegationFieldsRefused without a reason
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public void evaluate(
            EntryId entry,
            int year,
            EvaluationVerdict verdict,
            @Nullable String said,
            long basedOn) {
        var why = checked(year, verdict, said);
        takeTurns(year);
        refuseClosed(year, List.of(entry));
        var before = before(entry, year);
        long now = before == null ? 0 : before.version();
        if (now != basedOn) {
            throw PowerChangedMeanwhile.of(history, entry.value(), now, basedOn);
        }
        var written = write(List.of(entry), year, verdict, why, true);
        if (written.isEmpty()) {
            throw new UnknownPower();
        }
        history.record(SUBJECT, entry.value(), "evaluated", changes(year, before, verdict, why));
    }

    /**
     * Says the same of many that have no verdict yet; those that have one stay as they are.
     *
     * @param entries at most {@link #MOST_AT_ONCE}
     * @return how many it was said of
     * @throws EvaluationRefused when the report is closed
     * @throws DelegationFieldsRefused without a reason, or when it is too many
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.WRITE + "')")
    public int evaluateAll(
            Collection<EntryId> entries,
            int year,
            EvaluationVerdict verdict,
            @Nullable String said) {
        if (entries.size() > MOST_AT_ONCE) {
            throw new DelegationFieldsRefused("entries", "delegation.rule.most", MOST_AT_ONCE);
        }
        var why = checked(year, verdict, said);
        takeTurns(year);
        refuseClosed(year, entries);
        var written = write(entries, year, verdict, why, false);
        history.recordEach(SUBJECT, written, "evaluated", changes(year, null, verdict, why));
        return written.size();
    }

    /**
     * Closes the report for an authority: its evaluations do not change any more.
     *
     * @throws EvaluationRefused when one has no verdict yet, it is closed already, or there is nothing in it
     */
    @PreAuthorize("hasRole('" + DelegationPermissions.PUBLISH + "')")
    public void close(int year, String originalAuthority) {
        takeTurns(year);
        var group = evaluations.group(year, originalAuthority);
        if (group.closedAt() != null) {
            throw EvaluationRefused.closed(year, originalAuthority);
        }
        if (group.powers() == 0) {
            throw EvaluationRefused.nothing();
        }
        if (group.missing() > 0) {
            throw EvaluationRefused.missing(group.missing());
        }
        jdbc.update(
                """
                insert into delegation.evaluation_report (tenant_id, year, original_authority, closed_at, closed_name)
                values (?, ?, ?, ?, ?)\
                """,
                CurrentTenant.get().value(),
                year,
                originalAuthority,
                Timestamp.from(clock.instant()),
                person.displayName());
        history.record(
                REPORT,
                UUID.nameUUIDFromBytes(
                        (CurrentTenant.get().value() + " " + year + " " + originalAuthority)
                                .getBytes(StandardCharsets.UTF_8)),
                "closed",
                List.of(
                        change("year", null, year),
                        change("authority", null, originalAuthority),
                        change("keep", null, group.keep()),
                        change("adjust", null, group.adjust()),
                        change("recall", null, group.recall())));
    }

    private @Nullable String checked(int year, EvaluationVerdict verdict, @Nullable String said) {
        var why = said == null || said.isBlank() ? null : said.strip();
        var faults = new ArrayList<FieldFault>();
        int now = LocalDate.now(clock).getYear();
        if (year < FIRST_YEAR || year > now) {
            faults.add(new FieldFault("year", "delegation.rule.between", List.of(FIRST_YEAR, now)));
        }
        if (why == null && verdict != EvaluationVerdict.KEEP) {
            faults.add(new FieldFault("said", "delegation.use.rule.why", List.of()));
        }
        DelegationFieldsRefused.longer(faults, "said", why, LONGEST);
        DelegationFieldsRefused.refuse(faults);
        return why;
    }

    /** Nobody evaluates while another closes the report. */
    private void takeTurns(int year) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(?, ?))",
                row -> {},
                "delegation.evaluation " + year,
                CurrentTenant.get().value());
    }

    private void refuseClosed(int year, Collection<EntryId> entries) {
        var ids = entries.stream().map(EntryId::value).toArray(UUID[]::new);
        var closed =
                jdbc.query(
                        """
                        select r.original_authority from delegation.evaluation_report r
                        where r.year = ? and (
                            exists (select from delegation.evaluation e where e.tenant_id = r.tenant_id and e.year = r.year
                                    and e.original_authority = r.original_authority and e.entry_id = any (?))
                            or exists (select from delegation.wording w where w.tenant_id = r.tenant_id
                                    and w.entry_id = any (?) and w.to_edition is null
                                    and w.original_authority = r.original_authority))
                        limit 1\
                        """,
                        (row, n) -> row.getString(1),
                        year,
                        ids,
                        ids);
        if (!closed.isEmpty()) {
            throw EvaluationRefused.closed(year, closed.getFirst());
        }
    }

    private @Nullable Before before(EntryId entry, int year) {
        return jdbc
                .query(
                        "select version, verdict, said from delegation.evaluation where entry_id = ? and year = ?",
                        (row, n) ->
                                new Before(
                                        row.getLong(1),
                                        EvaluationVerdict.valueOf(row.getString(2)),
                                        row.getString(3)),
                        entry.value(),
                        year)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private List<UUID> write(
            Collection<EntryId> entries,
            int year,
            EvaluationVerdict verdict,
            @Nullable String why,
            boolean again) {
        var today = LocalDate.now(clock);
        var last = UseSql.lastDayOf(year, today);
        var span = UseSql.year(year, today);
        return jdbc
                .query(
                        "with "
                                + CurrentGrants.GRANTS
                                + ", "
                                + UseSql.SPAN
                                + """
                                , x as (select g.* from grants g where g.entry_id = any (?) and g.effective_on <= ?)
                                insert into delegation.evaluation as e (tenant_id, entry_id, year, original_authority,
                                    matter_code, matter_name, receiving_body, mode, verdict, said, decisions, last_used_on, open,
                                    overdue, overturned, by_username, by_name, at)
                                select x.tenant_id, x.entry_id, ?, x.original_authority, x.matter_code, x.matter_name,
                                       x.receiving_body, x.mode, ?, ?, f.decisions, f.last_used_on, f.open, f.overdue,
                                       f.overturned, ?, ?, ?
                                from x
                                """
                                + UseSql.FIGURES
                                + "on conflict (tenant_id, entry_id, year) do "
                                + (again ? AGAIN : "nothing")
                                + " returning entry_id",
                        (row, n) -> row.getObject(1, UUID.class),
                        last,
                        last,
                        span.get(0),
                        span.get(1),
                        span.get(2),
                        entries.stream().map(EntryId::value).distinct().toArray(UUID[]::new),
                        last,
                        year,
                        verdict.name(),
                        why,
                        person.username(),
                        person.displayName(),
                        Timestamp.from(clock.instant()))
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<FieldChange> changes(
            int year, @Nullable Before before, EvaluationVerdict verdict, @Nullable String why) {
        return List.of(
                change("year", null, year),
                change(
                        "verdict",
                        before == null ? null : words.of(before.verdict()),
                        words.of(verdict)),
                change("said", before == null ? null : before.said(), why));
    }
}

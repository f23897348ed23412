package org.kaiyuan.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the zone's powers are used. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + DelegationPermissions.READ + "')")
public class PowerUseDirectory {
    /** The largest page. */
    public static final int MOST = 200;

    /** Within so many days a last day is near: {@link PowerUseFilter.Only#EXPIRING}. */
    public static final int SOON = 90;

    private static final String POWER =
            """
            select x.entry_id, x.list_id, x.matter_id, x.matter_code, x.matter_name, x.basis_state, x.original_authority,
                   x.receiving_body, x.mode, x.sub_park, x.effective_on, x.expires_on,
                   f.decisions, f.last_used_on, f.open, f.overdue, f.overturned, f.unused_since
            """;

    private static final String DECISION =
            """
            select id, entry_id, matter_id, source, reference, of_month, cases, applicant, accepted_on, due_on, decided_on,
                   outcome, overturned, overturned_on, overturned_why, recorded_name,
                   coalesce(coalesce(decided_on, ?) > due_on, false) as late, version
            from delegation.power_decision
            """;

    private static final String BEGIN = "with " + CurrentGrants.GRANTS + ", " + UseSql.SPAN;

    private final JdbcTemplate jdbc;
    private final PowerUseRulesKeeping rules;
    private final Clock clock;

    PowerUseDirectory(JdbcTemplate jdbc, PowerUseRulesKeeping rules, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clock = clock;
    }

    /** A page of powers; {@code next} is null on the last one. */
    public record Page(List<UsedPower> items, @Nullable EntryId next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** A page of cases; {@code next} is null on the last one. */
    public record DecisionPage(List<PowerDecision> items, @Nullable String next) {
        public DecisionPage {
            items = List.copyOf(items);
        }
    }

    /** How many powers there are, and how many of them want attention. */
    public record Sums(int powers, int unused, int overdue, int overturned, int expiring) {}

    /** Which cases of a power; null for all. */
    public enum Cases {
        OPEN,
        LATE,
        OVERTURNED
    }

    /**
     * In the order of the names of their matters; one statement, which counts only the cases of the page.
     *
     * @param after the last of the page before; null for the first
     * @param limit at most {@link #MOST}
     */
    public Page powers(PowerUseFilter filter, @Nullable EntryId after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var today = LocalDate.now(clock);
        var arguments = begin(today);
        var where = narrowed(filter, arguments);
        if (filter.only() != null) {
            where.append(" and ").append(wanted(filter.only()));
            if (filter.only() == PowerUseFilter.Only.EXPIRING) {
                arguments.add(today.plusDays(SOON));
            }
        }
        if (after != null) {
            where.append(
                    """
                     and (g.name_key, g.entry_id) > (
                        select m.name_key, w.entry_id from delegation.wording w
                        join delegation.matter m on m.tenant_id = w.tenant_id and m.id = w.matter_id
                        where w.entry_id = ? order by w.from_edition desc limit 1)\
                    """);
            arguments.add(after.value());
        }
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        BEGIN
                                + ", x as (select g.* from grants g cross join span s where true"
                                + where
                                + " order by g.name_key, g.entry_id limit ?) "
                                + POWER
                                + " from x "
                                + UseSql.FIGURES
                                + " order by x.name_key, x.entry_id",
                        PowerUseDirectory::power,
                        arguments.toArray());
        if (found.size() <= most) {
            return new Page(found, null);
        }
        var page = found.subList(0, most);
        return new Page(page, page.getLast().entry());
    }

    /** Of all that the filter finds, whatever it wants of them; one statement. */
    public Sums sums(PowerUseFilter filter) {
        var today = LocalDate.now(clock);
        var arguments = begin(today);
        arguments.add(today.plusDays(SOON));
        var where = narrowed(filter, arguments);
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        BEGIN
                                + " select count(*), count(*) filter (where "
                                + UseSql.UNUSED
                                + "), count(*) filter (where "
                                + UseSql.OVERDUE
                                + "), count(*) filter (where "
                                + UseSql.OVERTURNED
                                + "), count(*) filter (where g.expires_on <= ?)"
                                + " from grants g cross join span s where true"
                                + where,
                        (row, n) ->
                                new Sums(
                                        row.getInt(1),
                                        row.getInt(2),
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getInt(5)),
                        arguments.toArray()));
    }

    /**
     * One power.
     *
     * @throws UnknownPower when no list grants it now
     */
    public UsedPower power(EntryId entry) {
        var arguments = begin(LocalDate.now(clock));
        arguments.add(entry.value());
        return jdbc
                .query(
                        BEGIN
                                + ", x as (select g.* from grants g where g.entry_id = ?) "
                                + POWER
                                + " from x "
                                + UseSql.FIGURES,
                        PowerUseDirectory::power,
                        arguments.toArray())
                .stream()
                .findFirst()
                .orElseThrow(UnknownPower::new);
    }

    /**
     * Cases of one power, those that were decided or accepted last first; also of a power that has ended.
     *
     * @param only null for all
     * @param after where the page before ended; null for the first
     * @param limit at most {@link #MOST}
     * @throws org.kaiyuan.platform.records.CursorRefused when {@code after} is none of ours
     */
    public DecisionPage decisions(
            EntryId entry, @Nullable Cases only, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var today = LocalDate.now(clock);
        var arguments = new ArrayList<Object>(List.of(today, entry.value()));
        var where = new StringBuilder("where entry_id = ?");
        if (only != null) {
            switch (only) {
                case OPEN -> where.append(" and decided_on is null");
                case LATE -> {
                    where.append(" and coalesce(decided_on, ?) > due_on");
                    arguments.add(today);
                }
                case OVERTURNED -> where.append(" and overturned > 0");
            }
        }
        var place = DayPlace.parse(after);
        if (place != null) {
            where.append(" and (used_on, id) < (?, ?)");
            arguments.add(place.day());
            arguments.add(place.id());
        }
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        DECISION + where + " order by used_on desc, id desc limit ?",
                        PowerUseDirectory::decision,
                        arguments.toArray());
        if (found.size() <= most) {
            return new DecisionPage(found, null);
        }
        var page = found.subList(0, most);
        var last = page.getLast();
        var usedOn = last.decidedOn() == null ? last.acceptedOn() : last.decidedOn();
        return new DecisionPage(page, new DayPlace(usedOn, last.id().value()).cursor());
    }

    /** @throws UnknownDecision when there is none */
    public PowerDecision decision(PowerDecisionId id) {
        return stored(id);
    }

    /** Who delegated what counts now, for choosing one. */
    public List<String> authorities() {
        return CurrentGrants.authorities(jdbc, LocalDate.now(clock));
    }

    PowerDecision stored(PowerDecisionId id) {
        return jdbc
                .query(
                        DECISION + "where id = ?",
                        PowerUseDirectory::decision,
                        LocalDate.now(clock),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownDecision::new);
    }

    private List<Object> begin(LocalDate today) {
        var arguments = new ArrayList<Object>(List.of(today, today));
        arguments.addAll(UseSql.lastYear(today, rules.current().unusedMonths()));
        return arguments;
    }

    private static StringBuilder narrowed(PowerUseFilter filter, List<Object> arguments) {
        var where = new StringBuilder();
        if (filter.originalAuthority() != null) {
            where.append(" and g.original_authority = ?");
            arguments.add(filter.originalAuthority());
        }
        if (filter.matters() != null) {
            where.append(" and g.matter_id = any (?)");
            arguments.add(filter.matters().stream().map(MatterId::value).toArray(UUID[]::new));
        }
        return where;
    }

    private static String wanted(PowerUseFilter.Only only) {
        return switch (only) {
            case UNUSED -> UseSql.UNUSED;
            case OVERDUE -> UseSql.OVERDUE;
            case OVERTURNED -> UseSql.OVERTURNED;
            case EXPIRING -> "g.expires_on <= ?";
        };
    }

    private static UsedPower power(ResultSet row, int number) throws SQLException {
        return new UsedPower(
                new EntryId(row.getObject("entry_id", UUID.class)),
                new ListId(row.getObject("list_id", UUID.class)),
                new MatterId(row.getObject("matter_id", UUID.class)),
                row.getString("matter_code"),
                row.getString("matter_name"),
                BasisState.valueOf(row.getString("basis_state")),
                row.getString("original_authority"),
                row.getString("receiving_body"),
                DelegationMode.valueOf(row.getString("mode")),
                row.getString("sub_park"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                UseSql.figures(row),
                row.getObject("unused_since", LocalDate.class));
    }

    private static PowerDecision decision(ResultSet row, int number) throws SQLException {
        var source = row.getString("source");
        var outcome = row.getString("outcome");
        var acceptedOn = row.getObject("accepted_on", LocalDate.class);
        return new PowerDecision(
                new PowerDecisionId(row.getObject("id", UUID.class)),
                new EntryId(row.getObject("entry_id", UUID.class)),
                new MatterId(row.getObject("matter_id", UUID.class)),
                source.equals(DecisionStore.BY_HAND) ? null : source,
                row.getString("reference"),
                row.getBoolean("of_month") ? YearMonth.from(acceptedOn) : null,
                row.getInt("cases"),
                row.getString("applicant"),
                acceptedOn,
                row.getObject("due_on", LocalDate.class),
                row.getObject("decided_on", LocalDate.class),
                outcome == null ? null : DecisionOutcome.valueOf(outcome),
                row.getInt("overturned"),
                row.getObject("overturned_on", LocalDate.class),
                row.getString("overturned_why"),
                row.getString("recorded_name"),
                row.getBoolean("late"),
                row.getLong("version"));
    }
}

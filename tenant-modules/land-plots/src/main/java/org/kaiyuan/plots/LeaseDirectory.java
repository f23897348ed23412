package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking leases up: lists, one in full, and which end soon. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + PlotPermissions.FLOORS_READ + "')")
public class LeaseDirectory {
    /** The largest page. */
    public static final int MOST = 500;

    /** Months that {@link #ending} looks ahead at most. */
    public static final int MOST_MONTHS = 60;

    private static final String SELECT =
            """
            select l.*,
                   array(select b.number || ' ' || u.number from plots.lease_unit lu
                         join plots.unit u on u.tenant_id = lu.tenant_id and u.id = lu.unit_id
                         join plots.building b on b.tenant_id = u.tenant_id and b.id = u.building_id
                         where lu.tenant_id = l.tenant_id and lu.lease_id = l.id
                         order by b.number, u.number limit 20) as units,
                   (select coalesce(sum(i.amount_yuan - i.paid_yuan), 0) from plots.rent_instalment i
                    where i.tenant_id = l.tenant_id and i.lease_id = l.id and i.due_on < ?
                      and i.paid_yuan < i.amount_yuan) as overdue,
                   exists (select from plots.lease n
                           where n.tenant_id = l.tenant_id and n.renews = l.id) as renewed
            from plots.lease l where true\
            """;

    private final JdbcTemplate jdbc;
    private final LeaseStore store;
    private final ChangeHistory history;
    private final Clock clock;

    LeaseDirectory(JdbcTemplate jdbc, LeaseStore store, ChangeHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.history = history;
        this.clock = clock;
    }

    /**
     * A page of the leases, the newest changed first; where the filter asks for those that end by a day, the first to
     * end first. One statement.
     *
     * @param after {@link LeasePage#next()} of the page before, null for the first
     * @param limit at most {@link #MOST}
     * @throws org.kaiyuan.platform.records.CursorRefused when {@code after} is of no such list
     */
    public LeasePage find(LeaseFilter filter, @Nullable String after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var today = LocalDate.now(clock);
        var where = new StringBuilder(SELECT);
        var arguments = new ArrayList<Object>(List.of(today));
        narrow(filter, today, where, arguments);
        boolean byEnd = filter.endingBy() != null;
        if (byEnd) {
            var place = DayPlace.parse(after);
            if (place != null) {
                where.append(" and (l.last_day, l.id) > (?, ?)");
                arguments.addAll(List.of(place.day(), place.id()));
            }
        } else {
            var place = Moment.parse(after);
            if (place != null) {
                where.append(" and (l.updated_at, l.id) < (?, ?)");
                arguments.addAll(List.of(Timestamp.from(place.at()), place.id()));
            }
        }
        where.append(
                byEnd ? " order by l.last_day, l.id" : " order by l.updated_at desc, l.id desc");
        where.append(" limit ?");
        arguments.add(most + 1);
        var rows = jdbc.query(where.toString(), (row, n) -> row(row, today), arguments.toArray());
        if (rows.size() <= most) {
            return new LeasePage(rows, null);
        }
        var last = rows.get(most - 1);
        return new LeasePage(
                List.copyOf(rows.subList(0, most)),
                byEnd
                        ? new DayPlace(last.lastDay(), last.id().value()).cursor()
                        : new Moment(last.updatedAt(), last.id().value()).cursor());
    }

    /**
     * One in full.
     *
     * @throws UnknownLease when there is none, or it is another zone's
     */
    public LeaseDetails details(LeaseId id) {
        var lease = store.get(id);
        var today = LocalDate.now(clock);
        return new LeaseDetails(
                id,
                lease.version(),
                lease.number(),
                lease.enterprise(),
                lease.tenant(),
                units(id),
                lease.fromDay(),
                lease.terms(),
                lease.areaM2(),
                state(lease.fromDay(), lease.lastDay(), lease.end() != null, today),
                lease.renews(),
                jdbc
                        .query(
                                "select id from plots.lease where renews = ?",
                                FloorSql::uuid,
                                id.value())
                        .stream()
                        .map(LeaseId::new)
                        .findFirst()
                        .orElse(null),
                lease.end(),
                sums(id, today),
                lease.note());
    }

    /**
     * Its instalments, the earliest first; no more than its months.
     *
     * @throws UnknownLease when there is none
     */
    public List<RentInstalment> instalments(LeaseId id) {
        store.get(id);
        var today = LocalDate.now(clock);
        return jdbc.query(
                "select * from plots.rent_instalment where lease_id = ? order by from_day",
                (row, number) -> {
                    var due = row.getObject("due_on", LocalDate.class);
                    var amount = row.getBigDecimal("amount_yuan");
                    var paid = row.getBigDecimal("paid_yuan");
                    return new RentInstalment(
                            row.getObject("from_day", LocalDate.class),
                            row.getObject("to_day", LocalDate.class),
                            due,
                            amount,
                            paid,
                            paid.compareTo(amount) >= 0
                                    ? RentInstalmentState.PAID
                                    : due.isBefore(today)
                                            ? RentInstalmentState.OVERDUE
                                            : RentInstalmentState.OPEN);
                },
                id.value());
    }

    /**
     * Which leases end within some months from today, by month, the earliest first.
     *
     * @param months 1 to {@link #MOST_MONTHS}
     */
    public LeaseExpiry ending(int months) {
        var today = LocalDate.now(clock);
        var last = today.plusMonths(Math.clamp(months, 1, MOST_MONTHS));
        var counted =
                jdbc.query(
                        """
                        select date_trunc('month', l.last_day)::date, count(*),
                               count(*) filter (where n.id is not null), sum(l.area_m2) filter (where n.id is null)
                        from plots.lease l left join plots.lease n on n.tenant_id = l.tenant_id and n.renews = l.id
                        where l.last_day >= ? and l.last_day <= ? group by 1 order by 1\
                        """,
                        (row, number) ->
                                new LeaseExpiry.Month(
                                        YearMonth.from(row.getObject(1, LocalDate.class)),
                                        row.getInt(2),
                                        row.getInt(3),
                                        FloorSql.sum(row.getBigDecimal(4))),
                        today,
                        last);
        var leases =
                jdbc.query(
                        SELECT
                                + " and l.last_day >= ? and l.last_day <= ? order by l.last_day, l.id limit 500",
                        (row, number) -> row(row, today),
                        today,
                        today,
                        last);
        return new LeaseExpiry(counted, leases);
    }

    /**
     * What wants attention today; one statement.
     *
     * @param endingBy how far ahead an end is soon
     */
    public LeaseAttention attention(LocalDate endingBy) {
        var today = LocalDate.now(clock);
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        select (select count(*) from plots.lease l
                                where l.last_day >= ? and l.last_day <= ?
                                  and not exists (select from plots.lease n
                                                  where n.tenant_id = l.tenant_id and n.renews = l.id)),
                               (select count(*) from plots.rent_instalment where paid_yuan < amount_yuan and due_on < ?)\
                        """,
                        (row, number) -> new LeaseAttention(row.getInt(1), row.getInt(2)),
                        today,
                        endingBy,
                        today));
    }

    /**
     * Who changed what when, the newest first.
     *
     * @throws UnknownLease as {@link #details}
     */
    public List<ChangeEntry> history(LeaseId id, @Nullable ChangePlace before, int limit) {
        store.get(id);
        return history.of(List.of(id.value()), before, limit);
    }

    private RentSums sums(LeaseId id, LocalDate today) {
        var found =
                jdbc.queryForObject(
                        """
                        select coalesce(sum(amount_yuan), 0), coalesce(sum(amount_yuan) filter (where due_on <= ?), 0),
                               coalesce(sum(amount_yuan - paid_yuan) filter (where due_on < ?), 0),
                               coalesce(sum(paid_yuan), 0),
                               (select coalesce(sum(amount_yuan), 0) from plots.rent_payment where lease_id = ?)
                        from plots.rent_instalment where lease_id = ?\
                        """,
                        (row, number) -> {
                            var paid = row.getBigDecimal(5);
                            return new RentSums(
                                    row.getBigDecimal(1),
                                    row.getBigDecimal(2),
                                    paid,
                                    row.getBigDecimal(3),
                                    paid.subtract(row.getBigDecimal(4)).max(BigDecimal.ZERO));
                        },
                        today,
                        today,
                        id.value(),
                        id.value());
        return Objects.requireNonNull(found);
    }

    private List<LeaseDetails.LeasedUnit> units(LeaseId id) {
        return jdbc.query(
                """
                select u.id, b.id, b.name, u.number, lu.area_m2 from plots.lease_unit lu
                join plots.unit u on u.tenant_id = lu.tenant_id and u.id = lu.unit_id
                join plots.building b on b.tenant_id = u.tenant_id and b.id = u.building_id
                where lu.lease_id = ? order by b.number, u.number\
                """,
                (row, number) ->
                        new LeaseDetails.LeasedUnit(
                                new UnitId(row.getObject(1, UUID.class)),
                                new BuildingId(row.getObject(2, UUID.class)),
                                row.getString(3),
                                row.getString(4),
                                row.getBigDecimal(5)),
                id.value());
    }

    private static void narrow(
            LeaseFilter f, LocalDate today, StringBuilder where, List<Object> arguments) {
        if (f.text() != null && !f.text().isBlank()) {
            var text = f.text().strip().replace("\u0000", "");
            where.append(
                    " and (l.number >= ? and l.number < ? or l.tenant_name >= ? and l.tenant_name < ?)");
            arguments.addAll(List.of(text, text + ChineseText.LAST, text, text + ChineseText.LAST));
        }
        if (!f.states().isEmpty()) {
            where.append(
                    f.states().stream()
                            .sorted()
                            .map(state -> {
                                arguments.add(today);
                                return switch (state) {
                                    case TO_COME -> "l.from_day > ?";
                                    case RUNNING -> {
                                        arguments.add(today);
                                        yield "l.from_day <= ? and l.last_day >= ?";
                                    }
                                    case EXPIRED -> "l.ended_on is null and l.last_day < ?";
                                    case ENDED_EARLY -> "l.ended_on is not null and l.last_day < ?";
                                };
                            })
                            .collect(Collectors.joining(" or ", " and (", ")")));
        }
        if (f.building() != null || f.unit() != null) {
            where.append(
                    """
                     and exists (select from plots.lease_unit lu
                        join plots.unit u on u.tenant_id = lu.tenant_id and u.id = lu.unit_id
                        where lu.tenant_id = l.tenant_id and lu.lease_id = l.id\
                    """);
            if (f.building() != null) {
                where.append(" and u.building_id = ?");
                arguments.add(f.building().value());
            }
            if (f.unit() != null) {
                where.append(" and u.id = ?");
                arguments.add(f.unit().value());
            }
            where.append(')');
        }
        if (f.enterprise() != null) {
            where.append(" and l.enterprise_id = ?");
            arguments.add(f.enterprise());
        }
        if (f.endingBy() != null) {
            where.append(" and l.last_day >= ? and l.last_day <= ?");
            arguments.addAll(List.of(today, f.endingBy()));
        }
    }

    private static LeaseRow row(ResultSet row, LocalDate today) throws SQLException {
        var from = row.getObject("from_day", LocalDate.class);
        var last = row.getObject("last_day", LocalDate.class);
        return new LeaseRow(
                new LeaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getObject("enterprise_id", UUID.class),
                row.getString("tenant_name"),
                List.of((String[]) row.getArray("units").getArray()),
                from,
                last,
                row.getBigDecimal("area_m2"),
                row.getBigDecimal("rent_yuan_m2"),
                state(from, last, row.getObject("ended_on") != null, today),
                row.getBigDecimal("overdue"),
                row.getBoolean("renewed"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static LeaseState state(
            LocalDate from, LocalDate last, boolean endedEarly, LocalDate today) {
        if (from.isAfter(today)) {
            return LeaseState.TO_COME;
        }
        if (!last.isBefore(today)) {
            return LeaseState.RUNNING;
        }
        return endedEarly ? LeaseState.ENDED_EARLY : LeaseState.EXPIRED;
    }
}

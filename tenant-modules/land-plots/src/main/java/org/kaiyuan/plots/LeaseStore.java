package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.plots.domain.RentSchedule.Due;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leases as they are stored. Whoever gives units to a lease holds their rows, always in the order of their ids: so two
 * leases of one unit are looked at one after the other, and nobody waits in a circle.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LeaseStore {
    static final String LEASE = "plots.lease";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    LeaseStore(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A lease as it is stored.
     *
     * @param lastDay the day it ends, early or not
     */
    record Kept(
            LeaseId id,
            long version,
            String number,
            @Nullable UUID enterprise,
            String tenant,
            LocalDate fromDay,
            LocalDate lastDay,
            LeaseTerms terms,
            BigDecimal areaM2,
            @Nullable LeaseId renews,
            LeaseDetails.@Nullable EarlyEnd end,
            @Nullable String note) {}

    /** A unit that is held, so that it may be let. */
    record HeldUnit(UUID id, String number, BigDecimal areaM2, UnitState standing) {}

    /** @throws UnknownLease when there is none */
    Kept get(LeaseId id) {
        return find(id, "");
    }

    /**
     * Others who want to change it, or to record a payment, wait until the transaction ends.
     *
     * @throws UnknownLease when there is none
     */
    Kept hold(LeaseId id) {
        find(id, " for update");
        return get(id);
    }

    private Kept find(LeaseId id, String lock) {
        return jdbc
                .query(
                        "select * from plots.lease where id = ?" + lock,
                        (row, number) -> kept(id, row),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(UnknownLease::new);
    }

    /** Those that are in the register; others who want to let or remove them wait until the transaction ends. */
    List<HeldUnit> holdUnits(Collection<UUID> units) {
        return jdbc.query(
                """
                select id, number, area_m2, standing from plots.unit
                where id = any (?) and ended_on is null order by id for update\
                """,
                (row, number) ->
                        new HeldUnit(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getBigDecimal(3),
                                UnitState.valueOf(row.getString(4))),
                new Object[] {units.toArray(UUID[]::new)});
    }

    /**
     * The caller holds the units.
     *
     * @param except the lease that is changed; null for a new one
     * @throws UnitLeasedRefused when another lease has one of the units on one of the days
     */
    void refuseOverlap(
            Collection<UUID> units,
            LocalDate fromDay,
            LocalDate lastDay,
            @Nullable LeaseId except) {
        jdbc.query(
                """
                select u.number, l.number, lu.from_day, lu.last_day from plots.lease_unit lu
                join plots.unit u on u.tenant_id = lu.tenant_id and u.id = lu.unit_id
                join plots.lease l on l.tenant_id = lu.tenant_id and l.id = lu.lease_id
                where lu.unit_id = any (?) and lu.last_day >= ? and lu.from_day <= ? and lu.lease_id is distinct from ?
                order by lu.from_day, u.number limit 1\
                """,
                (RowCallbackHandler)
                        row -> {
                            throw UnitLeasedRefused.overlaps(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class));
                        },
                units.toArray(UUID[]::new),
                fromDay,
                lastDay,
                except == null ? null : except.value());
    }

    List<UUID> unitsOf(LeaseId id) {
        return jdbc.query(
                "select unit_id from plots.lease_unit where lease_id = ? order by unit_id",
                FloorSql::uuid,
                id.value());
    }

    /** @throws FloorNumberTaken when another lease has the number */
    void insert(
            LeaseId id,
            LeaseDraft draft,
            String tenant,
            List<HeldUnit> units,
            @Nullable LeaseId renews) {
        var zone = CurrentTenant.get().value();
        var now = Timestamp.from(clock.instant());
        var t = draft.terms();
        try {
            jdbc.update(
                    """
                    insert into plots.lease
                        (tenant_id, id, number, enterprise_id, tenant_name, from_day, to_day, last_day, area_m2, rent_yuan_m2,
                         deposit_yuan, step_percent, step_months, interval_months, due_day, note, renews, created_at, updated_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """,
                    zone,
                    id.value(),
                    draft.number(),
                    draft.enterprise(),
                    tenant,
                    draft.fromDay(),
                    t.toDay(),
                    t.toDay(),
                    area(units),
                    t.rentYuanM2(),
                    t.depositYuan(),
                    t.growth() == null ? null : t.growth().percent(),
                    t.growth() == null ? null : t.growth().everyMonths(),
                    t.intervalMonths(),
                    t.dueDay(),
                    draft.note(),
                    renews == null ? null : renews.value(),
                    now,
                    now);
        } catch (DuplicateKeyException taken) {
            if (String.valueOf(taken.getMessage()).contains("lease_renewed_once")) {
                throw LeaseRefused.renewed();
            }
            throw new FloorNumberTaken(draft.number());
        }
        jdbc.batchUpdate(
                """
                insert into plots.lease_unit (tenant_id, lease_id, unit_id, area_m2, from_day, last_day)
                values (?, ?, ?, ?, ?, ?)\
                """,
                units.stream()
                        .map(unit ->
                                new Object[] {
                                    zone,
                                    id.value(),
                                    unit.id(),
                                    unit.areaM2(),
                                    draft.fromDay(),
                                    t.toDay()
                                })
                        .toList());
        insertPeriods(id, t);
    }

    static BigDecimal area(List<HeldUnit> units) {
        return units.stream().map(HeldUnit::areaM2).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Writes what was agreed anew, and one version more.
     *
     * @throws FloorNumberTaken when another lease has the number
     */
    void update(
            LeaseId id,
            String number,
            @Nullable UUID enterprise,
            String tenant,
            LeaseTerms t,
            @Nullable String note) {
        try {
            jdbc.update(
                    """
                    update plots.lease
                    set number = ?, enterprise_id = ?, tenant_name = ?, to_day = ?, last_day = ?, rent_yuan_m2 = ?,
                        deposit_yuan = ?, step_percent = ?, step_months = ?, interval_months = ?, due_day = ?, note = ?,
                        updated_at = ?, version = version + 1
                    where id = ?\
                    """,
                    number,
                    enterprise,
                    tenant,
                    t.toDay(),
                    t.toDay(),
                    t.rentYuanM2(),
                    t.depositYuan(),
                    t.growth() == null ? null : t.growth().percent(),
                    t.growth() == null ? null : t.growth().everyMonths(),
                    t.intervalMonths(),
                    t.dueDay(),
                    note,
                    Timestamp.from(clock.instant()),
                    id.value());
        } catch (DuplicateKeyException taken) {
            throw new FloorNumberTaken(number);
        }
        jdbc.update("delete from plots.lease_free where lease_id = ?", id.value());
        jdbc.update("delete from plots.lease_step where lease_id = ?", id.value());
        insertPeriods(id, t);
        lastDay(id, t.toDay());
    }

    private void insertPeriods(LeaseId id, LeaseTerms t) {
        var zone = CurrentTenant.get().value();
        jdbc.batchUpdate(
                "insert into plots.lease_free (tenant_id, lease_id, from_day, to_day) values (?, ?, ?, ?)",
                t.free().stream()
                        .map(free -> new Object[] {zone, id.value(), free.fromDay(), free.toDay()})
                        .toList());
        jdbc.batchUpdate(
                "insert into plots.lease_step (tenant_id, lease_id, from_day, rent_yuan_m2) values (?, ?, ?, ?)",
                t.steps().stream()
                        .map(step ->
                                new Object[] {zone, id.value(), step.fromDay(), step.rentYuanM2()})
                        .toList());
    }

    /** Ends it early. */
    void end(LeaseId id, LeaseDetails.EarlyEnd end) {
        jdbc.update(
                """
                update plots.lease set ended_on = ?, last_day = ?, settled_on = ?, end_reason = ?, updated_at = ?,
                    version = version + 1
                where id = ?\
                """,
                end.lastDay(),
                end.lastDay(),
                end.settledOn(),
                end.reason(),
                Timestamp.from(clock.instant()),
                id.value());
        lastDay(id, end.lastDay());
    }

    private void lastDay(LeaseId id, LocalDate day) {
        jdbc.update(
                "update plots.lease_unit set last_day = ? where lease_id = ? and last_day <> ?",
                day,
                id.value(),
                day);
    }

    List<Due> instalments(LeaseId id) {
        return jdbc.query(
                "select from_day, to_day, due_on, amount_yuan from plots.rent_instalment where lease_id = ? order by from_day",
                (row, number) ->
                        new Due(
                                row.getObject(1, LocalDate.class),
                                row.getObject(2, LocalDate.class),
                                row.getObject(3, LocalDate.class),
                                row.getBigDecimal(4)),
                id.value());
    }

    /** These take the place of those that begin on that day or later; what was paid is spread anew. */
    void replace(LeaseId id, LocalDate from, List<Due> instalments) {
        jdbc.update(
                "delete from plots.rent_instalment where lease_id = ? and from_day >= ?",
                id.value(),
                from);
        var zone = CurrentTenant.get().value();
        jdbc.batchUpdate(
                """
                insert into plots.rent_instalment (tenant_id, lease_id, from_day, to_day, due_on, amount_yuan)
                values (?, ?, ?, ?, ?, ?)\
                """,
                instalments.stream()
                        .map(due ->
                                new Object[] {
                                    zone,
                                    id.value(),
                                    due.fromDay(),
                                    due.toDay(),
                                    due.dueOn(),
                                    due.amountYuan()
                                })
                        .toList());
        spread(id);
    }

    /** Lets payments pay instalments, the earliest first. */
    void spread(LeaseId id) {
        jdbc.update(
                """
                update plots.rent_instalment i set paid_yuan = s.paid
                from (select n.from_day,
                             greatest(0, least(n.amount_yuan, p.paid - coalesce(sum(n.amount_yuan) over (
                                 order by n.from_day rows between unbounded preceding and 1 preceding), 0))) as paid
                      from plots.rent_instalment n
                      cross join (select coalesce(sum(amount_yuan), 0) as paid from plots.rent_payment where lease_id = ?) p
                      where n.lease_id = ?) s
                where i.lease_id = ? and i.from_day = s.from_day and i.paid_yuan <> s.paid\
                """,
                id.value(),
                id.value(),
                id.value());
    }

    private Kept kept(LeaseId id, ResultSet row) throws SQLException {
        var ended = row.getObject("ended_on", LocalDate.class);
        return new Kept(
                id,
                row.getLong("version"),
                row.getString("number"),
                row.getObject("enterprise_id", UUID.class),
                row.getString("tenant_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                terms(id, row),
                row.getBigDecimal("area_m2"),
                FloorSql.lease(row, "renews"),
                ended == null
                        ? null
                        : new LeaseDetails.EarlyEnd(
                                ended,
                                row.getObject("settled_on", LocalDate.class),
                                row.getString("end_reason")),
                row.getString("note"));
    }

    private LeaseTerms terms(LeaseId id, ResultSet row) throws SQLException {
        var percent = row.getBigDecimal("step_percent");
        return new LeaseTerms(
                row.getObject("to_day", LocalDate.class),
                row.getBigDecimal("rent_yuan_m2"),
                row.getBigDecimal("deposit_yuan"),
                jdbc.query(
                        "select from_day, to_day from plots.lease_free where lease_id = ? order by from_day",
                        (free, number) ->
                                new LeaseTerms.FreeDays(
                                        free.getObject(1, LocalDate.class),
                                        free.getObject(2, LocalDate.class)),
                        id.value()),
                jdbc.query(
                        "select from_day, rent_yuan_m2 from plots.lease_step where lease_id = ? order by from_day",
                        (step, number) ->
                                new LeaseTerms.Step(
                                        step.getObject(1, LocalDate.class), step.getBigDecimal(2)),
                        id.value()),
                percent == null ? null : new LeaseTerms.Growth(percent, row.getInt("step_months")),
                row.getInt("interval_months"),
                row.getInt("due_day"));
    }
}

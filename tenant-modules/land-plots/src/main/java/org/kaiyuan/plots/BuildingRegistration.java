package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.plots.domain.BuildingRules;
import org.kaiyuan.plots.domain.Differences;
import org.kaiyuan.plots.domain.FloorText;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a building with its floors into the register, changing it, taking it out. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PlotPermissions.FLOORS_WRITE + "')")
public class BuildingRegistration {
    private final JdbcTemplate jdbc;
    private final FloorSql floors;
    private final FloorParties parties;
    private final CurrentPerson person;
    private final ChangeHistory history;
    private final Quotas quotas;
    private final Clock clock;

    BuildingRegistration(
            JdbcTemplate jdbc,
            FloorSql floors,
            FloorParties parties,
            CurrentPerson person,
            ChangeHistory history,
            Quotas quotas,
            Clock clock) {
        this.jdbc = jdbc;
        this.floors = floors;
        this.parties = parties;
        this.person = person;
        this.history = history;
        this.quotas = quotas;
        this.clock = clock;
    }

    /**
     * Takes it into the register, with its floors.
     *
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws FloorNumberTaken when another building has the number
     * @throws org.kaiyuan.platform.tenancy.QuotaRefused when the zone may not have more records
     */
    public BuildingId register(BuildingProfile profile) {
        var checked = checked(profile, null);
        quotas.refuseRecordsBeyond(1);
        var id = BuildingId.next();
        var now = Timestamp.from(clock.instant());
        try {
            jdbc.update(
                    """
                    insert into plots.building
                        (number, name, plot_id, longitude, latitude, built_m2, floors_above, floors_below, completed_on,
                         holder_id, holder_name, note, tenant_id, id, created_at, updated_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """,
                    FloorSql.values(checked, CurrentTenant.get().value(), id.value(), now, now));
        } catch (DuplicateKeyException taken) {
            throw new FloorNumberTaken(checked.number());
        }
        write(id, checked.floors());
        history.record(FloorSql.BUILDING, id.value(), "registered", List.of());
        return id;
    }

    /**
     * Changes what is known of it, floors included: those that are left out go.
     *
     * @param basedOn the version that the person saw
     * @return the version that is stored then
     * @throws UnknownBuilding when there is none
     * @throws FloorChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when a field is not as it must be, or a floor that would go has units
     * @throws FloorNumberTaken when another building has the number
     */
    public long revise(BuildingId id, long basedOn, BuildingProfile profile) {
        var now = hold(id, basedOn);
        var checked = checked(profile, now.profile());
        var changes = Differences.between(FloorText.of(now.profile()), FloorText.of(checked));
        if (changes.isEmpty() && now.profile().equals(checked)) {
            return basedOn;
        }
        try {
            jdbc.update(
                    """
                    update plots.building
                    set number = ?, name = ?, plot_id = ?, longitude = ?, latitude = ?, built_m2 = ?, floors_above = ?,
                        floors_below = ?, completed_on = ?, holder_id = ?, holder_name = ?, note = ?, updated_at = ?,
                        version = version + 1
                    where id = ?\
                    """,
                    FloorSql.values(checked, Timestamp.from(clock.instant()), id.value()));
        } catch (DuplicateKeyException taken) {
            throw new FloorNumberTaken(checked.number());
        }
        if (!now.profile().floors().equals(checked.floors())) {
            write(id, checked.floors());
        }
        history.record(FloorSql.BUILDING, id.value(), "revised", changes);
        return basedOn + 1;
    }

    /**
     * Takes it and its units out of the register; leases of the past keep speaking of them.
     *
     * @throws UnknownBuilding when there is none
     * @throws FloorChangedMeanwhile when somebody else was quicker
     * @throws UnitLeasedRefused when one of its units is let, now or later
     */
    public void remove(BuildingId id, long basedOn) {
        hold(id, basedOn);
        var today = LocalDate.now(clock);
        var now = Timestamp.from(clock.instant());
        var units =
                jdbc.query(
                        "select id from plots.unit where building_id = ? and ended_on is null order by id for update",
                        FloorSql::uuid,
                        id.value());
        floors.refuseLeased(units, today);
        jdbc.update(
                "update plots.unit set ended_on = ?, updated_at = ?, version = version + 1 where building_id = ? and ended_on is null",
                today,
                now,
                id.value());
        jdbc.update(
                "update plots.building set ended_on = ?, updated_at = ?, version = version + 1 where id = ?",
                today,
                now,
                id.value());
        history.recordEach(FloorSql.UNIT, units, "removed", List.of());
        history.record(FloorSql.BUILDING, id.value(), "removed", List.of());
    }

    private FloorSql.KeptBuilding hold(BuildingId id, long basedOn) {
        var now = floors.building(id, true);
        if (now.version() != basedOn) {
            throw new FloorChangedMeanwhile(
                    now.version(),
                    history.newest(id.value(), (int) Math.clamp(now.version() - basedOn, 1, 50)));
        }
        return now;
    }

    private BuildingProfile checked(BuildingProfile profile, @Nullable BuildingProfile before) {
        var b = BuildingRules.checked(profile);
        refuseUnknown(b.plot(), before == null ? null : before.plot());
        return new BuildingProfile(
                b.number(),
                b.name(),
                b.plot(),
                b.longitude(),
                b.latitude(),
                b.builtM2(),
                b.floorsAbove(),
                b.floorsBelow(),
                b.completedOn(),
                b.holderId(),
                parties.name(
                        "holderId",
                        b.holderId(),
                        before == null ? null : before.holderId(),
                        b.holderName()),
                b.note(),
                b.floors());
    }

    /**
     * Whoever may not see plots learns nothing of them here, and leaves what others have said. One whose place others
     * take just now is waited for.
     */
    private void refuseUnknown(@Nullable PlotId plot, @Nullable PlotId before) {
        if (Objects.equals(plot, before)) {
            return;
        }
        boolean known =
                person.may(PlotPermissions.READ)
                        && (plot == null
                                || !jdbc.queryForList(
                                                "select 1 from plots.plot where id = ? and ended_on is null for share",
                                                plot.value())
                                        .isEmpty());
        if (!known) {
            throw new PlotFieldsRefused("plot", "plots.rule.plot");
        }
    }

    /** A floor with units cannot go: the units' reference to it says so. */
    private void write(BuildingId id, List<BuildingProfile.Floor> all) {
        var levels = all.stream().map(BuildingProfile.Floor::level).toArray(Integer[]::new);
        try {
            jdbc.update(
                    "delete from plots.floor where building_id = ? and not level = any (?)",
                    id.value(),
                    levels);
        } catch (DataIntegrityViolationException used) {
            throw new PlotFieldsRefused("floors", "plots.rule.floorUsed");
        }
        jdbc.batchUpdate(
                """
                insert into plots.floor (tenant_id, building_id, level, gross_m2) values (?, ?, ?, ?)
                on conflict (tenant_id, building_id, level) do update set gross_m2 = excluded.gross_m2\
                """,
                all.stream()
                        .map(floor ->
                                new @Nullable Object[] {
                                    CurrentTenant.get().value(),
                                    id.value(),
                                    floor.level(),
                                    floor.grossM2()
                                })
                        .toList());
    }
}

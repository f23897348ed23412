package org.kaiyuan.plots;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** Taking a unit into the register, changing it, taking it out. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PlotPermissions.FLOORS_WRITE + "')")
public class UnitRegistration {
    private final JdbcTemplate jdbc;
    private final FloorSql floors;
    private final ChangeHistory history;
    private final Quotas quotas;
    private final Clock clock;

    UnitRegistration(
            JdbcTemplate jdbc, FloorSql floors, ChangeHistory history, Quotas quotas, Clock clock) {
        this.jdbc = jdbc;
        this.floors = floors;
        this.history = history;
        this.quotas = quotas;
        this.clock = clock;
    }

    /**
     * Takes it into the register.
     *
     * @throws UnknownBuilding when there is none
     * @throws PlotFieldsRefused when a field is not as it must be, or the building has no such floor
     * @throws FloorNumberTaken when another unit of the building has the number
     * @throws org.kaiyuan.platform.tenancy.QuotaRefused when the zone may not have more records
     */
    public UnitId add(BuildingId building, UnitProfile profile) {
        var checked = BuildingRules.checked(profile);
        quotas.refuseRecordsBeyond(1);
        floors.building(building, true);
        var id = UnitId.next();
        var now = Timestamp.from(clock.instant());
        try {
            jdbc.update(
                    """
                    insert into plots.unit
                        (level, number, area_m2, load_kn_m2, clear_height_m, power_kva, crane_t, used_for, standing, note,
                         tenant_id, id, building_id, created_at, updated_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """,
                    FloorSql.values(
                            checked,
                            CurrentTenant.get().value(),
                            id.value(),
                            building.value(),
                            now,
                            now));
        } catch (DataIntegrityViolationException refused) {
            throw refused(checked, refused);
        }
        history.record(FloorSql.UNIT, id.value(), "registered", List.of());
        return id;
    }

    /**
     * Changes what is known of it; leases keep the area that they agreed on.
     *
     * @param basedOn the version that the person saw
     * @return the version that is stored then
     * @throws UnknownUnit when there is none
     * @throws FloorChangedMeanwhile when somebody else was quicker
     * @throws PlotFieldsRefused when a field is not as it must be, or the building has no such floor
     * @throws FloorNumberTaken when another unit of the building has the number
     */
    public long revise(UnitId id, long basedOn, UnitProfile profile) {
        var before = hold(id, basedOn);
        var checked = BuildingRules.checked(profile);
        var changes = Differences.between(FloorText.of(before.profile()), FloorText.of(checked));
        if (changes.isEmpty()) {
            return basedOn;
        }
        try {
            jdbc.update(
                    """
                    update plots.unit
                    set level = ?, number = ?, area_m2 = ?, load_kn_m2 = ?, clear_height_m = ?, power_kva = ?, crane_t = ?,
                        used_for = ?, standing = ?, note = ?, updated_at = ?, version = version + 1
                    where id = ?\
                    """,
                    FloorSql.values(checked, Timestamp.from(clock.instant()), id.value()));
        } catch (DataIntegrityViolationException refused) {
            throw refused(checked, refused);
        }
        history.record(FloorSql.UNIT, id.value(), "revised", changes);
        return basedOn + 1;
    }

    /**
     * Takes it out of the register; leases of the past keep speaking of it.
     *
     * @throws UnknownUnit when there is none
     * @throws FloorChangedMeanwhile when somebody else was quicker
     * @throws UnitLeasedRefused when it is let, now or later
     */
    public void remove(UnitId id, long basedOn) {
        hold(id, basedOn);
        var today = LocalDate.now(clock);
        floors.refuseLeased(List.of(id.value()), today);
        jdbc.update(
                "update plots.unit set ended_on = ?, updated_at = ?, version = version + 1 where id = ?",
                today,
                Timestamp.from(clock.instant()),
                id.value());
        history.record(FloorSql.UNIT, id.value(), "removed", List.of());
    }

    private FloorSql.KeptUnit hold(UnitId id, long basedOn) {
        var now = floors.holdUnit(id);
        if (now.version() != basedOn) {
            throw new FloorChangedMeanwhile(
                    now.version(),
                    history.newest(id.value(), (int) Math.clamp(now.version() - basedOn, 1, 50)));
        }
        return now;
    }

    private static RuntimeException refused(
            UnitProfile unit, DataIntegrityViolationException refused) {
        return refused instanceof DuplicateKeyException
                ? new FloorNumberTaken(unit.number())
                : new PlotFieldsRefused("level", "plots.rule.floor");
    }
}

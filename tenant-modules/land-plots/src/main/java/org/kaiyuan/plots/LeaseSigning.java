package org.kaiyuan.plots;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.tenancy.Quotas;
import org.kaiyuan.plots.domain.BuildingRules;
import org.kaiyuan.plots.domain.LeaseRules;
import org.kaiyuan.plots.domain.RentSchedule;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letting units: by a first lease, or by one that follows another. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PlotPermissions.LEASES + "')")
public class LeaseSigning {
    private final LeaseStore store;
    private final FloorParties parties;
    private final ChangeHistory history;
    private final Quotas quotas;

    LeaseSigning(LeaseStore store, FloorParties parties, ChangeHistory history, Quotas quotas) {
        this.store = store;
        this.parties = parties;
        this.history = history;
        this.quotas = quotas;
    }

    /**
     * Lets the units; of many who try at once, one gets them.
     *
     * @throws PlotFieldsRefused when a field is not as it must be, or there is no such unit or enterprise
     * @throws UnitLeasedRefused when a unit is let on one of the days, in own use, or kept from leasing
     * @throws FloorNumberTaken when another lease has the number
     * @throws org.kaiyuan.platform.tenancy.QuotaRefused when the zone may not have more records
     */
    public LeaseId sign(LeaseDraft draft) {
        return sign(LeaseRules.checked(draft), null);
    }

    /**
     * Lets the same units to the same tenant again, from the day after the last one on (续租).
     *
     * @param number 合同编号 of the new lease
     * @return the new lease
     * @throws UnknownLease when there is none
     * @throws LeaseRefused when it was ended early, or another lease follows it already
     * @throws PlotFieldsRefused when a field is not as it must be
     * @throws UnitLeasedRefused when a unit is let to somebody else then
     * @throws FloorNumberTaken when another lease has the number
     */
    public LeaseId renew(LeaseId id, String number, LeaseTerms terms, @Nullable String note) {
        var before = store.hold(id);
        if (before.end() != null) {
            throw LeaseRefused.ended();
        }
        var draft =
                LeaseRules.checked(
                        new LeaseDraft(
                                number,
                                before.enterprise(),
                                before.tenant(),
                                store.unitsOf(id).stream()
                                        .map(UnitId::new)
                                        .collect(Collectors.toSet()),
                                before.lastDay().plusDays(1),
                                terms,
                                note));
        var renewed = sign(draft, before);
        history.record(
                LeaseStore.LEASE,
                id.value(),
                "renewed",
                List.of(new FieldChange("number", null, draft.number())));
        return renewed;
    }

    private LeaseId sign(LeaseDraft draft, LeaseStore.@Nullable Kept before) {
        var tenant =
                parties.name(
                        "enterprise",
                        draft.enterprise(),
                        before == null ? null : before.enterprise(),
                        draft.tenant());
        if (tenant == null) {
            throw new PlotFieldsRefused("tenant", "plots.rule.required");
        }
        quotas.refuseRecordsBeyond(1);
        var units = hold(draft.units(), before != null);
        store.refuseOverlap(
                units.stream().map(LeaseStore.HeldUnit::id).toList(),
                draft.fromDay(),
                draft.terms().toDay(),
                null);
        var id = LeaseId.next();
        store.insert(id, draft, tenant, units, before == null ? null : before.id());
        var schedule = new RentSchedule(draft.fromDay(), LeaseStore.area(units), draft.terms());
        store.replace(id, draft.fromDay(), schedule.all());
        history.record(
                LeaseStore.LEASE,
                id.value(),
                "signed",
                List.of(
                        new FieldChange("tenant", null, tenant),
                        new FieldChange(
                                "units",
                                null,
                                units.stream()
                                        .map(LeaseStore.HeldUnit::number)
                                        .collect(Collectors.joining("、")))));
        return id;
    }

    private List<LeaseStore.HeldUnit> hold(Set<UnitId> wanted, boolean anyStanding) {
        var units = store.holdUnits(wanted.stream().map(UnitId::value).toList());
        if (units.size() < wanted.size()) {
            throw new PlotFieldsRefused("units", "plots.rule.unit");
        }
        if (LeaseStore.area(units).compareTo(BuildingRules.MOST_M2) > 0) {
            throw new PlotFieldsRefused(
                    "units", "plots.rule.tooMuch", BuildingRules.MOST_M2.toPlainString());
        }
        for (var unit : units) {
            if (!anyStanding
                    && (unit.standing() == UnitState.OWN_USE
                            || unit.standing() == UnitState.NOT_FOR_LEASE)) {
                throw UnitLeasedRefused.notForLease(unit.number(), unit.standing());
            }
        }
        return units;
    }
}

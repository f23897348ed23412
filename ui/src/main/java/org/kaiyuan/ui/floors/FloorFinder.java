package org.kaiyuan.ui.floors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.plots.BuildingDirectory;
import org.kaiyuan.plots.LeaseDirectory;
import org.kaiyuan.plots.LeaseFilter;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Finder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets Ctrl/⌘ K find buildings by number or name, and leases by number or tenant. */
@Component
@Order(4)
class FloorFinder implements Finder {
    private static final int MOST = 4;

    private final BuildingDirectory buildings;
    private final LeaseDirectory leases;
    private final CurrentPerson person;

    FloorFinder(BuildingDirectory buildings, LeaseDirectory leases, CurrentPerson person) {
        this.buildings = buildings;
        this.leases = leases;
        this.person = person;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        if (typed.isBlank() || !person.may(PlotPermissions.FLOORS_READ)) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        buildings
                .find(typed.strip(), null, null, MOST)
                .items()
                .forEach(building ->
                        found.add(
                                new Found(
                                                Glyph.Of.BUILDING,
                                                building.number() + " " + building.name(),
                                                building.holderName(),
                                                FloorNavigation.building(building.id()))
                                        .exactWhere(typed, building.number(), building.name())));
        leases.find(LeaseFilter.of(typed), null, MOST)
                .items()
                .forEach(lease ->
                        found.add(
                                new Found(
                                                Glyph.Of.FILE,
                                                lease.number() + " " + lease.tenant(),
                                                String.join("、", lease.units()),
                                                FloorNavigation.lease(lease.id()))
                                        .exactWhere(typed, lease.number())));
        return found;
    }
}

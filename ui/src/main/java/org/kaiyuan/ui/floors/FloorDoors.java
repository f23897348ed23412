package org.kaiyuan.ui.floors;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.BuildingDirectory;
import org.kaiyuan.plots.BuildingRegistration;
import org.kaiyuan.plots.LeaseDirectory;
import org.kaiyuan.plots.LeaseKeeping;
import org.kaiyuan.plots.LeaseSigning;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotMatching;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.RentPayments;
import org.kaiyuan.plots.UnitDirectory;
import org.kaiyuan.plots.UnitRegistration;
import org.kaiyuan.plots.Vacancies;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.springframework.stereotype.Component;

/** The use cases behind the pages of buildings and leases, and what the person may do there. */
@Component
record FloorDoors(
        BuildingDirectory buildings,
        BuildingRegistration registration,
        UnitDirectory units,
        UnitRegistration unitRegistration,
        LeaseDirectory leases,
        LeaseSigning signing,
        LeaseKeeping keeping,
        RentPayments payments,
        Vacancies vacancies,
        PlotMatching matching,
        PlotDirectory plots,
        EnterpriseDirectory enterprises,
        CurrentPerson person,
        Messages messages,
        Clock clock) {
    LocalDate today() {
        return LocalDate.now(clock);
    }

    boolean writes() {
        return person.may(PlotPermissions.FLOORS_WRITE);
    }

    boolean leasesOut() {
        return person.may(PlotPermissions.LEASES);
    }

    /** Who keeps floors for the zone may see no land. */
    boolean seesPlots() {
        return person.may(PlotPermissions.READ);
    }

    boolean seesLeads() {
        return person.may(LeadPermissions.READ);
    }

    boolean seesEnterprises() {
        return person.may(EnterprisePermissions.READ);
    }

    /** Null where the person may not see any. */
    @Nullable EnterpriseChoice choice() {
        return seesEnterprises() ? new EnterpriseChoice(enterprises) : null;
    }
}

package org.kaiyuan.ui.supply;

import java.time.Clock;
import java.time.LocalDate;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadSearch;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.ConstructionFacts;
import org.kaiyuan.plots.LeaseChecks;
import org.kaiyuan.plots.LowPlots;
import org.kaiyuan.plots.PlotIdle;
import org.kaiyuan.plots.PlotLedgers;
import org.kaiyuan.plots.PlotVerifications;
import org.kaiyuan.plots.SupplyContracts;
import org.kaiyuan.plots.SupplyPayments;
import org.kaiyuan.plots.SupplyRulesKeeping;
import org.springframework.stereotype.Component;

/** The use cases behind the pages of supply. */
@Component
record SupplyDoors(
        SupplyContracts contracts,
        SupplyPayments payments,
        ConstructionFacts construction,
        LeaseChecks leaseChecks,
        PlotIdle idle,
        PlotVerifications verifications,
        PlotLedgers ledgers,
        LowPlots low,
        SupplyRulesKeeping rules,
        EnterpriseDirectory enterprises,
        LeadDirectory leadList,
        LeadSearch leads,
        CurrentPerson person,
        Messages messages,
        Clock clock) {
    LocalDate today() {
        return LocalDate.now(clock);
    }
}

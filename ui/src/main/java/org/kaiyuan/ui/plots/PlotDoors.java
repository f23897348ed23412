package org.kaiyuan.ui.plots;

import java.time.Clock;
import java.time.LocalDate;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadSearch;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.LayerKeeping;
import org.kaiyuan.plots.PlotCertificates;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotExport;
import org.kaiyuan.plots.PlotImport;
import org.kaiyuan.plots.PlotLineage;
import org.kaiyuan.plots.PlotMap;
import org.kaiyuan.plots.PlotMoves;
import org.kaiyuan.plots.PlotRatings;
import org.kaiyuan.plots.PlotRegistration;
import org.kaiyuan.plots.PlotReservations;
import org.kaiyuan.plots.PlotRights;
import org.kaiyuan.plots.PlotSavedViews;
import org.springframework.stereotype.Component;

/** The use cases behind the pages of land. */
@Component
record PlotDoors(
        PlotDirectory directory,
        PlotMap map,
        PlotRatings ratings,
        PlotMoves moves,
        PlotRegistration registration,
        PlotImport imports,
        LayerKeeping layers,
        PlotReservations reservations,
        PlotSavedViews views,
        PlotLineage lineage,
        PlotRights rights,
        PlotCertificates certificates,
        PlotExport export,
        LeadDirectory leadList,
        LeadSearch leads,
        MapSettings settings,
        CurrentPerson person,
        Messages messages,
        Clock clock) {
    LocalDate today() {
        return LocalDate.now(clock);
    }
}

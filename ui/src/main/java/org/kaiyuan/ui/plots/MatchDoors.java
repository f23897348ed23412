package org.kaiyuan.ui.plots;

import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.PlotMatching;
import org.kaiyuan.plots.PlotPreferences;
import org.kaiyuan.plots.ReservationTasks;
import org.springframework.stereotype.Component;

/** The use cases that bring leads and places together. */
@Component
record MatchDoors(
        PlotMatching matching,
        PlotPreferences preferences,
        ReservationTasks tasks,
        LeadDirectory leads,
        CurrentPerson person,
        Messages messages) {}

package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.plots.PlotDetails;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The leads that would fit a plot, on its page. */
@Component
@Order(5)
class LeadsTab implements PlotTab {
    private final MatchDoors doors;

    LeadsTab(MatchDoors doors) {
        this.doors = doors;
    }

    @Override
    public String key() {
        return "leads";
    }

    @Override
    public String titleKey() {
        return "ui.plots.tab.leads";
    }

    @Override
    public com.vaadin.flow.component.Component of(PlotDetails plot, SerializableRunnable changed) {
        boolean open =
                plot.endedOn() == null
                        && plot.state().isOpen()
                        && doors.person().may(LeadPermissions.READ);
        return open
                ? LeadMatchPanel.of(
                        doors.matching().leads(plot.id()),
                        doors.messages(),
                        UI.getCurrent().getLocale())
                : LeadMatchPanel.notOpen();
    }
}

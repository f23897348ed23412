package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotReservations;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.leads.LeadChoice;

/** Holding a plot for a lead until a day. */
final class ReserveDialog {
    private static final int USUAL_DAYS = 60;

    private ReserveDialog() {}

    static AskDialog of(PlotDoors doors, PlotId plot, SerializableRunnable reserved) {
        ComboBox<LeadRow> lead =
                new LeadChoice(doors.leadList(), doors.leads(), doors.person()).field();
        DatePicker until = new DayField();
        until.setMin(doors.today());
        until.setMax(doors.today().plusDays(PlotReservations.MOST_DAYS));
        until.setValue(doors.today().plusDays(USUAL_DAYS));
        var queue = new Checkbox(lead.getTranslation("ui.plots.reserve.queue"));
        var title = lead.getTranslation("ui.plots.reserve");
        var dialog =
                new AskDialog(
                        title,
                        title,
                        () -> {
                            var needed = new Needed();
                            var chosen = needed.given("lead", lead.getValue());
                            var day = needed.day("until", until.getValue());
                            needed.refuse();
                            doors.reservations()
                                    .reserve(
                                            plot, chosen.orElseThrow().id(), day, queue.getValue());
                            Tell.done(lead.getTranslation("ui.plots.reserved"));
                            reserved.run();
                        });
        lead.setRequiredIndicatorVisible(true);
        dialog.with("lead", lead.getTranslation("ui.plots.reserve.lead"), lead);
        dialog.with("until", lead.getTranslation("ui.plots.reserve.until"), until);
        dialog.form.add(queue);
        return dialog;
    }
}

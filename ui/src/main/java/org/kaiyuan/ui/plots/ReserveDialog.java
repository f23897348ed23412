package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotReservations;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Tell;

/** Holding a plot for a lead until a day. */
class ReserveDialog extends Dialog {
    private static final int USUAL_DAYS = 60;

    /** A box offers so many; who wants another types more of its name. */
    private static final int OFFERED = 20;

    final ComboBox<LeadRow> lead = new ComboBox<>();
    final DatePicker until = new DayField();
    final Checkbox queue = new Checkbox();
    final Button go = new Button();

    ReserveDialog(PlotDoors doors, PlotId plot, SerializableRunnable reserved) {
        setHeaderTitle(getTranslation("ui.plots.reserve"));
        setWidth("min(520px, 94vw)");
        lead.setLabel(getTranslation("ui.plots.reserve.lead"));
        lead.setItemLabelGenerator(one -> one.projectName() + " · " + one.code());
        lead.setItems(query -> {
            query.getLimit(); // asked for or Vaadin complains
            return offered(doors, query.getFilter().orElse("")).skip(query.getOffset());
        });
        lead.setWidthFull();
        lead.setRequiredIndicatorVisible(true);
        lead.addValueChangeListener(change -> go.setEnabled(change.getValue() != null));
        until.setLabel(getTranslation("ui.plots.reserve.until"));
        until.setMin(doors.today());
        until.setMax(doors.today().plusDays(PlotReservations.MOST_DAYS));
        until.setValue(doors.today().plusDays(USUAL_DAYS));
        queue.setLabel(getTranslation("ui.plots.reserve.queue"));
        var form = new Div(lead, until, queue);
        form.addClassName("form-stack");
        add(form);
        go.setText(getTranslation("ui.plots.reserve"));
        go.setEnabled(false);
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(click -> {
            try {
                doors.reservations()
                        .reserve(plot, lead.getValue().id(), until.getValue(), queue.getValue());
                close();
                Tell.done(getTranslation("ui.plots.reserved"));
                reserved.run();
            } finally {
                go.setEnabled(isOpened());
            }
        });
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), go);
    }

    /** Those that are pursued; nothing is offered to who may not see leads. */
    private static Stream<LeadRow> offered(PlotDoors doors, String typed) {
        if (!doors.person().may(LeadPermissions.READ)) {
            return List.<LeadRow>of().stream();
        }
        var pursued = new LeadFilter.Draft().states(Set.of(LeadState.ACTIVE)).filter();
        return typed.isBlank()
                ? doors
                        .leadList()
                        .find(pursued, org.kaiyuan.leads.LeadOrder.CHANGED, null, OFFERED)
                        .items()
                        .stream()
                : doors.leads().search(typed, pursued, OFFERED).items().stream()
                        .map(find -> find.lead());
    }
}

package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.RefusedGround;
import org.kaiyuan.plots.RefusedPlotGate;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Moving a plot to another state: the day and the reason, or what the law has against it and where. */
class PlotMoveDialog extends Dialog {
    final DatePicker day = new DayField();
    final TextArea reason = new TextArea();
    final Div gates = new Div();
    final Button go = new Button();
    final Button where = new Button();

    /** @param map where the ground at fault is shown; null where there is none */
    PlotMoveDialog(
            PlotDoors doors,
            PlotDetails plot,
            PlotState to,
            @Nullable GroundMap map,
            SerializableRunnable moved) {
        var messages = doors.messages();
        var name = messages.of(getLocale(), to);
        setHeaderTitle(getTranslation("ui.plots.move", plot.profile().number(), name));
        setWidth("min(600px, 94vw)");
        addClassName("move-dialog");
        gates.getElement().setAttribute("role", "status");
        var refused = doors.moves().refusedGround(plot.id(), to);
        var marks = new FieldMarks(this).at("day", day).at("reason", reason);
        day.setLabel(getTranslation("ui.plots.move.day"));
        day.setValue(doors.today());
        day.setMax(doors.today());
        reason.setLabel(getTranslation("ui.plots.move.reason"));
        reason.setMaxLength(1000);
        reason.setWidthFull();
        go.setText(getTranslation("ui.plots.moveTo", name));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(click -> {
            try {
                if (marks.done(
                        () ->
                                doors.moves()
                                        .move(
                                                plot.id(),
                                                to,
                                                day.getValue(),
                                                reason.getValue().isBlank()
                                                        ? null
                                                        : reason.getValue()))) {
                    close();
                    Tell.done(getTranslation("ui.plots.moved", plot.profile().number(), name));
                    moved.run();
                }
            } finally {
                go.setEnabled(isOpened());
            }
        });
        where.setText(getTranslation("ui.plots.move.where"));
        where.setVisible(map != null && refused.stream().anyMatch(one -> one.at() != null));
        where.addClickListener(click -> {
            close();
            if (map != null) {
                map.showFaults(refused.stream().map(this::piece).flatMap(Optional::stream));
                map.scrollIntoView();
            }
        });
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), where, go);
        if (refused.isEmpty()) {
            add(day, reason);
        } else {
            gates.add(
                    new GateList(
                            getTranslation("plots.refusal.gates", name, refused.size()),
                            refused.stream()
                                    .map(one -> new RefusedPlotGate(one.gate(), one.areaM2()))
                                    .toList()));
            go.setVisible(false);
            where.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(gates);
        }
    }

    /** Where a paper is missing there is nothing to be shown. */
    private Optional<GroundMap.Piece> piece(RefusedGround refused) {
        return Optional.ofNullable(refused.at())
                .map(at ->
                        new GroundMap.Piece(
                                refused.gate().name(),
                                "fault",
                                "",
                                getTranslation(
                                        "plots.gate." + refused.gate() + ".area",
                                        Shown.figure(refused.areaM2())),
                                false,
                                at));
    }
}

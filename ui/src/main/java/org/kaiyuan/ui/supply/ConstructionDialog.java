package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.plots.Construction;
import org.kaiyuan.plots.ConstructionNote;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Units;
import org.kaiyuan.ui.plots.Needed;

/** How construction stands, as somebody saw it. */
final class ConstructionDialog {
    final DayField plannedStart = new DayField();
    final DayField plannedFinish = new DayField();
    final DayField plannedProduction = new DayField();
    final DayField started = new DayField();
    final DayField finished = new DayField();
    final DayField produced = new DayField();
    final BigDecimalField built = figure();
    final BigDecimalField floors = figure();
    final BigDecimalField invested = figure();
    final DayField seen = new DayField();
    final TextArea evidence = new TextArea();
    final AskDialog ask;

    ConstructionDialog(
            SupplyDoors doors, PlotDetails plot, Construction facts, SerializableRunnable changed) {
        ask =
                new AskDialog(
                        word("construction.enter"),
                        UI.getCurrent().getTranslation("ui.form.save"),
                        facts.version(),
                        basedOn -> {
                            var needed = new Needed();
                            var seenOn = needed.day("seenOn", seen.getValue());
                            var shown = needed.text("evidence", evidence.getValue());
                            needed.refuse();
                            doors.construction()
                                    .enter(
                                            plot.id(),
                                            basedOn,
                                            new ConstructionNote(
                                                    plannedStart.getValue(),
                                                    plannedFinish.getValue(),
                                                    plannedProduction.getValue(),
                                                    started.getValue(),
                                                    finished.getValue(),
                                                    produced.getValue(),
                                                    built.getValue(),
                                                    floors.getValue(),
                                                    Units.whole(invested.getValue()),
                                                    seenOn,
                                                    shown));
                            changed.run();
                        });
        ask.setWidth("min(760px, 96vw)");
        ask.setCloseOnOutsideClick(false);
        group("actual");
        day("startedOn", started).setHelperText(word("construction.startedOn.help"));
        day("finishedOn", finished);
        day("producedOn", produced);
        ask.with("builtM2", word("construction.builtM2"), built);
        ask.with("floorM2", word("construction.floorM2"), floors);
        ask.with("investedYuan", word("construction.invested"), invested)
                .setHelperText(word("construction.invested.help"));
        group("planned");
        day("plannedStartOn", plannedStart);
        day("plannedFinishOn", plannedFinish);
        day("plannedProductionOn", plannedProduction);
        group("proof");
        day("seenOn", seen).setRequiredIndicatorVisible(true);
        evidence.addClassName("wide");
        evidence.setRequiredIndicatorVisible(true);
        evidence.setMaxLength(2000);
        ask.with("evidence", word("construction.evidence"), evidence);
        seen.setValue(doors.today());
        var note = facts.note();
        if (note != null) {
            plannedStart.setValue(note.plannedStartOn());
            plannedFinish.setValue(note.plannedFinishOn());
            plannedProduction.setValue(note.plannedProductionOn());
            started.setValue(note.startedOn());
            finished.setValue(note.finishedOn());
            produced.setValue(note.producedOn());
            built.setValue(note.builtM2());
            floors.setValue(note.floorM2());
            invested.setValue(Units.tenThousands(note.investedYuan()));
        }
    }

    private DayField day(String key, DayField field) {
        field.setClearButtonVisible(true);
        return ask.with(key, word("construction." + key), field);
    }

    private void group(String key) {
        var head = new H3(word("construction.group." + key));
        head.addClassName("wide");
        ask.form.add(head);
    }

    private static String word(String key) {
        return UI.getCurrent().getTranslation("ui.supply." + key);
    }

    private static BigDecimalField figure() {
        var field = new BigDecimalField();
        field.addClassName("number");
        return field;
    }
}

package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BuildingDetails;
import org.kaiyuan.plots.BuildingDetails.StackedFloor;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.UnitProfile;
import org.kaiyuan.plots.UnitRow;
import org.kaiyuan.plots.UnitState;
import org.kaiyuan.plots.UnitUse;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** What is known of a unit, to be typed. */
final class UnitDialog {
    private UnitDialog() {}

    /**
     * @param unit null for a new one
     * @param level floor of a new one; null for the lowest
     */
    static AskDialog open(
            FloorDoors doors,
            BuildingDetails building,
            @Nullable UnitRow unit,
            @Nullable Integer level,
            SerializableRunnable changed) {
        var locale = UI.getCurrent().getLocale();
        var floor = new Select<Integer>();
        floor.setItems(building.floors().stream().map(StackedFloor::level).toList());
        floor.setItemLabelGenerator(FloorCells::level);
        var number = new TextField();
        var area = new BigDecimalField();
        var use = new Select<UnitUse>();
        use.setItems(UnitUse.values());
        use.setItemLabelGenerator(one -> doors.messages().of(locale, one));
        var state = new Select<UnitState>();
        state.setItems(Arrays.stream(UnitState.values()).filter(UnitState::canBeEntered).toList());
        state.setItemLabelGenerator(one -> doors.messages().of(locale, one));
        var load = new BigDecimalField();
        var height = new BigDecimalField();
        var power = new BigDecimalField();
        var crane = new BigDecimalField();
        var note = new TextArea();
        if (unit == null) {
            if (level != null) {
                floor.setValue(level);
            } else if (!building.floors().isEmpty()) {
                floor.setValue(building.floors().getLast().level());
            }
            use.setValue(UnitUse.WORKSHOP);
            state.setValue(UnitState.VACANT);
        } else {
            var p = unit.profile();
            floor.setValue(p.level());
            number.setValue(p.number());
            area.setValue(p.areaM2());
            use.setValue(p.use());
            state.setValue(p.state());
            load.setValue(p.loadKnM2());
            height.setValue(p.clearHeightM());
            power.setValue(p.powerKva());
            crane.setValue(p.craneT());
            note.setValue(Objects.requireNonNullElse(p.note(), ""));
        }
        var dialog =
                new AskDialog(
                        unit == null
                                ? UI.getCurrent().getTranslation("ui.floors.units.add")
                                : UI.getCurrent()
                                        .getTranslation(
                                                "ui.floors.edit.of", unit.profile().number()),
                        UI.getCurrent().getTranslation("ui.form.save"),
                        unit == null ? 0 : unit.version(),
                        basedOn -> {
                            var typed =
                                    new UnitProfile(
                                            floor.getValue() == null ? 0 : floor.getValue(),
                                            number.getValue(),
                                            given(area.getValue()),
                                            load.getValue(),
                                            height.getValue(),
                                            power.getValue(),
                                            crane.getValue(),
                                            use.getValue(),
                                            state.getValue(),
                                            note.getValue());
                            AtFields.told(
                                    "state",
                                    () -> {
                                        if (unit == null) {
                                            doors.unitRegistration().add(building.id(), typed);
                                        } else {
                                            doors.unitRegistration()
                                                    .revise(unit.id(), basedOn, typed);
                                        }
                                    });
                            Tell.done(UI.getCurrent().getTranslation("ui.form.saved"));
                            changed.run();
                        });
        dialog.with("level", word("ui.floors.level.name"), floor);
        dialog.with("number", word("ui.floors.unit.number"), number)
                .setRequiredIndicatorVisible(true);
        dialog.with("areaM2", word("ui.floors.unit.area"), area).setRequiredIndicatorVisible(true);
        dialog.with("use", word("plots.floorColumn.use"), use);
        dialog.with("state", word("ui.floors.unit.standing"), state);
        dialog.with("loadKnM2", word("ui.floors.unit.load"), load);
        dialog.with("clearHeightM", word("ui.floors.unit.height"), height);
        dialog.with("powerKva", word("ui.floors.unit.power"), power);
        dialog.with("craneT", word("ui.floors.unit.crane"), crane);
        dialog.with("note", word("plots.floorColumn.note"), note).addClassName("wide");
        state.setHelperText(word("ui.floors.unit.standing.detail"));
        load.setValueChangeMode(ValueChangeMode.EAGER);
        load.addValueChangeListener(change -> load.setHelperText(tonnes(change.getValue())));
        load.setHelperText(tonnes(load.getValue()));
        dialog.open();
        return dialog;
    }

    private static String word(String key) {
        return UI.getCurrent().getTranslation(key);
    }

    /** People speak of tonnes. */
    private static String tonnes(@Nullable BigDecimal knPerM2) {
        return knPerM2 == null
                ? UI.getCurrent().getTranslation("ui.floors.unit.load.detail")
                : "≈ "
                        + Shown.figure(FloorCells.tonnes(knPerM2))
                        + " "
                        + word("ui.floors.tonnesPerM2");
    }

    private static BigDecimal given(@Nullable BigDecimal typed) {
        if (typed == null) {
            throw new PlotFieldsRefused("areaM2", "plots.rule.required");
        }
        return typed;
    }
}

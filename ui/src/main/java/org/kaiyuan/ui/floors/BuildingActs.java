package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kaiyuan.plots.BuildingDetails;
import org.kaiyuan.plots.BuildingDetails.StackedFloor;
import org.kaiyuan.plots.BuildingProfile;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.Removal;
import org.kaiyuan.ui.kit.Tell;

/** What may be done with a building, each in a dialog of its own. */
record BuildingActs(FloorDoors doors, BuildingDetails building, SerializableRunnable changed) {

    /** On top of what others have changed meanwhile. */
    AskDialog addFloor() {
        var level = new IntegerField();
        var gross = new BigDecimalField();
        level.setStepButtonsVisible(true);
        level.setHelperText(say("ui.floors.level.detail"));
        level.setValue(
                building.floors().stream()
                                .mapToInt(StackedFloor::level)
                                .filter(one -> one > 0)
                                .max()
                                .orElse(0)
                        + 1);
        var dialog =
                new AskDialog(
                        say("ui.floors.floors.add"),
                        say("ui.form.save"),
                        () -> {
                            add(
                                    new BuildingProfile.Floor(
                                            Objects.requireNonNullElse(level.getValue(), 0),
                                            gross.getValue()));
                            changed.run();
                        });
        dialog.with("floors", say("ui.floors.level"), level);
        dialog.with("grossM2", say("ui.floors.gross"), gross);
        dialog.open();
        return dialog;
    }

    private void add(BuildingProfile.Floor floor) {
        var now = doors.buildings().details(building.id());
        var floors = new ArrayList<>(now.profile().floors());
        floors.add(floor);
        AtFields.told(
                "floors",
                () ->
                        doors.registration()
                                .revise(now.id(), now.version(), with(now.profile(), floors)));
    }

    private static BuildingProfile with(BuildingProfile p, List<BuildingProfile.Floor> floors) {
        return new BuildingProfile(
                p.number(),
                p.name(),
                p.plot(),
                p.longitude(),
                p.latitude(),
                p.builtM2(),
                p.floorsAbove(),
                p.floorsBelow(),
                p.completedOn(),
                p.holderId(),
                p.holderName(),
                p.note(),
                floors);
    }

    /** With its units. */
    void remove(SerializableRunnable gone) {
        var name = building.profile().name();
        Removal.ask(
                say("ui.floors.building.remove", name),
                say("ui.floors.building.remove.detail"),
                say("ui.floors.remove"),
                () -> {
                    doors.registration().remove(building.id(), building.version());
                    Tell.done(say("ui.floors.building.removed", name));
                    gone.run();
                });
    }

    private static String say(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}

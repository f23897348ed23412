package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BuildingProfile;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.Rows;

/** What is known of a building and its floors, to be typed. */
class BuildingFields extends Div {
    static final BuildingProfile EMPTY = BuildingProfile.named("", "", List.of());
    private static final int OFFERED = 20;

    final TextField number = new TextField();
    final TextField name = new TextField();
    final ComboBox<Ground> plot = new ComboBox<>();
    final BigDecimalField longitude = new BigDecimalField();
    final BigDecimalField latitude = new BigDecimalField();
    final BigDecimalField built = new BigDecimalField();
    final IntegerField above = new IntegerField();
    final IntegerField below = new IntegerField();
    final DatePicker completed = new DayField();
    final ComboBox<EnterpriseChoice.Entry> holder;
    final TextField holderName = new TextField();
    final TextArea note = new TextArea();
    final Rows<BuildingProfile.Floor> floors;
    final FieldMarks marks = new FieldMarks(this);

    private final transient FloorDoors doors;
    private final transient @Nullable EnterpriseChoice enterprises;
    private transient BuildingProfile shown = EMPTY;

    /** A plot as it is offered. */
    record Ground(PlotId id, String number, String name) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Ground ground && ground.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    BuildingFields(FloorDoors doors) {
        this.doors = doors;
        enterprises = doors.choice();
        holder = enterprises == null ? new ComboBox<>() : enterprises.field();
        holder.setVisible(enterprises != null);
        floors =
                new Rows<>(
                        getTranslation("ui.floors.floors"),
                        getTranslation("ui.floors.floors.add"),
                        this::floor);
        plot.setVisible(doors.seesPlots());
        plot.setClearButtonVisible(true);
        plot.setItemLabelGenerator(one -> one.number() + " " + one.name());
        plot.setItems(query -> {
            query.getLimit(); // asked for or Vaadin complains
            return plots(query.getFilter().orElse("")).skip(query.getOffset());
        });
        number.setRequiredIndicatorVisible(true);
        name.setRequiredIndicatorVisible(true);
        addClassName("form-groups");
        group(
                "ui.floors.group.building",
                field("number", "ui.floors.building.number", number),
                field("name", "ui.floors.building.name", name),
                field("builtM2", "ui.floors.built", built),
                field("completedOn", "plots.floorColumn.completedOn", completed),
                field("floorsAbove", "plots.floorColumn.floorsAbove", above),
                field("floorsBelow", "plots.floorColumn.floorsBelow", below));
        group("ui.floors.floors", wide(field("floors", "ui.floors.floors.detail", floors)));
        group(
                "ui.floors.group.place",
                field("plot", "ui.floors.plot", plot),
                field("longitude", "ui.floors.longitude", longitude),
                field("latitude", "ui.floors.latitude", latitude));
        group(
                "ui.floors.group.holder",
                field("holderId", "ui.floors.holder.enterprise", holder),
                field("holderName", "ui.floors.holder.name", holderName),
                wide(field("note", "plots.floorColumn.note", note)));
    }

    void show(BuildingProfile b) {
        shown = b;
        number.setValue(b.number());
        name.setValue(b.name());
        var plotId = b.plot();
        if (doors.seesPlots() && plotId != null) {
            var p = doors.plots().details(plotId).profile();
            plot.setValue(new Ground(plotId, p.number(), p.name()));
        }
        longitude.setValue(b.longitude());
        latitude.setValue(b.latitude());
        built.setValue(b.builtM2());
        above.setValue(b.floorsAbove());
        below.setValue(b.floorsBelow());
        completed.setValue(b.completedOn());
        if (enterprises != null && b.holderId() != null) {
            holder.setValue(enterprises.of(b.holderId()));
        }
        holderName.setValue(Objects.requireNonNullElse(b.holderName(), ""));
        note.setValue(Objects.requireNonNullElse(b.note(), ""));
        floors.setValue(b.floors());
    }

    /** What is typed; whoever may not see land or enterprises leaves what others have said. */
    BuildingProfile profile() {
        var typedHolder = text(holderName.getValue());
        var chosen = holder.getValue();
        return new BuildingProfile(
                number.getValue().strip(),
                name.getValue().strip(),
                plotId(),
                longitude.getValue(),
                latitude.getValue(),
                built.getValue(),
                above.getValue(),
                below.getValue(),
                completed.getValue(),
                holderId(),
                typedHolder == null && chosen != null ? chosen.name() : typedHolder,
                text(note.getValue()),
                floors.now());
    }

    private @Nullable PlotId plotId() {
        if (!doors.seesPlots()) {
            return shown.plot();
        }
        return plot.getValue() == null ? null : plot.getValue().id();
    }

    private @Nullable UUID holderId() {
        if (enterprises == null) {
            return shown.holderId();
        }
        return holder.getValue() == null ? null : holder.getValue().id();
    }

    private Stream<Ground> plots(String typed) {
        var filter = new PlotFilter(typed.strip(), Set.of(), null, null, null, null, null);
        return doors.plots().find(filter, null, OFFERED).items().stream()
                .map(row -> new Ground(row.id(), row.number(), row.name()));
    }

    private Rows.Row<BuildingProfile.Floor> floor(BuildingProfile.@Nullable Floor value) {
        var level = new IntegerField(getTranslation("ui.floors.level"));
        level.setStepButtonsVisible(true);
        var gross = new BigDecimalField(getTranslation("ui.floors.gross"));
        if (value == null) {
            level.setValue(nextLevel());
        } else {
            level.setValue(value.level());
            gross.setValue(value.grossM2());
        }
        return new Rows.Row<>() {
            @Override
            public List<Component> fields() {
                return List.of(level, gross);
            }

            @Override
            public BuildingProfile.@Nullable Floor value() {
                return level.isEmpty() && gross.isEmpty()
                        ? null
                        : new BuildingProfile.Floor(
                                level.getValue() == null ? 0 : level.getValue(), gross.getValue());
            }
        };
    }

    /** One above the highest. */
    private int nextLevel() {
        return floors.now().stream()
                        .mapToInt(BuildingProfile.Floor::level)
                        .filter(level -> level > 0)
                        .max()
                        .orElse(0)
                + 1;
    }

    private <F extends Component & HasValidation & HasLabel> F field(
            String key, String labelKey, F field) {
        field.setLabel(getTranslation(labelKey));
        if (field instanceof HasSize sized) {
            sized.setWidthFull();
        }
        marks.at(key, field);
        return field;
    }

    private static Component wide(Component field) {
        field.addClassName("wide");
        return field;
    }

    private void group(String key, Component... fields) {
        var grid = new Div(fields);
        grid.addClassName("form-grid");
        var group = new Div(new H2(getTranslation(key)), grid);
        group.addClassName("form-group");
        add(group);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}

package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.BuildingDetails;
import org.kaiyuan.plots.BuildingId;
import org.kaiyuan.plots.BuildingProfile;
import org.kaiyuan.plots.FloorChangedMeanwhile;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.UnknownBuilding;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;

/** Taking a building with its floors into the register, and changing one. */
@Route("buildings/new")
@RouteAlias("buildings/:id/edit")
@RolesAllowed(PlotPermissions.FLOORS_WRITE)
class BuildingFormView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    final BuildingFields fields;
    final Button save = new Button();
    final Conflict conflict;
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);
    private final transient FloorDoors doors;
    private @Nullable BuildingId id;
    private long version;
    private transient BuildingProfile untouched = BuildingFields.EMPTY;
    private boolean unknown;

    BuildingFormView(FloorDoors doors) {
        this.doors = doors;
        fields = new BuildingFields(doors);
        conflict = new Conflict(new FloorWords(doors.messages(), getLocale()));
        unsaved.watch(fields.floors);
        addClassNames("detail-page", "form-page", "building-form");
        save.setText(getTranslation("ui.form.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                save();
            } finally {
                save.setEnabled(true);
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        unknown = false;
        var asked = event.getRouteParameters().get("id").orElse(null);
        try {
            id = asked == null ? null : new BuildingId(UUID.fromString(asked));
            edit(id == null ? null : doors.buildings().details(id));
        } catch (UnknownBuilding | IllegalArgumentException notThere) {
            unknown = true;
            fields.show(BuildingFields.EMPTY);
            untouched = fields.profile();
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("plots.refusal.unknownBuilding"),
                            FloorCells.link(
                                    FloorNavigation.BUILDINGS,
                                    getTranslation("ui.floors.buildings.back"))));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    @Override
    public String getPageTitle() {
        return heading() + " · " + getTranslation("ui.product");
    }

    boolean isTouched() {
        return !fields.profile().equals(untouched);
    }

    private void edit(@Nullable BuildingDetails building) {
        fields.show(building == null ? BuildingFields.EMPTY : building.profile());
        untouched = fields.profile();
        version = building == null ? 0 : building.version();
        conflict.setVisible(false);
        var cancel = new Button(getTranslation("ui.form.cancel"), click -> leave());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(save, cancel);
        actions.addClassName("form-actions");
        add(
                FloorCells.link(back(), getTranslation("ui.form.back")),
                new H1(heading()),
                conflict,
                fields,
                actions);
    }

    private String heading() {
        if (unknown) {
            return getTranslation("ui.not-found.title");
        }
        return id == null
                ? getTranslation("ui.floors.buildings.new")
                : getTranslation("ui.floors.edit.of", untouched.name());
    }

    private String back() {
        return id == null ? FloorNavigation.BUILDINGS : FloorNavigation.building(id);
    }

    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(back()));
    }

    private void save() {
        var typed = fields.profile();
        var of = id;
        try {
            boolean done =
                    fields.marks.done(() ->
                            AtFields.told(
                                    "floors",
                                    () -> {
                                        if (of == null) {
                                            id = doors.registration().register(typed);
                                        } else {
                                            version =
                                                    doors.registration().revise(of, version, typed);
                                        }
                                    }));
            if (!done) {
                return;
            }
        } catch (FloorChangedMeanwhile meanwhile) {
            version = meanwhile.version();
            conflict.show(meanwhile);
            return;
        }
        untouched = fields.profile();
        unsaved.saved();
        Tell.done(getTranslation("ui.form.saved"));
        leave();
    }
}

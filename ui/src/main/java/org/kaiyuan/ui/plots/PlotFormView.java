package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.plots.PlotChangedMeanwhile;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotGatesRefused;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.PlotQuestion;
import org.kaiyuan.plots.UnknownPlot;
import org.kaiyuan.plots.ground.GroundShape;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.GroundMap;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;

/** Taking a plot into the register by drawing it, and changing what the papers say of one. */
@Route("plots/new")
@RouteAlias("plots/:id/edit")
@RolesAllowed(PlotPermissions.WRITE)
class PlotFormView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    final PlotFields fields;

    /** A plot that is there gets another border elsewhere. */
    @Nullable PlotMapPane ground;

    final Div conflict = new Div();
    final Button save = new Button();
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);
    private final transient PlotDoors doors;
    private @Nullable PlotId id;
    private long version;
    private String drawn = "";
    private transient PlotProfile untouched = PlotFields.EMPTY;
    private boolean unknown;

    PlotFormView(PlotDoors doors, EnterpriseDirectory enterprises) {
        this.doors = doors;
        fields =
                new PlotFields(
                        doors,
                        doors.person().may(EnterprisePermissions.READ)
                                ? new EnterpriseChoice(enterprises)
                                : null);
        addClassNames("detail-page", "form-page", "plot-form");
        conflict.addClassName("conflict");
        conflict.getElement().setAttribute("role", "alert");
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
            id = asked == null ? null : new PlotId(UUID.fromString(asked));
            edit(id == null ? null : doors.directory().details(id));
        } catch (UnknownPlot | IllegalArgumentException notThere) {
            unknown = true;
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("plots.refusal.unknown"),
                            new Anchor(PlotNavigation.LIST, getTranslation("ui.plots.back"))));
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
        return !fields.profile().equals(untouched) || !drawn.isEmpty();
    }

    private void edit(@Nullable PlotDetails plot) {
        fields.show(plot == null ? PlotFields.EMPTY : plot.profile());
        untouched = fields.profile();
        version = plot == null ? 0 : plot.version();
        conflict.setVisible(false);
        var cancel = new Button(getTranslation("ui.form.cancel"), click -> leave());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(save, cancel);
        actions.addClassName("form-actions");
        add(new Anchor(back(), getTranslation("ui.form.back")), new H1(heading()), conflict);
        ground = plot == null ? drawing() : null;
        if (ground != null) {
            var drawing =
                    new Div(
                            new H2(getTranslation("ui.plots.draw")),
                            new Paragraph(getTranslation("ui.plots.draw.detail")),
                            ground);
            drawing.addClassName("form-group");
            add(drawing);
        }
        add(fields, actions);
    }

    private PlotMapPane drawing() {
        var pane =
                new PlotMapPane(
                        doors,
                        EnumSet.of(GroundMap.Tool.DRAW, GroundMap.Tool.MEASURE),
                        colours -> {});
        pane.colours.setVisible(false);
        pane.addClassName("small");
        pane.ask(PlotQuestion.ALL);
        pane.map.addDrawListener(event -> drawn = event.geoJson());
        return pane;
    }

    private String heading() {
        if (unknown) {
            return getTranslation("ui.not-found.title");
        }
        return id == null
                ? getTranslation("ui.plots.new")
                : getTranslation("ui.plots.edit.of", untouched.number());
    }

    private String back() {
        return id == null ? PlotNavigation.LIST : PlotNavigation.plot(id);
    }

    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(back()));
    }

    private void save() {
        var typed = fields.profile();
        var of = id;
        try {
            if (of != null) {
                if (!fields.marks.done(
                        () -> version = doors.registration().revise(of, version, typed))) {
                    return;
                }
            } else {
                var pane = ground;
                if (pane == null || drawn.isEmpty()) {
                    Tell.refused(getTranslation("ui.plots.draw.missing"));
                    return;
                }
                if (!fields.marks.done(
                        () -> id = doors.registration().register(typed, shape(pane)))) {
                    return;
                }
            }
        } catch (PlotChangedMeanwhile meanwhile) {
            goOnAfter(meanwhile);
            return;
        } catch (PlotGatesRefused refused) {
            conflict.removeAll();
            conflict.add(
                    new GateList(doors.messages().text(getLocale(), refused), refused.gates()));
            conflict.setVisible(true);
            conflict.scrollIntoView();
            return;
        }
        untouched = fields.profile();
        drawn = "";
        unsaved.saved();
        Tell.done(getTranslation("ui.form.saved"));
        leave();
    }

    private GroundShape shape(PlotMapPane pane) {
        return DrawnGround.of(doors.map(), drawn, pane.metresPerPixel(), Set.of());
    }

    /** Nothing that was typed is lost: what the others changed is shown, the next save is on top of it. */
    private void goOnAfter(PlotChangedMeanwhile meanwhile) {
        version = meanwhile.version();
        var words = new PlotWords(doors.messages(), getLocale());
        conflict.removeAll();
        conflict.add(new Paragraph(getTranslation("ui.plots.conflict")));
        for (var change : meanwhile.changes()) {
            var field = change.field();
            if (field != null) {
                var line =
                        new Div(
                                getTranslation(
                                        "ui.form.conflict.line",
                                        change.actorName(),
                                        Shown.moment(change.at()),
                                        words.label(field),
                                        words.value(field, change.before()),
                                        words.value(field, change.after())));
                line.addClassName("line");
                conflict.add(line);
            }
        }
        conflict.setVisible(true);
        conflict.scrollIntoView();
    }
}

package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.ui.delegation.MatterChoice;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.UnsavedInput;

/** Begins a service: what cannot be changed afterwards, and its title; the rest is written in the editor. */
@Route(ServiceNavigation.NEW)
@RolesAllowed(ServicesPermissions.EDIT)
class ServiceNewView extends Main implements BeforeLeaveObserver, HasDynamicTitle {
    final RadioButtonGroup<ServiceTrack> track = new RadioButtonGroup<>();
    final ComboBox<MatterChoice.Entry> matter;
    final TextField title = new TextField();
    final TextField code = new TextField();
    final Button begin = new Button();
    private final FieldMarks marks = new FieldMarks(this);
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);
    private final transient ServiceCatalogueDoors doors;
    private boolean begun;

    ServiceNewView(ServiceCatalogueDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "form-page", "service-new");
        matter = new MatterChoice(doors.matters()).field();
        fill();
        var grid = new Div(track, matter, title, code);
        grid.addClassNames("form-grid", "top");
        var group = new Div(grid);
        group.addClassName("form-group");
        var cancel =
                new Button(
                        getTranslation("ui.form.cancel"),
                        click -> getUI().ifPresent(ui -> ui.navigate(ServiceListView.class)));
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(begin, cancel);
        actions.addClassName("form-actions");
        add(
                ServiceCells.link(ServiceNavigation.CATALOGUE, word("back")),
                new H1(word("new")),
                new Paragraph(word("new.detail")),
                group,
                actions);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    @Override
    public String getPageTitle() {
        return word("new") + " · " + getTranslation("ui.product");
    }

    boolean isTouched() {
        return !begun && (!title.isEmpty() || !code.isEmpty() || !matter.isEmpty());
    }

    private void fill() {
        track.setLabel(word("track"));
        track.addClassName("wide");
        track.setItems(ServiceTrack.values());
        track.setRenderer(
                new ComponentRenderer<>(one ->
                        ServiceCells.named(
                                new com.vaadin.flow.component.html.Span(
                                        doors.messages().of(getLocale(), one)),
                                word("track." + one))));
        track.setValue(doors.seesMatters() ? ServiceTrack.STATUTORY : ServiceTrack.PARK);
        track.addValueChangeListener(change -> fit());
        matter.setLabel(word("matter"));
        matter.setHelperText(word("matter.help"));
        matter.addClassName("wide");
        matter.setWidthFull();
        matter.setRequiredIndicatorVisible(true);
        matter.addValueChangeListener(change -> {
            var chosen = change.getValue();
            if (chosen != null && title.isEmpty()) {
                title.setValue(chosen.name());
            }
        });
        title.setLabel(word("title"));
        title.setRequiredIndicatorVisible(true);
        title.setMaxLength(200);
        title.setWidthFull();
        code.setLabel(word("code"));
        code.setHelperText(word("code.help"));
        code.setMaxLength(40);
        code.setWidthFull();
        marks.at("track", track)
                .at("matter", matter)
                .at("guide.title", title)
                .at("title", title)
                .at("code", code);
        begin.setText(word("begin"));
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.setDisableOnClick(true);
        begin.addClickListener(click -> {
            try {
                begin();
            } finally {
                begin.setEnabled(!begun);
            }
        });
        fit();
    }

    private void fit() {
        matter.setVisible(track.getValue() == ServiceTrack.STATUTORY);
    }

    private void begin() {
        var ids = new ArrayList<ServiceId>();
        if (!marks.done(() -> ids.add(begun()))) {
            return;
        }
        begun = true;
        unsaved.saved();
        getUI().ifPresent(ui -> ui.navigate(ServiceNavigation.edit(ids.getFirst())));
    }

    private ServiceId begun() {
        var chosen = track.getValue();
        return doors.keeping()
                .begin(
                        ServiceCells.said(code.getValue()),
                        chosen,
                        matter(),
                        ServiceDefaults.note(chosen, title.getValue().strip()));
    }

    private @Nullable MatterId matter() {
        var chosen = matter.getValue();
        return track.getValue() != ServiceTrack.STATUTORY || chosen == null ? null : chosen.id();
    }

    private String word(String key) {
        return getTranslation("ui.services.catalogue." + key);
    }
}

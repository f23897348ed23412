package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.ServiceDetails;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.ServicesChangedMeanwhile;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.UnknownService;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;

/** Writes the next edition of a service. */
@Route(ServiceNavigation.CATALOGUE + "/:service/edit")
@RolesAllowed(ServicesPermissions.EDIT)
class ServiceEditView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    final Tabs tabs = new Tabs();
    final Button save = new Button();
    final Button check = new Button();
    final Div conflict = new Div();
    private final Div panels = new Div();
    private final Span state = new Span();
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);
    private final transient ServiceCatalogueDoors doors;
    private final transient Map<ServiceFaultWords.Tab, ServiceEditPart> parts =
            new EnumMap<>(ServiceFaultWords.Tab.class);
    private final transient Map<ServiceFaultWords.Tab, Tab> handles =
            new EnumMap<>(ServiceFaultWords.Tab.class);
    private transient @Nullable ServiceDetails service;
    private transient @Nullable ServiceNote untouched;
    private long version;

    ServiceEditView(ServiceCatalogueDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "form-page", "service-edit");
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
        check.setText(word("check"));
        check.addClickListener(click -> {
            if (look() == 0) {
                Tell.done(state.getText());
            }
        });
        state.addClassName("sub");
        state.getElement().setAttribute("role", "status");
        tabs.addSelectedChangeListener(change -> open());
        tabs.setWidthFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        service = null;
        untouched = null;
        try {
            var id =
                    new ServiceId(
                            UUID.fromString(event.getRouteParameters().get("service").orElse("")));
            edit(doors.catalogue().find(id));
        } catch (UnknownService | IllegalArgumentException unknown) {
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("services.refusal.unknownService"),
                            ServiceCells.link(ServiceNavigation.CATALOGUE, word("back"))));
            return;
        }
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("tab")
                .ifPresent(asked ->
                        handles.forEach((tab, handle) -> {
                            if (tab.key().equals(asked)) {
                                tabs.setSelectedTab(handle);
                            }
                        }));
        open();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    @Override
    public String getPageTitle() {
        var shown = service;
        return (shown == null ? getTranslation("ui.not-found.title") : shown.row().title())
                + " · "
                + getTranslation("ui.product");
    }

    boolean isTouched() {
        return untouched != null && !untouched.equals(note());
    }

    ServiceGuidePart guide() {
        return part(ServiceFaultWords.Tab.GUIDE, ServiceGuidePart.class);
    }

    ServiceMaterialsPart materials() {
        return part(ServiceFaultWords.Tab.MATERIALS, ServiceMaterialsPart.class);
    }

    ServiceFormPart form() {
        return part(ServiceFaultWords.Tab.FORM, ServiceFormPart.class);
    }

    ServiceProcedurePart procedure() {
        return part(ServiceFaultWords.Tab.PROCEDURE, ServiceProcedurePart.class);
    }

    ServiceLettersPart letters() {
        return part(ServiceFaultWords.Tab.LETTERS, ServiceLettersPart.class);
    }

    ServicePartsPart bundle() {
        return part(ServiceFaultWords.Tab.PARTS, ServicePartsPart.class);
    }

    /** The handle of a tab, with how much is wrong behind it. */
    String handle(ServiceFaultWords.Tab tab) {
        return Objects.requireNonNull(handles.get(tab)).getElement().getTextRecursively();
    }

    private <P extends ServiceEditPart> P part(ServiceFaultWords.Tab tab, Class<P> type) {
        return type.cast(Objects.requireNonNull(parts.get(tab)));
    }

    private void edit(ServiceDetails found) {
        service = found;
        version = found.row().version();
        conflict.setVisible(false);
        var id = found.row().id();
        parts.clear();
        handles.clear();
        parts.put(ServiceFaultWords.Tab.GUIDE, new ServiceGuidePart(doors));
        parts.put(
                ServiceFaultWords.Tab.MATERIALS,
                new ServiceMaterialsPart(doors, id, this::fields, this::changed));
        parts.put(ServiceFaultWords.Tab.FORM, new ServiceFormPart(doors, this::changed));
        parts.put(
                ServiceFaultWords.Tab.PROCEDURE,
                new ServiceProcedurePart(doors, found.row().track(), this::changed));
        parts.put(
                ServiceFaultWords.Tab.LETTERS,
                new ServiceLettersPart(
                        doors,
                        found.row().track(),
                        () -> guide().chinese.title.getValue(),
                        this::changed));
        if (found.row().track() == ServiceTrack.BUNDLE) {
            parts.put(ServiceFaultWords.Tab.PARTS, new ServicePartsPart(doors, id, this::changed));
        }
        tabs.removeAll();
        panels.removeAll();
        parts.forEach((tab, part) -> {
            var handle = new Tab(word("tab." + tab));
            handles.put(tab, handle);
            tabs.add(handle);
            panels.add(part);
        });
        var before = written(found);
        parts.values().forEach(part -> part.show(before));
        untouched = note();
        build(found);
        look();
    }

    /** What the next edition begins with: the draft, or what counts now. */
    private static ServiceNote written(ServiceDetails found) {
        if (found.draft() != null) {
            return found.draft();
        }
        return Objects.requireNonNull(found.current()).note();
    }

    private void build(ServiceDetails found) {
        var back = ServiceNavigation.service(found.row().id());
        var cancel =
                new Button(
                        word("back.service"), click -> getUI().ifPresent(ui -> ui.navigate(back)));
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(save, check, cancel, state);
        actions.addClassName("form-actions");
        var heading =
                new Div(
                        new H1(found.row().title()),
                        ServiceCells.state(doors.messages(), getLocale(), found.row().state()),
                        ServiceCells.chip(
                                doors.messages().of(getLocale(), found.row().track()), "neutral"));
        heading.addClassName("line");
        add(ServiceCells.link(back, word("back.service")), heading);
        var matter = doors.matterName(found.row().matter());
        if (matter != null) {
            add(new Div(ServiceCells.sub(word("matter") + "：" + matter)));
        }
        add(conflict, tabs, panels, actions);
    }

    private void open() {
        handles.forEach((tab, handle) ->
                Objects.requireNonNull(parts.get(tab))
                        .setVisible(handle.equals(tabs.getSelectedTab())));
    }

    /** Every part at once, for whoever presses by hand what stands in them. */
    void showAll() {
        parts.values().forEach(part -> part.setVisible(true));
    }

    private List<FormField> fields() {
        return form().form().fields();
    }

    /** Lines that are moved are no key that is pressed: the browser is told. */
    private void changed() {
        getElement().executeJs("if (this.unsavedInput) this.unsavedInput.touched = true");
    }

    ServiceNote note() {
        var guide = guide();
        var before = written(Objects.requireNonNull(service));
        return new ServiceNote(
                guide.guide(),
                guide.english(),
                guide.grounds.now(),
                materials().lines.value(),
                Objects.requireNonNullElse(guide.kind.getValue(), before.kind()),
                guide.statutoryDays.getValue(),
                guide.promised(),
                guide.chosenModes(),
                guide.visits.getValue() == null ? 0 : guide.visits.getValue(),
                ServiceCells.said(guide.window.getValue()),
                guide.chosenTopics(),
                form().form(),
                procedure().procedure(),
                letters().lines.value(),
                parts.containsKey(ServiceFaultWords.Tab.PARTS)
                        ? bundle().lines.value()
                        : before.parts());
    }

    /** Who was slower sees that, keeps what was typed, and may save once more on top. */
    private void save() {
        conflict.setVisible(false);
        var shown = Objects.requireNonNull(service);
        var said = note();
        try {
            version = doors.keeping().write(shown.row().id(), said, version);
        } catch (ServicesChangedMeanwhile slower) {
            version = slower.version();
            conflict.setText(
                    getTranslation(slower.messageKey(), slower.arguments())
                            + getTranslation("ui.form.conflict.again"));
            conflict.setVisible(true);
            conflict.scrollIntoView();
            return;
        } catch (Refusal refused) {
            if (refused.fields().isEmpty()) {
                throw refused;
            }
            mark(refused.fields(), said);
            Tell.refused(getTranslation(refused.messageKey(), refused.arguments()));
            return;
        }
        untouched = said;
        unsaved.saved();
        Tell.done(getTranslation("ui.form.saved"));
        look();
    }

    /** What hinders publishing now, said at the tabs and behind them. */
    private int look() {
        var said = note();
        var faults = doors.keeping().faults(Objects.requireNonNull(service).row().track(), said);
        mark(faults, said);
        return faults.size();
    }

    /** What hinders nothing and should be known: teams that reach nobody. */
    private String warned(ServiceNote said, ServiceFaultWords words) {
        return doors.teams().unreached(said.procedure()).stream()
                .map(one -> " " + words.whole(one))
                .collect(Collectors.joining());
    }

    private void mark(List<FieldFault> faults, ServiceNote said) {
        var words = new ServiceFaultWords(doors.messages(), getLocale(), said);
        parts.forEach((tab, part) -> {
            var own = faults.stream().filter(one -> home(one) == tab).toList();
            part.mark(own, words);
            var handle = Objects.requireNonNull(handles.get(tab));
            handle.removeAll();
            handle.add(new Span(word("tab." + tab)));
            if (!own.isEmpty()) {
                var count = ServiceCells.chip(Integer.toString(own.size()), "bad");
                count.getElement()
                        .setAttribute(
                                "aria-label",
                                getTranslation("ui.services.catalogue.tab.faults", own.size()));
                handle.add(count);
            }
        });
        state.setText(
                faults.isEmpty()
                        ? word("hindrances.none") + warned(said, words)
                        : getTranslation("ui.services.catalogue.hindrances", faults.size()));
    }

    /** Where a fault is said; those of a tab that is not here on the first. */
    private ServiceFaultWords.Tab home(FieldFault fault) {
        var tab = ServiceFaultWords.tab(fault.field());
        return parts.containsKey(tab) ? tab : ServiceFaultWords.Tab.GUIDE;
    }

    private String word(String key) {
        return getTranslation("ui.services.catalogue." + key);
    }
}

package org.kaiyuan.ui.delegation;

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
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.DraftedEntry;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.delegation.UnknownList;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;

/** What the next edition of a list says of one entry; the edition that counts stays as it is. */
@Route("delegation/lists/:list/entries/new")
@RouteAlias("delegation/lists/:list/entries/:entry")
@RolesAllowed(DelegationPermissions.WRITE)
class EntryFormView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    @Nullable EntryFields fields;
    final Button save = new Button();
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);
    private final transient DelegationDoors doors;
    private transient @Nullable PowerList list;
    private @Nullable EntryId entry;
    private @Nullable Integer version;
    private transient @Nullable EntryNote untouched;

    EntryFormView(DelegationDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "form-page", "entry-form");
        save.setText(getTranslation("ui.delegation.toDraft"));
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
        fields = null;
        var given = event.getRouteParameters();
        try {
            var of = doors.lists().get(new ListId(UUID.fromString(given.get("list").orElse(""))));
            list = of;
            var asked = given.get("entry").orElse(null);
            entry = asked == null ? null : new EntryId(UUID.fromString(asked));
            edit(
                    of,
                    said(of),
                    event.getLocation()
                            .getQueryParameters()
                            .getSingleParameter("matter")
                            .orElse(null));
        } catch (UnknownList | IllegalArgumentException unknown) {
            list = null;
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("delegation.refusal.unknownList"),
                            PowerCells.link(
                                    DelegationNavigation.LISTS,
                                    getTranslation("ui.delegation.lists.back"))));
        }
    }

    /** What the draft says of it, else what the edition that counts says. */
    private @Nullable EntryNote said(PowerList of) {
        version = null;
        if (entry == null) {
            return null;
        }
        DraftedEntry drafted = doors.lists().drafted(of.id(), entry);
        if (drafted != null) {
            version = drafted.version();
            return drafted.next() == null ? drafted.now() : drafted.next();
        }
        return doors.editions().entry(entry).note();
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
        return fields != null && !Objects.equals(fields.typed(), untouched);
    }

    private void edit(PowerList of, @Nullable EntryNote note, @Nullable String matter) {
        var form = new EntryFields(doors, of.kind());
        form.show(note);
        if (note == null && matter != null) {
            form.matter.setValue(
                    new MatterChoice(doors.catalogue()).of(new MatterId(UUID.fromString(matter))));
        }
        fields = form;
        untouched = form.typed();
        unsaved.watch(form.shares);
        var cancel = new Button(getTranslation("ui.form.cancel"), click -> leave());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var actions = new Div(save, cancel);
        actions.addClassName("form-actions");
        add(
                PowerCells.link(DelegationNavigation.list(of.id()), of.title()),
                new H1(heading()),
                form,
                actions);
    }

    private String heading() {
        return getTranslation(
                list == null
                        ? "ui.not-found.title"
                        : entry == null ? "ui.delegation.entry.new" : "ui.delegation.entry.change");
    }

    private void leave() {
        var of = list;
        if (of != null) {
            getUI().ifPresent(ui -> ui.navigate(DelegationNavigation.list(of.id())));
        }
    }

    private void save() {
        var form = fields;
        var of = list;
        if (form == null || of == null) {
            return;
        }
        boolean done =
                form.marks.done(() -> doors.drafting().put(of.id(), entry, form.note(), version));
        if (done) {
            untouched = form.typed();
            unsaved.saved();
            Tell.done(getTranslation("ui.delegation.drafted.done"));
            getUI().ifPresent(ui ->
                    ui.navigate(
                            DelegationNavigation.list(of.id()),
                            QueryParameters.of("tab", "draft")));
        }
    }
}

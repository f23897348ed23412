package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.ServiceDetails;
import org.kaiyuan.services.ServiceEdition;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceState;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.UnknownService;
import org.kaiyuan.ui.delegation.DelegationNavigation;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** One service: what counts, the next edition beside it and what hinders its publishing, and the editions before. */
@Route(ServiceNavigation.CATALOGUE + "/:service")
@RolesAllowed(ServicesPermissions.READ)
class ServiceView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Button publish = new Button();
    final Button close = new Button();
    final Button reopen = new Button();
    final Button drop = new Button();
    final Div hindrances = new Div();
    final Div sides = new Div();
    final Div editions = new Div();
    private final transient ServiceCatalogueDoors doors;
    private String title = "";
    private transient @Nullable ServiceDetails service;
    private @Nullable Integer looked;

    ServiceView(ServiceCatalogueDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "service-page");
        button(publish, "publish", Glyph.Of.CHECK, ButtonVariant.LUMO_PRIMARY, this::publish);
        button(close, "close", Glyph.Of.CLOSE, null, this::close);
        button(reopen, "reopen", Glyph.Of.REBUILD, ButtonVariant.LUMO_PRIMARY, this::reopen);
        button(drop, "drop", Glyph.Of.TRASH, ButtonVariant.LUMO_ERROR, this::drop);
        hindrances.addClassName("service-hindrances");
        sides.addClassName("service-sides");
        editions.addClassName("service-editions");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        looked =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("edition")
                        .filter(said -> said.matches("\\d{1,6}"))
                        .map(Integer::valueOf)
                        .orElse(null);
        try {
            show(
                    new ServiceId(
                            UUID.fromString(event.getRouteParameters().get("service").orElse(""))));
        } catch (UnknownService | IllegalArgumentException unknown) {
            nothing();
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void nothing() {
        removeAll();
        service = null;
        title = getTranslation("ui.not-found.title");
        add(
                new EmptyState(
                        Glyph.Of.SEARCH,
                        getTranslation("services.refusal.unknownService"),
                        ServiceCells.link(ServiceNavigation.CATALOGUE, word("back"))));
    }

    private void show(ServiceId id) {
        removeAll();
        var found = doors.catalogue().find(id);
        service = found;
        var row = found.row();
        title = row.title();
        add(ServiceCells.link(ServiceNavigation.CATALOGUE, word("back")), head(found), said(found));
        var shown = found.current() == null ? found.draft() : found.current().note();
        if (shown != null) {
            add(figures(found, shown));
        }
        hinder(found);
        add(hindrances);
        sides(found);
        add(sides);
        if (shown != null && !shown.materials().isEmpty()) {
            add(new ServiceSamplesPanel(doors, found, () -> show(id)));
        }
        editions(found);
        add(editions);
    }

    private Component head(ServiceDetails found) {
        var row = found.row();
        var heading =
                new Div(
                        new H1(row.title()),
                        ServiceCells.state(doors.messages(), getLocale(), row.state()),
                        ServiceCells.chip(
                                doors.messages().of(getLocale(), row.track()), "neutral"));
        heading.addClassName("line");
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.edits()) {
            boolean drafted = found.draft() != null;
            var edit =
                    new Button(
                            word(drafted ? "edit" : "edit.next"),
                            new Glyph(Glyph.Of.EDIT),
                            click ->
                                    getUI().ifPresent(ui ->
                                            ui.navigate(ServiceNavigation.edit(row.id()))));
            publish.setVisible(drafted);
            drop.setVisible(drafted);
            close.setVisible(row.state() == ServiceState.OPEN);
            reopen.setVisible(row.state() == ServiceState.CLOSED);
            actions.add(edit, publish, reopen, close, drop);
        }
        var head = new Div(heading, actions);
        head.addClassName("page-head");
        return head;
    }

    private Component said(ServiceDetails found) {
        var line = new Div(new Span(found.row().code()));
        line.addClassNames("service-said");
        var matter = doors.matterName(found.row().matter());
        if (found.row().matter() != null && matter != null) {
            line.add(
                    new Span(
                            new Span(word("matter") + "："),
                            ServiceCells.link(
                                    DelegationNavigation.who(found.row().matter()), matter)));
        }
        found.row().topics().forEach(topic -> line.add(ServiceCells.chip(topic, "tag")));
        return line;
    }

    private Component figures(ServiceDetails found, ServiceNote note) {
        var figures =
                new Div(
                        new KeyFigure(
                                Integer.toString(note.promisedDays()), word("promisedDays.in")),
                        new KeyFigure(
                                note.statutoryDays() == null
                                        ? Shown.NOTHING
                                        : note.statutoryDays().toString(),
                                word("statutoryDays.in")),
                        new KeyFigure(Integer.toString(note.materials().size()), word("materials")),
                        new KeyFigure(
                                Integer.toString(note.form().fields().size()), word("fields")),
                        new KeyFigure(
                                found.row().edition() == null
                                        ? Shown.NOTHING
                                        : found.row().edition().toString(),
                                word("editions")));
        figures.addClassName("key-figures");
        return figures;
    }

    /** What hinders publishing, each with the way to where it is mended. */
    private void hinder(ServiceDetails found) {
        hindrances.removeAll();
        var draft = found.draft();
        hindrances.setVisible(draft != null && doors.edits());
        if (draft == null || !doors.edits()) {
            return;
        }
        var faults = ServiceFaultWords.ordered(doors.keeping().faults(found.row().track(), draft));
        publish.setEnabled(faults.isEmpty());
        if (faults.isEmpty()) {
            hindrances.add(new Paragraph(word("hindrances.none")));
        } else {
            hindrances.add(
                    new H2(getTranslation("ui.services.catalogue.hindrances", faults.size())),
                    lines(found.row().id(), draft, faults));
        }
        var warnings = doors.teams().unreached(draft.procedure());
        hindrances.setClassName("good", faults.isEmpty() && warnings.isEmpty());
        if (!warnings.isEmpty()) {
            hindrances.add(new H2(word("warnings")), lines(found.row().id(), draft, warnings));
        }
    }

    private Component lines(ServiceId id, ServiceNote draft, List<FieldFault> faults) {
        var words = new ServiceFaultWords(doors.messages(), getLocale(), draft);
        var list = new UnorderedList();
        for (var fault : faults) {
            list.add(
                    new ListItem(
                            ServiceCells.link(
                                    ServiceNavigation.edit(
                                            id, ServiceFaultWords.tab(fault.field()).key()),
                                    words.whole(fault))));
        }
        return list;
    }

    private void sides(ServiceDetails found) {
        sides.removeAll();
        var edition = looked(found);
        if (edition != null) {
            sides.add(
                    side(
                            getTranslation("ui.services.catalogue.edition", edition.number()),
                            edition.publishedName() + " " + Shown.moment(edition.publishedAt()),
                            edition.note()));
        }
        if (found.draft() != null) {
            sides.add(side(word("draft"), word("draft.detail"), found.draft()));
        }
    }

    /** The edition that the address asks for; what counts where it asks for none. */
    private @Nullable ServiceEdition looked(ServiceDetails found) {
        if (looked == null) {
            return found.current();
        }
        try {
            return doors.catalogue().edition(found.row().id(), looked);
        } catch (Refusal unknown) {
            return found.current();
        }
    }

    private Component side(String heading, String sub, ServiceNote note) {
        var head = new Div(new H2(heading), ServiceCells.sub(sub));
        head.addClassName("service-side-head");
        var form = new FormPane(note.form(), FormPane.Files.NONE);
        form.readOnly(false);
        var look = new com.vaadin.flow.component.details.Details(word("form.look"), form);
        var side = new Div(head, new ServiceGuidePanel(doors, note));
        if (!note.form().fields().isEmpty()) {
            side.add(look);
        }
        side.addClassName("service-side");
        return side;
    }

    private void editions(ServiceDetails found) {
        editions.removeAll();
        var all = doors.catalogue().editions(found.row().id());
        editions.setVisible(!all.isEmpty());
        var list = new UnorderedList();
        for (var edition : all) {
            var link =
                    ServiceCells.link(
                            ServiceNavigation.service(found.row().id())
                                    + "?edition="
                                    + edition.number(),
                            getTranslation("ui.services.catalogue.edition", edition.number()));
            list.add(
                    new ListItem(
                            link,
                            ServiceCells.sub(
                                    " "
                                            + edition.publishedName()
                                            + " "
                                            + Shown.moment(edition.publishedAt()))));
        }
        editions.add(new H2(word("editions")), list);
    }

    private void publish() {
        ask(
                "publish",
                false,
                version -> {
                    int number = doors.keeping().publish(id(), version);
                    Tell.done(getTranslation("ui.services.catalogue.published", number));
                });
    }

    private void close() {
        ask("close", true, version -> doors.keeping().close(id(), version));
    }

    private void reopen() {
        ask("reopen", false, version -> doors.keeping().reopen(id(), version));
    }

    private void drop() {
        ask("drop", true, version -> doors.keeping().dropDraft(id(), version));
    }

    private void ask(String act, boolean grave, SerializableConsumer<Long> done) {
        var shown = service;
        if (shown == null) {
            return;
        }
        var dialog =
                new AskDialog(
                        word(act + ".ask"),
                        word(act),
                        shown.row().version(),
                        version -> {
                            done.accept(version);
                            looked = null;
                            try {
                                show(shown.row().id());
                            } catch (UnknownService gone) { // a draft that was never published
                                getUI().ifPresent(ui -> ui.navigate(ServiceListView.class));
                            }
                        });
        dialog.saying(word(act + ".detail"));
        if (grave) {
            dialog.grave();
        }
        dialog.open();
    }

    private ServiceId id() {
        return java.util.Objects.requireNonNull(service).row().id();
    }

    private void button(
            Button button,
            String key,
            Glyph.Of glyph,
            @Nullable ButtonVariant variant,
            Runnable act) {
        button.setText(word(key));
        button.setIcon(new Glyph(glyph));
        if (variant != null) {
            button.addThemeVariants(variant);
        }
        button.addClickListener(click -> act.run());
    }

    private String word(String key) {
        return getTranslation("ui.services.catalogue." + key);
    }
}

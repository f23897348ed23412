package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.leads.DueKind;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.LeadRecords;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.leads.UnknownLead;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Later;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.timeline.RecordPanels;

/** One lead: where it stands, what is to be done next, and everything that is known of it. */
@Route("leads/:id")
@RolesAllowed(LeadPermissions.READ)
class LeadView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    /** In their order; what an address may ask for by {@code ?tab=}. */
    private static final List<String> TABS =
            List.of(
                    "facts",
                    "followups",
                    "reviews",
                    "agreements",
                    "clearances",
                    "files",
                    "history");

    TabSheet tabs = new TabSheet();
    private final transient LeadDoors doors;
    private final transient RecordPanels panels;
    private String title = "";

    LeadView(LeadDoors doors, RecordPanels panels) {
        this.doors = doors;
        this.panels = panels;
        addClassNames("detail-page", "lead-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getRouteParameters().get("id").orElse("");
        removeAll();
        try {
            var id = new LeadId(UUID.fromString(asked));
            try {
                var tab = event.getLocation().getQueryParameters().getSingleParameter("tab");
                show(doors.directory().details(id), Math.max(0, TABS.indexOf(tab.orElse(""))));
            } catch (UnknownLead unknown) {
                var survivor = doors.directory().survivorOf(id);
                if (survivor.isPresent()) {
                    event.forwardTo("leads/" + survivor.get());
                } else {
                    unknown();
                }
            }
        } catch (IllegalArgumentException noId) {
            unknown();
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void unknown() {
        title = getTranslation("ui.not-found.title");
        add(
                new EmptyState(
                        Glyph.Of.SEARCH,
                        getTranslation("leads.refusal.unknown"),
                        new Anchor("leads", getTranslation("ui.leads.record.back"))));
    }

    /** As it is now; who has put themselves out of sight is told so. */
    private void reload(LeadId id) {
        int tab = tabs.getSelectedIndex();
        removeAll();
        try {
            show(doors.directory().details(id), tab);
        } catch (UnknownLead gone) {
            unknown();
        }
    }

    private void show(LeadDetails lead, int tab) {
        var p = lead.profile();
        var names = new StageWords(doors.rules().rules(), doors.messages(), getLocale());
        title = p.projectName();
        var code = new Span(lead.code());
        code.addClassName("lead-code");
        var top = new Div(new Anchor("leads", getTranslation("ui.leads.record.back")), code);
        top.addClassName("lead-top");
        add(
                top,
                new H1(p.projectName()),
                chips(lead, names),
                new LeadActions(doors, lead, names, () -> reload(lead.id())));
        if (lead.state() != LeadState.ACTIVE) {
            add(
                    LeadActions.note(
                            getTranslation(
                                    "ui.leads.record.aside",
                                    doors.messages().of(getLocale(), lead.state()),
                                    Shown.text(lead.stateReason()))));
        }
        if (p.nextAction() != null && lead.state() == LeadState.ACTIVE) {
            add(
                    LeadActions.note(
                            p.nextActionOn() == null
                                    ? getTranslation("ui.leads.record.next.undated", p.nextAction())
                                    : getTranslation(
                                            "ui.leads.record.next",
                                            Shown.date(p.nextActionOn()),
                                            p.nextAction())));
        }
        add(
                keyFigures(lead),
                new StageBar(names, lead.stage(), doors.directory().moves(lead.id())),
                beside(lead, names, tab));
    }

    private Component chips(LeadDetails lead, StageWords names) {
        var chips = new Div();
        chips.addClassName("chips");
        chip(chips, names.of(lead.stage()), "stage");
        if (lead.state() != LeadState.ACTIVE) {
            chip(
                    chips,
                    doors.messages().of(getLocale(), lead.state()),
                    lead.state() == LeadState.ENDED ? "bad" : "waiting");
        }
        if (lead.profile().confidential()) {
            chip(chips, getTranslation("leads.column.confidential"), "waiting");
        }
        if (lead.owner() == null) {
            chip(chips, getTranslation("ui.leads.record.inPool"), "waiting");
        }
        lead.profile().tags().stream().sorted().forEach(tag -> chip(chips, tag, "tag"));
        return chips;
    }

    private static void chip(Div chips, String text, String className) {
        var chip = new Span(text);
        chip.addClassNames("chip", className);
        chips.add(chip);
    }

    private Component keyFigures(LeadDetails lead) {
        var p = lead.profile();
        var today = LocalDate.now(doors.clock());
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(lead.stageSince(), HERE), today);
        boolean overdue = lead.dueOn() != null && lead.dueOn().isBefore(today);
        var due = keyFigure(due(lead), getTranslation("ui.leads.record.due"));
        if (overdue) {
            due.addClassName("overdue");
        }
        var figures =
                new Div(
                        keyFigure(
                                Shown.tenThousands(p.totalInvestment()),
                                getTranslation("ui.leads.record.totalInvestment.in", unit(p))),
                        wanted(p),
                        keyFigure(
                                p.probability() == null ? Shown.NOTHING : p.probability() + "%",
                                getTranslation("leads.column.probability")),
                        keyFigure(
                                String.valueOf(days),
                                getTranslation("ui.leads.record.daysInStage")),
                        due,
                        keyFigure(
                                Shown.text(lead.ownerName()),
                                getTranslation("leads.column.owner")));
        figures.addClassName("key-figures");
        return figures;
    }

    private String unit(LeadProfile p) {
        return p.currency().equals("CNY")
                ? getTranslation("ui.leads.record.unit.tenThousandYuan")
                : getTranslation("ui.leads.record.unit.tenThousand") + " " + p.currency();
    }

    /** Land, or the floor where no land is wanted. */
    private Component wanted(LeadProfile p) {
        return p.wantedLandM2() == null && p.wantedFloorM2() != null
                ? keyFigure(
                        Shown.figure(p.wantedFloorM2()),
                        getTranslation("ui.leads.record.wantedFloorM2"))
                : keyFigure(
                        Shown.mu(p.wantedLandM2()), getTranslation("ui.leads.record.wantedLandM2"));
    }

    private String due(LeadDetails lead) {
        var kind = lead.dueKind();
        if (lead.dueOn() == null || kind == null) {
            return Shown.NOTHING;
        }
        // a day that somebody has chosen is not counted
        boolean about = lead.dueEstimated() && kind != DueKind.ACTION;
        return (about ? getTranslation("ui.leads.record.about") : "")
                + Shown.date(lead.dueOn())
                + " "
                + doors.messages().of(getLocale(), kind);
    }

    private static Div keyFigure(String figure, String what) {
        var number = new Div(figure);
        number.addClassName("figure");
        var label = new Div(what);
        label.addClassName("what");
        var box = new Div(number, label);
        box.addClassName("key-figure");
        return box;
    }

    private Component beside(LeadDetails lead, StageWords names, int tab) {
        var id = lead.id();
        var record = LeadRecords.of(id);
        var timeline = panels.timeline(record, new LeadWords(doors.messages(), getLocale()));
        var unmasks = doors.person().may(LeadPermissions.UNMASK);
        tabs = new TabSheet();
        tabs.setWidthFull();
        tab(
                "facts",
                () ->
                        new LeadFacts(
                                doors,
                                lead,
                                unmasks
                                        ? contact ->
                                                new LeadUnmaskButton(doors.unmasking(), id, contact)
                                        : null));
        tab("followups", () -> new FollowupPanel(doors, id));
        tab("reviews", () -> new ReviewPanel(doors, lead, () -> reload(id)));
        tab(
                "agreements",
                () ->
                        new Div(
                                new AgreementPanel(doors, lead, () -> reload(id)),
                                new LeadEnterprisePanel(doors, lead, () -> reload(id)),
                                new FundPanel(doors, lead, () -> reload(id)),
                                new MilestonePanel(doors, lead, names, () -> reload(id))));
        tab("clearances", () -> new ClearancePanel(doors, lead, () -> reload(id)));
        tab(
                "files",
                () -> {
                    var files = panels.files(record);
                    files.onChange(timeline::refresh);
                    return files;
                });
        tab("history", () -> new LeadHistoryPanel(doors, id));
        tabs.setSelectedIndex(tab);
        var beside = new Div(tabs, timeline);
        beside.addClassName("beside");
        return beside;
    }

    private void tab(String key, SerializableSupplier<Component> content) {
        tabs.add(getTranslation("ui.leads.record.tab." + key), new Later(content));
    }
}

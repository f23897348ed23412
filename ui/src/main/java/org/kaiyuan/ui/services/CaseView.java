package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.services.CaseClockView;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CasePapers;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.UnknownCase;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.KeyFigure;
import org.kaiyuan.ui.kit.Later;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** One case: where it stands, what may be done next, and everything that is known of it. */
@Route("services/cases/:case")
@RolesAllowed(ServicesPermissions.READ)
class CaseView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final List<String> TABS =
            List.of("review", "answers", "letters", "events", "feedback", "talk");

    TabSheet tabs = new TabSheet();
    private final transient CaseDoors doors;
    private final transient CaseCells cells;
    private transient CaseId id = new CaseId(new UUID(0, 0));
    private String title = "";

    CaseView(CaseDoors doors) {
        this.doors = doors;
        cells = new CaseCells(doors.messages(), getLocale());
        addClassNames("detail-page", "case-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            id = new CaseId(UUID.fromString(event.getRouteParameters().get("case").orElse("")));
            var tab = event.getLocation().getQueryParameters().getSingleParameter("tab");
            show(doors.directory().find(id), Math.max(0, TABS.indexOf(tab.orElse(""))));
        } catch (UnknownCase | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("services.refusal.unknownCase"),
                            CaseCells.link(CaseNavigation.INBOX, word("back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    /** As it is now, at the same tab. */
    void reload() {
        int tab = tabs.getSelectedIndex();
        var sheet = doors.directory().find(id);
        removeAll();
        show(sheet, tab);
    }

    private void show(CaseSheet sheet, int tab) {
        var row = sheet.row();
        var clock = doors.directory().clock(id);
        title = row.title();
        var code = new Span(row.receipt() + " · " + sheet.serviceCode());
        code.addClassName("lead-code");
        var top = new Div(CaseCells.link(CaseNavigation.INBOX, word("back")), code);
        top.addClassName("lead-top");
        var chips = cells.standing(row);
        chips.add(
                CaseCells.chip(cells.of(row.track()), "neutral"),
                CaseCells.chip(cells.of(row.channel()), "neutral"));
        if (sheet.pledged()) {
            chips.add(CaseCells.chip(word("pledged"), "waiting"));
        }
        add(top, new H1(row.title()), enterprise(sheet), chips);
        notes(sheet);
        add(new CaseActs(doors, this, sheet, this::reload).row(), figures(sheet, clock));
        steps(sheet);
        parts(sheet);
        var side =
                new Div(
                        new CaseClockPanel(doors, sheet, clock),
                        new CaseRulingPanel(doors, sheet),
                        people(sheet));
        side.addClassName("case-side");
        var beside = new Div(tabs(sheet, tab), side);
        beside.addClassName("beside");
        add(beside);
    }

    private Component enterprise(CaseSheet sheet) {
        var row = sheet.row();
        var line = new Div();
        line.addClassName("case-enterprise");
        var who = row.enterprise();
        line.add(
                who == null
                        ? new Span(row.enterpriseName())
                        : CaseCells.link("enterprises/" + who, row.enterpriseName()));
        if (sheet.creditCode() != null) {
            line.add(CaseCells.quiet(sheet.creditCode()));
        }
        return line;
    }

    /** What is special about it now. */
    private void notes(CaseSheet sheet) {
        if (sheet.supplementAsked() != null) {
            note(word("note.supplement", sheet.supplementAsked()));
        }
        if (sheet.extensionAsked() != null) {
            note(word("note.extension", sheet.extensionAsked()));
        }
        if (sheet.partOf() != null) {
            var note = new Div(new Span(word("note.partOf") + " "));
            note.add(
                    CaseCells.link(
                            CaseNavigation.toCase(sheet.partOf()), word("note.partOf.open")));
            note.addClassName("lead-note");
            add(note);
        }
    }

    private void note(String said) {
        var note = new Div(said);
        note.addClassName("lead-note");
        add(note);
    }

    private Component figures(CaseSheet sheet, CaseClockView clock) {
        var row = sheet.row();
        var remaining = row.remaining();
        var left =
                new KeyFigure(
                        row.stopped()
                                ? word("stopped")
                                : remaining == null
                                        ? Shown.NOTHING
                                        : word("days", Math.abs(remaining)),
                        word(row.overdue() ? "overdue" : "remaining.days"));
        if (row.overdue()) {
            left.addClassName("overdue");
        }
        var figures =
                new Div(
                        new KeyFigure(Shown.date(row.dueOn()), word("dueOn")),
                        left,
                        new KeyFigure(Shown.date(clock.statutoryDueOn()), word("statutoryDueOn")),
                        new KeyFigure(
                                Shown.moment(row.submittedAt()).substring(0, 10),
                                word("submittedAt")),
                        new KeyFigure(Shown.text(row.ownerName()), word("owner")));
        figures.addClassName("key-figures");
        return figures;
    }

    private void steps(CaseSheet sheet) {
        if (sheet.row().track() != ServiceTrack.TICKET) {
            add(new CaseStepBar(doors, sheet));
        }
    }

    /** Of a package: each part with a clock of its own. */
    private void parts(CaseSheet sheet) {
        if (sheet.parts().isEmpty()) {
            return;
        }
        var table =
                new PlainTable(
                        word("parts"),
                        List.of(
                                word("case"),
                                word("state"),
                                word("dueOn"),
                                word("remaining.days"),
                                word("owner")));
        for (var part : sheet.parts()) {
            table.row(
                    CaseCells.link(CaseNavigation.toCase(part.id()), part.title()),
                    cells.standing(part),
                    Shown.date(part.dueOn()),
                    cells.remaining(part),
                    Shown.text(part.ownerName()));
        }
        var section = new Section(new H2(word("parts")), table);
        section.addClassName("case-parts");
        add(section);
    }

    private TabSheet tabs(CaseSheet sheet, int tab) {
        tabs = new TabSheet();
        tabs.addClassName("case-tabs");
        var review = new Div(new CaseMaterialsPanel(doors, sheet, this::reload));
        if (!sheet.opinions().isEmpty()) {
            review.add(new CaseOpinionsPanel(doors, sheet, this::reload));
        }
        tabs.add(word("tab.review"), review);
        tabs.add(word("tab.answers"), new Later(() -> answers(sheet)));
        tabs.add(
                word("tab.letters", sheet.letters().size()),
                new Later(() -> new CaseOutcomePanel(doors, sheet)));
        tabs.add(
                word("tab.events"),
                new Later(() -> new CaseEventsPanel(doors, sheet, this::reload)));
        tabs.add(word("tab.feedback"), new Later(() -> new CaseFeedbackPanel(doors, id)));
        tabs.add(word("tab.talk"), new Later(this::talk));
        tabs.setSelectedIndex(tab);
        tabs.addSelectedChangeListener(change ->
                getUI().ifPresent(ui ->
                        ui.getPage()
                                .getHistory()
                                .replaceState(
                                        null,
                                        CaseNavigation.toCase(id)
                                                + "?tab="
                                                + TABS.get(tabs.getSelectedIndex()))));
        return tabs;
    }

    private Component answers(CaseSheet sheet) {
        var form =
                new FormPane(sheet.note().form(), FormPane.Files.of(doors.attachments(), record()));
        form.show(sheet.answers());
        form.readOnly(true);
        return form;
    }

    private Component talk() {
        return new Div(
                doors.panels().files(record()),
                doors.panels().timeline(record(), new CaseChangeWords(doors, getLocale())));
    }

    private RecordRef record() {
        return new RecordRef(CasePapers.SUBJECT, id.value());
    }

    private Component people(CaseSheet sheet) {
        var row = sheet.row();
        var card = new Section(new H2(word("people")));
        card.addClassName("side-card");
        var applicant = sheet.applicant();
        card.add(
                CaseCells.facts(
                        CaseCells.fact(word("applicant"), applicant.name()),
                        CaseCells.fact(word("phone"), phone(applicant.phone())),
                        CaseCells.fact(word("team"), row.team()),
                        CaseCells.fact(word("owner"), row.ownerName()),
                        CaseCells.fact(word("edition"), word("edition.of", sheet.edition()))));
        return card;
    }

    private static @Nullable Component phone(String number) {
        if (number.isBlank()) {
            return null;
        }
        var link = new com.vaadin.flow.component.html.Anchor("tel:" + number, number);
        return link;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}

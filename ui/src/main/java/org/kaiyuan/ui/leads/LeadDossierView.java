package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.ClearanceOutcome;
import org.kaiyuan.leads.FundSource;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadRecords;
import org.kaiyuan.leads.LeadReview;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.leads.ReviewState;
import org.kaiyuan.leads.UnknownLead;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** Everything about one lead on paper, A4, contacts masked. */
@Route("leads/:id/dossier")
@RolesAllowed(LeadPermissions.READ)
class LeadDossierView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int TALKS = 100;
    private static final int FILES = 200;

    final Button print = new Button();
    private final transient LeadDoors doors;
    private String title = "";

    LeadDossierView(LeadDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "dossier");
        print.setText(getTranslation("ui.leads.record.print"));
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        print.addClickListener(
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        try {
            var id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
            show(doors.directory().details(new LeadId(id)));
        } catch (UnknownLead | IllegalArgumentException unknown) {
            title = getTranslation("ui.not-found.title");
            add(
                    new EmptyState(
                            Glyph.Of.SEARCH,
                            getTranslation("leads.refusal.unknown"),
                            new Anchor("leads", getTranslation("ui.leads.record.back"))));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · " + getTranslation("ui.product");
    }

    private void show(LeadDetails lead) {
        title = lead.profile().projectName();
        var names = new StageWords(doors.rules().rules(), doors.messages(), getLocale());
        var bar = new Div(new Anchor("leads/" + lead.id(), getTranslation("ui.form.back")), print);
        bar.addClassNames("line", "screen-only");
        var sub =
                new Div(
                        lead.code()
                                + " · "
                                + names.of(lead.stage())
                                + (lead.state() == LeadState.ACTIVE
                                        ? ""
                                        : " · " + doors.messages().of(getLocale(), lead.state()))
                                + " · "
                                + getTranslation("leads.column.owner")
                                + " "
                                + Shown.text(lead.ownerName()));
        sub.addClassName("lead-quiet");
        var made =
                new Div(
                        word(
                                "dossier.made",
                                Shown.moment(doors.clock().instant()),
                                doors.person().displayName()));
        made.addClassName("lead-quiet");
        add(bar, new H1(title), sub);
        if (lead.profile().confidential()) {
            add(LeadActions.note(word("dossier.confidential")));
        }
        add(new LeadFacts(doors, lead, null));
        moves(lead, names);
        reviews(lead);
        agreements(lead);
        funds(lead);
        milestones(lead, names);
        clearances(lead);
        followups(lead);
        files(lead);
        add(made);
    }

    private void moves(LeadDetails lead, StageWords names) {
        var table =
                new PlainTable(
                        word("stages"),
                        List.of(
                                word("milestone.stage"),
                                word("dossier.at"),
                                word("dossier.by"),
                                word("reason")));
        for (var move : doors.directory().moves(lead.id())) {
            var overridden =
                    move.overridden().stream()
                            .map(gate -> getTranslation("leads.gate." + gate))
                            .collect(Collectors.joining("；"));
            table.row(
                    move.from() == null
                            ? names.of(move.to())
                            : names.of(move.from()) + " → " + names.of(move.to()),
                    Shown.moment(move.at()),
                    move.actorName(),
                    Shown.text(move.reason())
                            + (overridden.isEmpty()
                                    ? ""
                                    : "（" + word("dossier.overridden") + overridden + "）"));
        }
        section("stages", table, table.isEmpty());
    }

    private void reviews(LeadDetails lead) {
        var all = new Div();
        var reviews = doors.reviews().of(lead.id());
        for (var review : reviews) {
            if (review.state() != ReviewState.OPEN) {
                all.add(review(review));
            }
        }
        section("tab.reviews", all, all.getComponentCount() == 0);
    }

    private Component review(LeadReview review) {
        var head =
                new Div(
                        doors.messages().of(getLocale(), review.state())
                                + " · "
                                + word(
                                        "review.score",
                                        Shown.figure(review.score()),
                                        String.valueOf(review.table().passMark()))
                                + " · "
                                + word(
                                        "review.when",
                                        Shown.moment(review.openedAt()),
                                        Shown.date(review.meetingOn()),
                                        String.valueOf(review.table().number())));
        var said = new Div(Shown.text(review.minutes()));
        said.addClassName("lead-said");
        return new Div(
                head,
                ReviewPanel.table(
                        word("review.points"),
                        word("review.item"),
                        word("review.total"),
                        review,
                        review.opinions()),
                said);
    }

    private void agreements(LeadDetails lead) {
        var table =
                new PlainTable(
                        word("agreements"),
                        List.of(
                                word("agreement.title"),
                                word("agreement.kind"),
                                word("agreement.signedOn"),
                                word("agreement.parties"),
                                word("agreement.amount"),
                                word("agreement.promised"),
                                word("agreement.taxPerMu")));
        for (var line : doors.agreements().of(lead.id())) {
            var note = line.note();
            table.row(
                    note.title(),
                    doors.messages().of(getLocale(), note.kind()),
                    Shown.date(note.signedOn()),
                    String.join("、", note.parties()),
                    Shown.tenThousands(note.amountYuan()),
                    Shown.tenThousands(note.promisedInvestmentYuan()),
                    Shown.tenThousands(note.taxPerMuYuan()));
        }
        section("agreements", table, table.isEmpty());
    }

    private void funds(LeadDetails lead) {
        var sums = new EnumMap<FundSource, BigDecimal>(FundSource.class);
        doors.progress()
                .funds(lead.id())
                .forEach(line -> sums.merge(line.source(), line.amount(), BigDecimal::add));
        var table =
                new PlainTable(word("funds"), List.of(word("fund.source"), word("dossier.paidIn")));
        for (var source : FundSource.values()) {
            if (sums.containsKey(source)) {
                table.row(
                        doors.messages().of(getLocale(), source),
                        Shown.tenThousands(sums.get(source)) + " " + word(FundPanel.unit(source)));
            }
        }
        section("funds", table, table.isEmpty());
    }

    private void milestones(LeadDetails lead, StageWords names) {
        var table =
                new PlainTable(
                        word("milestones"),
                        List.of(
                                word("milestone.stage"),
                                word("milestone.plannedOn"),
                                word("milestone.actualOn")));
        for (var line : doors.progress().milestones(lead.id())) {
            if (line.plannedOn() != null || line.actualOn() != null) {
                table.row(
                        names.of(line.stage()),
                        Shown.date(line.plannedOn()),
                        Shown.date(line.actualOn()));
            }
        }
        section("milestones", table, table.isEmpty());
    }

    private void clearances(LeadDetails lead) {
        var table =
                new PlainTable(
                        word("tab.clearances"),
                        List.of(
                                word("dossier.clearance"),
                                word("clearance.outcome"),
                                word("clearance.decidedOn"),
                                word("dossier.ground")));
        for (var line : doors.progress().clearances(lead.id())) {
            table.row(
                    doors.messages().of(getLocale(), line.kind()),
                    doors.messages().of(getLocale(), line.outcome()),
                    Shown.date(line.decidedOn()),
                    line.outcome() == ClearanceOutcome.EXEMPT
                            ? Shown.text(line.reason())
                            : Shown.text(line.document()));
        }
        section("tab.clearances", table, table.isEmpty());
    }

    private void followups(LeadDetails lead) {
        var lines = new Div();
        lines.addClassName("timeline");
        var talks = doors.followups().of(lead.id(), null, TALKS);
        talks.forEach(line -> lines.add(FollowupPanel.entry(doors, getLocale(), line)));
        var all = new Div(lines);
        if (talks.size() == TALKS) {
            all.add(new Span(word("dossier.newest", String.valueOf(TALKS))));
        }
        section("tab.followups", all, talks.isEmpty());
    }

    private void files(LeadDetails lead) {
        var table =
                new PlainTable(
                        word("tab.files"),
                        List.of(word("dossier.file"), word("dossier.by"), word("dossier.at")));
        for (var file : doors.attachments().of(LeadRecords.of(lead.id()), null, FILES).items()) {
            table.row(file.name(), file.uploadedBy(), Shown.moment(file.at()));
        }
        section("tab.files", table, table.isEmpty());
    }

    private void section(String key, Component content, boolean empty) {
        if (!empty) {
            var section = new Section(new H2(word(key)), content);
            section.addClassName("lead-section");
            add(section);
        }
    }

    private String word(String key, @Nullable Object... arguments) {
        return getTranslation("ui.leads.record." + key, arguments);
    }
}

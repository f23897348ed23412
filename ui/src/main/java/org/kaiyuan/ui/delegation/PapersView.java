package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DecisionPaper;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.PaperDraft;
import org.kaiyuan.delegation.PaperKind;
import org.kaiyuan.delegation.PaperNumberTaken;
import org.kaiyuan.delegation.PaperRecords;
import org.kaiyuan.delegation.UnknownPaper;
import org.kaiyuan.ui.files.FilesPanel;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** Decisions and letters that powers rest on, with their files and what they say of days. */
@Route("delegation/papers")
@RolesAllowed(DelegationPermissions.READ)
class PapersView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final RadioButtonGroup<PaperKind> kind = new RadioButtonGroup<>();
    final Div list = new Div();
    private final transient DelegationDoors doors;

    PapersView(DelegationDoors doors) {
        this.doors = doors;
        addClassNames("detail-page", "papers-page", "stacking");
        kind.setItems(PaperKind.values());
        kind.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        kind.setAriaLabel(getTranslation("ui.delegation.paper.kind"));
        kind.addClassName("segments");
        kind.setValue(PaperKind.DECISION);
        kind.addValueChangeListener(change -> show());
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.writes()) {
            var fresh =
                    new Button(
                            getTranslation("ui.delegation.paper.new"),
                            new Glyph(Glyph.Of.PLUS),
                            click -> ask(null));
            fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(fresh);
        }
        var head = new Div(new H1(getTranslation("ui.delegation.papers")), actions);
        head.addClassName("page-head");
        var bar = new Div(kind);
        bar.addClassName("filter-bar");
        add(head, new Paragraph(getTranslation("ui.delegation.papers.detail")), bar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("paper")
                .ifPresent(this::lookAtAddressed);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.delegation.papers") + " · " + getTranslation("ui.product");
    }

    private void lookAtAddressed(String id) {
        try {
            look(doors.papers().get(UUID.fromString(id)));
        } catch (UnknownPaper | IllegalArgumentException gone) {
            list.addComponentAsFirst(
                    new EmptyState(
                            Glyph.Of.SEARCH, getTranslation("delegation.refusal.unknownPaper")));
        }
    }

    private void show() {
        list.removeAll();
        var papers = doors.papers().all(kind.getValue());
        if (papers.isEmpty()) {
            list.add(new EmptyState(Glyph.Of.CLIP, getTranslation("ui.delegation.papers.none")));
            return;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.delegation.papers"),
                        List.of(
                                word("number"),
                                word("title"),
                                word("issuer"),
                                word("decidedOn"),
                                getTranslation("ui.delegation.paper.days"),
                                getTranslation("ui.delegation.state")));
        papers.forEach(paper ->
                table.row(
                        open(paper),
                        Shown.text(paper.title()),
                        Shown.text(paper.issuer()),
                        Shown.date(paper.decidedOn()),
                        getTranslation(
                                "ui.delegation.paper.days.said",
                                paper.directDays(),
                                paper.entrustedDays(),
                                paper.handoverDays()),
                        paper.fixed()
                                ? PowerCells.chip(
                                        getTranslation("ui.delegation.paper.fixed"), "good")
                                : PowerCells.chip(
                                        getTranslation("ui.delegation.paper.open"), "past")));
        list.add(table);
    }

    private Component open(DecisionPaper paper) {
        var open = new Button(paper.number(), click -> look(paper));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return open;
    }

    private void look(DecisionPaper paper) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(paper.number());
        dialog.setWidth("min(720px, 94vw)");
        boolean changeable = doors.writes() && !paper.fixed();
        dialog.add(
                PowerCells.facts(
                        PowerCells.fact(word("title"), paper.title()),
                        PowerCells.fact(word("issuer"), paper.issuer()),
                        PowerCells.fact(word("decidedOn"), paper.decidedOn()),
                        PowerCells.fact(
                                getTranslation("ui.delegation.paper.days"),
                                getTranslation(
                                        "ui.delegation.paper.days.said",
                                        paper.directDays(),
                                        paper.entrustedDays(),
                                        paper.handoverDays()))),
                new H2(getTranslation("ui.delegation.files")),
                new FilesPanel(
                        doors.attachments(),
                        doors.messages(),
                        PaperRecords.of(paper.id()),
                        changeable));
        if (paper.fixed()) {
            dialog.add(new Paragraph(getTranslation("ui.delegation.paper.fixed.detail")));
        }
        if (changeable) {
            var edit =
                    new Button(
                            getTranslation("ui.delegation.entry.edit"),
                            click -> {
                                dialog.close();
                                ask(paper);
                            });
            dialog.getFooter().add(edit);
        }
        dialog.getFooter().add(new Button(getTranslation("ui.close"), click -> dialog.close()));
        dialog.open();
    }

    private void ask(@Nullable DecisionPaper paper) {
        var number = new TextField();
        number.setMaxLength(120);
        var title = new TextField();
        title.setMaxLength(300);
        var issuer = new TextField();
        issuer.setMaxLength(200);
        var decided = new DayField();
        var direct = days(30);
        var entrusted = days(0);
        var handover = days(30);
        if (paper != null) {
            number.setValue(paper.number());
            title.setValue(paper.title() == null ? "" : paper.title());
            issuer.setValue(paper.issuer() == null ? "" : paper.issuer());
            decided.setValue(paper.decidedOn());
            direct.setValue(paper.directDays());
            entrusted.setValue(paper.entrustedDays());
            handover.setValue(paper.handoverDays());
        }
        var of = paper == null ? kind.getValue() : paper.kind();
        var ask =
                new AskDialog(
                        getTranslation("ui.delegation.paper"),
                        getTranslation("ui.form.save"),
                        paper == null ? 0 : paper.version(),
                        version -> {
                            var said =
                                    new PaperDraft(
                                            of,
                                            number.getValue(),
                                            title.getValue(),
                                            issuer.getValue(),
                                            decided.getValue(),
                                            value(direct),
                                            value(entrusted),
                                            value(handover));
                            try {
                                if (paper == null) {
                                    look(doors.papers().get(doors.papers().add(said)));
                                } else {
                                    doors.papers().revise(paper.id(), said, version);
                                }
                                show();
                            } catch (PaperNumberTaken taken) {
                                throw AtField.of("number", taken);
                            }
                        });
        ask.with("number", word("number"), number);
        ask.with("title", word("title"), title);
        ask.with("issuer", word("issuer"), issuer);
        ask.with("decidedOn", word("decidedOn"), decided);
        if (of == PaperKind.DECISION) {
            ask.with("directDays", word("directDays"), direct);
            ask.with("entrustedDays", word("entrustedDays"), entrusted);
            ask.with("handoverDays", word("handoverDays"), handover);
        }
        ask.open();
    }

    private static IntegerField days(int usual) {
        var field = new IntegerField();
        field.setValue(usual);
        field.setMin(0);
        field.setStepButtonsVisible(true);
        return field;
    }

    private static int value(IntegerField field) {
        return field.getValue() == null ? -1 : field.getValue();
    }

    private String word(String key) {
        return getTranslation("delegation.column." + key);
    }
}

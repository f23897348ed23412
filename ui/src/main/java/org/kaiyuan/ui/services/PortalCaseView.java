package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.section;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.ColleagueRight;
import org.kaiyuan.services.UnknownCase;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;
import org.kaiyuan.ui.shell.PortalShell;

/** A case as the enterprise sees it: how far it is, what is asked of them, and what came of it. */
@Route(value = "portal/cases/:case", layout = PortalShell.class)
@RolesAllowed(PortalPermissions.ENTER)
class PortalCaseView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    /** In the address right after handing in: the receipt stands first. */
    static final String HANDED_IN = "handed-in";

    private static final int MOST_REASON = 500;

    final Button receipt = new Button();
    final Button withdraw = new Button();
    @Nullable PortalSupplementPane supplement;
    @Nullable PortalRatingPane rating;
    @Nullable PortalComplaintPane complaint;
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);
    private final transient PortalServiceDoors doors;
    private transient @Nullable CaseSheet sheet;
    private boolean handedIn;

    PortalCaseView(PortalServiceDoors doors) {
        this.doors = doors;
        addClassNames("portal-services", "portal-case");
        receipt.setText(word(this, "receipt"));
        receipt.addClickListener(click -> receipt());
        withdraw.setText(word(this, "withdraw"));
        withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        withdraw.addClickListener(click -> withdrawing().open());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        sheet = null;
        supplement = null;
        removeAll();
        handedIn =
                event.getLocation().getQueryParameters().getSingleParameter(HANDED_IN).isPresent();
        try {
            var given = event.getRouteParameters().get("case").orElse("");
            show(new CaseId(UUID.fromString(given)));
        } catch (UnknownCase | IllegalArgumentException unknown) {
            add(
                    new EmptyState(
                            Glyph.Of.FILE,
                            getTranslation("services.refusal.unknownCase"),
                            PortalPieces.link(PortalServiceNavigation.CASES, word(this, "cases"))));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    @Override
    public String getPageTitle() {
        return (sheet == null ? word(this, "cases") : sheet.row().title())
                + " · "
                + getTranslation("ui.portal.product");
    }

    private boolean isTouched() {
        return supplement != null && supplement.isTouched();
    }

    /** As it stands now. */
    void again() {
        var of = sheet;
        if (of != null) {
            unsaved.saved();
            supplement = null;
            handedIn = false;
            removeAll();
            show(of.row().id());
        }
    }

    private void show(CaseId id) {
        var of = doors.cases().find(id);
        sheet = of;
        var row = of.row();
        var rights =
                row.enterprise() == null
                        ? Set.<ColleagueRight>of()
                        : doors.rights().mine(row.enterprise());
        add(
                PortalPieces.link(
                        PortalServiceNavigation.of(PortalServiceNavigation.CASES, row.enterprise()),
                        word(this, "cases.back")),
                new H1(row.title()),
                PortalPieces.sub(row.receipt() + " · " + row.enterpriseName()),
                PortalCaseCard.chips(this, row, doors.messages()));
        if (handedIn && rights.contains(ColleagueRight.FILL_IN)) {
            add(justHandedIn(id));
        }
        add(new PortalStepsPane(of), new PortalClockPane(doors, of));
        asked(of, rights);
        if (!of.letters().isEmpty()) {
            add(new PortalLettersPane(doors, of));
        }
        rate(of);
        if (!of.parts().isEmpty()) {
            var parts = new Div();
            of.parts().forEach(part -> parts.add(PortalCaseCard.of(this, part, doors.messages())));
            add(section(word(this, "case.parts"), parts));
        }
        if (of.ruling() != null) {
            add(new PortalRulingPane(doors, of.ruling(), of.rulingNow()));
        }
        add(new PortalHandedInPane(doors, of), new PortalHistoryPane(doors, of));
        complaint = new PortalComplaintPane(doors, id);
        add(complaint, actions(of, rights));
    }

    private void asked(CaseSheet of, Set<ColleagueRight> rights) {
        boolean whole = of.acts().contains(CaseAct.SUPPLEMENT);
        if (whole || of.acts().contains(CaseAct.DEFERRED_HANDED_IN)) {
            var pane = new PortalSupplementPane(doors, of, whole, this::again);
            supplement = pane;
            add(pane);
        } else if (of.supplementAsked() != null && !rights.contains(ColleagueRight.FILL_IN)) {
            add(
                    section(
                            word(this, "supplement"),
                            PortalPieces.prose(of.supplementAsked()),
                            new Paragraph(word(this, "supplement.noRight"))));
        }
    }

    private void rate(CaseSheet of) {
        var pane = new PortalRatingPane(doors, of.row().id());
        rating = pane;
        if (!pane.isEmpty()) {
            add(pane);
        }
    }

    private Section justHandedIn(CaseId id) {
        var section =
                new Section(
                        new H2(word(this, "handedIn")),
                        new PortalReceiptPane(doors.cases().receipt(id), doors.zone()));
        section.addClassNames("form-group", "handed-in");
        section.getElement().setAttribute("role", "status");
        return section;
    }

    private Div actions(CaseSheet of, Set<ColleagueRight> rights) {
        receipt.setVisible(rights.contains(ColleagueRight.FILL_IN) && !handedIn);
        withdraw.setVisible(of.acts().contains(CaseAct.WITHDRAW));
        return PortalPieces.row("draft-actions", receipt, withdraw);
    }

    private void receipt() {
        var of = sheet;
        if (of == null) {
            return;
        }
        var dialog =
                new Dialog(
                        word(this, "receipt"),
                        new PortalReceiptPane(doors.cases().receipt(of.row().id()), doors.zone()));
        dialog.getFooter().add(new Button(getTranslation("ui.close"), click -> dialog.close()));
        dialog.open();
    }

    private AskDialog withdrawing() {
        var of = Objects.requireNonNull(sheet);
        var why = new TextArea();
        why.setMaxLength(MOST_REASON);
        why.setRequiredIndicatorVisible(true);
        why.addClassName("wide");
        var dialog =
                new AskDialog(
                        word(this, "withdraw.ask"),
                        word(this, "withdraw"),
                        of.row().version(),
                        version -> {
                            doors.cases().withdraw(of.row().id(), why.getValue(), version);
                            Tell.done(word(this, "withdrawn"));
                            again();
                        });
        dialog.saying(word(this, "withdraw.detail")).grave();
        dialog.with("why", getTranslation("ui.why"), why);
        return dialog;
    }
}

package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.section;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.CaseDraft;
import org.kaiyuan.services.CaseDrafting;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.DraftId;
import org.kaiyuan.services.FormConditions;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServicesChangedMeanwhile;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.services.UnknownDraft;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.PortalShell;

/** Filling in and handing in: kept a second after the last change, handed in once. */
@Route(value = "portal/drafts/:draft", layout = PortalShell.class)
@RolesAllowed(PortalPermissions.ENTER)
class PortalDraftView extends Main
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final int MOST_NAME = 60;
    private static final int MOST_PHONE = 30;

    final TextField applicantName = new TextField();
    final TextField applicantPhone = new TextField();
    final Checkbox pledge = new Checkbox();
    final Button submit = new Button();
    final Button discard = new Button();
    final List<PortalPaperLine> papers = new ArrayList<>();
    @Nullable FormPane pane;
    @Nullable PortalDraftInput input;
    @Nullable PortalDraftKeeping keeping;
    @Nullable PortalFaults faults;
    private final transient PortalServiceDoors doors;
    private transient @Nullable CaseDraft draft;

    PortalDraftView(PortalServiceDoors doors) {
        this.doors = doors;
        addClassNames("portal-services", "draft");
        applicantName.setLabel(word(this, "applicant.name"));
        applicantName.setMaxLength(MOST_NAME);
        applicantName.setRequiredIndicatorVisible(true);
        applicantName.getElement().setAttribute("autocomplete", "name");
        applicantPhone.setLabel(word(this, "applicant.phone"));
        applicantPhone.setMaxLength(MOST_PHONE);
        applicantPhone.setRequiredIndicatorVisible(true);
        applicantPhone.getElement().setAttribute("autocomplete", "tel");
        applicantPhone.getElement().setAttribute("inputmode", "tel");
        for (var field : List.of(applicantName, applicantPhone)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(this::typed);
        }
        pledge.setLabel(word(this, "pledge.made"));
        pledge.addValueChangeListener(this::typed);
        submit.setText(word(this, "submit"));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        submit.setDisableOnClick(true);
        submit.addClickListener(click -> {
            try {
                submit();
            } finally {
                submit.setEnabled(true);
            }
        });
        discard.setText(word(this, "draft.discard"));
        discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        discard.addClickListener(click -> discarding().open());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        draft = null;
        try {
            var given = event.getRouteParameters().get("draft").orElse("");
            var found = doors.drafting().find(new DraftId(UUID.fromString(given)));
            if (found.submitted() != null) {
                event.forwardTo(PortalServiceNavigation.one(found.submitted()));
                return;
            }
            draft = found;
            show(found);
        } catch (UnknownDraft | IllegalArgumentException unknown) {
            add(
                    new EmptyState(
                            Glyph.Of.FILE,
                            getTranslation("services.refusal.unknownDraft"),
                            PortalPieces.link(PortalServiceNavigation.CASES, word(this, "cases"))));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        var at = keeping;
        if (draft != null && at != null && !at.keep() && at.isAttached() && draft != null) {
            new PortalLeaving(this, event.postpone()).open();
        }
    }

    @Override
    public String getPageTitle() {
        return (draft == null ? word(this, "draft") : draft.note().title())
                + " · "
                + getTranslation("ui.portal.product");
    }

    /** Whoever puts the phone away has not lost the last second. */
    @Override
    protected void onAttach(AttachEvent attached) {
        getElement()
                .executeJs(
                        """
                        if (this.keepsWhenHidden) return;
                        this.keepsWhenHidden = () => {
                          if (!this.isConnected) document.removeEventListener('visibilitychange', this.keepsWhenHidden);
                          else if (document.visibilityState === 'hidden') this.$server.keep();
                        };
                        document.addEventListener('visibilitychange', this.keepsWhenHidden);\
                        """);
    }

    /** Called by the browser a second after the last change. */
    @ClientCallable
    public void keep() {
        var at = keeping;
        if (draft != null && at != null) {
            at.keep();
        }
    }

    private void typed(ComponentValueChangeEvent<? extends Component, ?> change) {
        var to = input;
        if (to != null) {
            to.typed(change);
        }
    }

    private void changed() {
        papersThatAreAskedFor();
        if (keeping != null) {
            keeping.touched();
        }
        getElement()
                .executeJs(
                        """
                        clearTimeout(this.keepsSoon);
                        this.keepsSoon = setTimeout(() => {
                          if (this.isConnected) this.$server.keep().then(() => { this.keepsSoon = 0; });
                        }, 1000);\
                        """);
    }

    private void show(CaseDraft found) {
        var note = found.note();
        var form = new FormPane(note.form(), FormPane.Files.of(doors.attachments(), record(found)));
        pane = form;
        lines(found);
        var all = new PortalDraftInput(form, applicantName, applicantPhone, pledge, papers);
        input = all;
        var kept = new PortalDraftKeeping(doors, found, all, this::handedIn);
        keeping = kept;
        var wrong = new PortalFaults(note.form(), form);
        faults = wrong;
        all.onChange(this::changed);
        add(
                PortalPieces.link(
                        PortalServiceNavigation.guide(found.service()), word(this, "guide.back")),
                new H1(title(found)),
                PortalPieces.sub(found.enterpriseName()),
                kept,
                form);
        if (!papers.isEmpty()) {
            var list = new Div();
            list.addClassName("portal-lines");
            papers.forEach(list::add);
            add(section(word(this, "materials"), list));
            papersThatAreAskedFor();
        }
        wrong.papers(papers);
        wrong.at("applicant.name", applicantName);
        wrong.at("applicant.phone", applicantPhone);
        var grid = new Div(applicantName, applicantPhone);
        grid.addClassName("form-grid");
        add(section(word(this, "applicant"), grid));
        if (note.modes().contains(HandlingMode.PLEDGE)) {
            add(section(word(this, "pledge"), new Paragraph(word(this, "pledge.text")), pledge));
        }
        var actions = new Div(submit, discard);
        actions.addClassName("draft-actions");
        add(wrong, actions, new Paragraph(word(this, "submit.detail")));
    }

    private String title(CaseDraft found) {
        var english = found.note().english();
        return PortalPieces.english(this) && english != null
                ? english.title()
                : found.note().title();
    }

    private static RecordRef record(CaseDraft found) {
        return new RecordRef(CaseDrafting.SUBJECT, found.id().value());
    }

    private void lines(CaseDraft found) {
        papers.clear();
        var note = found.note();
        for (var material : note.materials()) {
            papers.add(
                    new PortalPaperLine(
                            doors,
                            found.service(),
                            material,
                            found.papers().getOrDefault(material.key(), List.of()),
                            new DraftPapers(found, material),
                            note.modes().contains(HandlingMode.DEFERRAL)));
        }
    }

    private void papersThatAreAskedFor() {
        var of = draft;
        var form = pane;
        if (of != null && form != null) {
            var answers = form.answers();
            papers.forEach(line ->
                    line.setVisible(FormConditions.hold(line.when(), of.note().form(), answers)));
        }
    }

    private void submit() {
        var of = draft;
        var at = keeping;
        var wrong = faults;
        if (of == null || at == null || wrong == null || !at.keep()) {
            return;
        }
        try {
            var receipt = doors.submission().submit(of.id(), at.version());
            wrong.show(List.of());
            handedIn(receipt.caseId());
        } catch (ServicesFieldsRefused refused) {
            wrong.show(refused.fields());
        } catch (ServicesChangedMeanwhile meanwhile) {
            if (input != null) {
                at.meet(input.said());
            }
        }
    }

    private void handedIn(CaseId id) {
        draft = null;
        getUI().ifPresent(ui ->
                ui.navigate(
                        PortalServiceNavigation.one(id),
                        PortalServiceNavigation.question(Map.of(PortalCaseView.HANDED_IN, "now"))));
    }

    private AskDialog discarding() {
        return new AskDialog(
                        word(this, "draft.discard.ask"),
                        word(this, "draft.discard"),
                        () -> {
                            var of = draft;
                            if (of != null) {
                                doors.drafting().discard(of.id());
                                draft = null;
                                getUI().ifPresent(ui -> ui.navigate(PortalServiceNavigation.CASES));
                            }
                        })
                .saying(word(this, "draft.discard.detail"))
                .grave();
    }

    /** Papers of one material of the draft. */
    private final class DraftPapers implements PortalPaperLine.Keeping {
        private final CaseDraft of;
        private final Material material;

        DraftPapers(CaseDraft of, Material material) {
            this.of = of;
            this.material = material;
        }

        @Override
        public RecordRef record() {
            return PortalDraftView.record(of);
        }

        @Override
        public void add(AttachedFile file) {
            doors.drafting().paper(of.id(), material.key(), file.id());
        }

        @Override
        public Runnable removing(AttachedFile file) {
            return () -> doors.drafting().removePaper(of.id(), material.key(), file.id());
        }
    }
}

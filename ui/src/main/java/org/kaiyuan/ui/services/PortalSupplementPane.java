package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.services.CaseMaterial;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormConditions;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** 补正, and papers that were promised (容缺): what the park asks for, and handing it in. */
class PortalSupplementPane extends Section {
    /** What the files of a case hang on. */
    static final String SUBJECT = "services.case";

    final Button send = new Button();
    final List<PortalPaperLine> papers = new ArrayList<>();
    final FormPane pane;
    private final transient PortalServiceDoors doors;
    private final transient CaseSheet of;
    private final transient Runnable done;
    private final transient FormAnswers before;
    private final PortalFaults faults;

    /** @param whole whether answers may be corrected, too; else only papers that were promised */
    PortalSupplementPane(PortalServiceDoors doors, CaseSheet of, boolean whole, Runnable done) {
        this.doors = doors;
        this.of = of;
        this.done = done;
        addClassNames("form-group", "supplement");
        setId("supplement");
        var form = of.note().form();
        pane = new FormPane(form, FormPane.Files.of(doors.attachments(), record()));
        pane.show(of.answers());
        before = pane.answers();
        faults = new PortalFaults(form, pane);
        add(new H2(word(this, whole ? "supplement" : "deferred")));
        var due = whole ? of.supplementDueOn() : of.deferredDueOn();
        if (due != null) {
            var said = new Paragraph(word(this, "supplement.due", Shown.date(due)));
            said.addClassName("due");
            add(said);
        }
        if (whole && of.supplementAsked() != null) {
            add(PortalPieces.prose(of.supplementAsked()));
        }
        papers(whole);
        if (whole && !form.fields().isEmpty()) {
            var fold = new Details(word(this, "supplement.form"), pane);
            fold.setOpened(papers.isEmpty());
            fold.setWidthFull();
            add(fold);
        }
        send.setText(word(this, whole ? "supplement.send" : "deferred.send"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        send.setDisableOnClick(true);
        send.addClickListener(click -> {
            try {
                send();
            } finally {
                send.setEnabled(true);
            }
        });
        add(faults, send, new Paragraph(word(this, whole ? "supplement.once" : "deferred.detail")));
    }

    boolean isTouched() {
        return !pane.answers().equals(before);
    }

    private RecordRef record() {
        return new RecordRef(SUBJECT, of.row().id().value());
    }

    /** Those with something to do first, with what the park says of each. */
    private void papers(boolean whole) {
        var list = new Div();
        list.addClassName("portal-lines");
        of.materials().stream()
                .filter(one -> whole ? isAsked(one) : one.state() == MaterialState.DEFERRED)
                .forEach(one -> list.add(paper(one)));
        faults.papers(papers);
        if (!papers.isEmpty()) {
            add(list);
        }
    }

    /** The park named it, or it is missing though it is wanted. */
    private boolean isAsked(CaseMaterial one) {
        var material = one.material();
        return !material.held()
                && (one.state() == MaterialState.FOUND_BAD
                        || one.remark() != null
                        || one.state() == MaterialState.MISSING
                                && FormConditions.hold(
                                        material.when(), of.note().form(), of.answers()));
    }

    private PortalPaperLine paper(CaseMaterial one) {
        var line =
                new PortalPaperLine(
                                doors,
                                of.row().service(),
                                one.material(),
                                one.files(),
                                new CasePapers(one.material()),
                                false)
                        .remarked(one.remark());
        papers.add(line);
        return line;
    }

    private void send() {
        try {
            doors.cases().supplement(of.row().id(), pane.answers(), of.row().version());
            Tell.done(word(this, "supplement.sent"));
            done.run();
        } catch (ServicesFieldsRefused refused) {
            faults.show(refused.fields());
        }
    }

    /** Papers of one material of the case; what was handed in stays with it. */
    private final class CasePapers implements PortalPaperLine.Keeping {
        private final Material material;

        CasePapers(Material material) {
            this.material = material;
        }

        @Override
        public RecordRef record() {
            return PortalSupplementPane.this.record();
        }

        @Override
        public void add(AttachedFile file) {
            doors.cases().paper(of.row().id(), material.key(), file.id());
        }
    }
}

package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.Complaint;
import org.kaiyuan.services.ComplaintState;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** 投诉: what one complained of, and what the park answered. */
class PortalComplaintPane extends Section {
    private static final int MOST_SAID = 2000;

    final Button complain = new Button();
    final Div lines = new Div();
    private final transient PortalServiceDoors doors;
    private final CaseId id;

    PortalComplaintPane(PortalServiceDoors doors, CaseId id) {
        this.doors = doors;
        this.id = id;
        addClassName("complaints");
        lines.addClassNames("form-group", "portal-lines");
        complain.setText(word(this, "complain"));
        complain.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        complain.addClickListener(click -> asking().open());
        add(lines, complain);
        refresh();
    }

    private void refresh() {
        lines.removeAll();
        var all = doors.complaints().of(id);
        lines.setVisible(!all.isEmpty());
        if (!all.isEmpty()) {
            lines.add(new H2(word(this, "complaints")));
            all.forEach(one -> lines.add(line(one)));
        }
    }

    private Div line(Complaint one) {
        var state =
                PortalPieces.chip(
                        doors.messages().of(PortalPieces.locale(this), one.state()),
                        one.state() == ComplaintState.OPEN ? "waiting" : "good");
        var when = new Span(Shown.moment(one.at()));
        when.addClassName("sub");
        var line =
                PortalPieces.row(
                        "complaint",
                        PortalPieces.row("chips", state, when),
                        PortalPieces.prose(one.said()));
        if (one.answer() == null) {
            line.add(PortalPieces.sub(word(this, "complaint.due", Shown.date(one.dueOn()))));
        } else {
            var answer =
                    new Div(
                            new Span(word(this, "complaint.answer")),
                            PortalPieces.prose(one.answer()));
            answer.addClassName("park-says");
            line.add(answer, PortalPieces.sub(Shown.moment(one.answeredAt())));
        }
        return line;
    }

    AskDialog asking() {
        var said = new TextArea();
        said.setMaxLength(MOST_SAID);
        said.setRequiredIndicatorVisible(true);
        said.addClassName("wide");
        said.setMinHeight("8em");
        var ask =
                new AskDialog(
                        word(this, "complain"),
                        word(this, "complain.send"),
                        () -> {
                            doors.complaints().complain(id, said.getValue());
                            Tell.done(word(this, "complained"));
                            refresh();
                        });
        ask.saying(word(this, "complain.detail"));
        ask.with("said", word(this, "complain.what"), said);
        return ask;
    }
}

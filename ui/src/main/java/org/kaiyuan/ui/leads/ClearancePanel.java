package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.ClearanceKind;
import org.kaiyuan.leads.ClearanceLine;
import org.kaiyuan.leads.ClearanceOutcome;
import org.kaiyuan.leads.Gate;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Shown;

/** 环评 and 节能审查: passed, or not needed and why; without them no building begins. */
class ClearancePanel extends LeadPanel {
    ClearancePanel(LeadDoors doors, LeadDetails lead, SerializableRunnable changed) {
        super(doors, lead, changed);
        var known = new EnumMap<ClearanceKind, ClearanceLine>(ClearanceKind.class);
        doors.progress().clearances(lead.id()).forEach(line -> known.put(line.kind(), line));
        for (var kind : ClearanceKind.values()) {
            add(section(kind, known.get(kind)));
        }
    }

    private Section section(ClearanceKind kind, @Nullable ClearanceLine line) {
        var section = new Section(new H2(name(kind)));
        section.addClassName("form-group");
        var gate = kind == ClearanceKind.ENVIRONMENT ? Gate.ENVIRONMENT : Gate.ENERGY;
        if (line == null) {
            section.add(
                    chip(word("clearance.none"), "waiting"),
                    quiet(getTranslation("leads.gate." + gate + ".source")));
        } else {
            var said =
                    new Div(
                            line.outcome() == ClearanceOutcome.EXEMPT
                                    ? Shown.text(line.reason())
                                    : Shown.text(line.document()));
            said.addClassName("lead-said");
            section.add(
                    chip(name(line.outcome()), "good"),
                    said,
                    quiet(
                            word(
                                    "clearance.by",
                                    Shown.date(line.decidedOn()),
                                    Shown.text(line.actorName()),
                                    Shown.moment(line.at()))));
        }
        if (mayWrite()) {
            section.add(
                    add(line == null ? "clearance.add" : "clearance.edit", () -> ask(kind, line)));
        }
        return section;
    }

    private void ask(ClearanceKind kind, @Nullable ClearanceLine line) {
        var outcome = new RadioButtonGroup<ClearanceOutcome>();
        outcome.setItems(ClearanceOutcome.values());
        outcome.setItemLabelGenerator(this::name);
        outcome.addClassName("wide");
        var document = new TextField();
        var reason = new TextArea();
        reason.addClassName("wide");
        reason.setHelperText(word("clearance.reason.help"));
        outcome.addValueChangeListener(change -> {
            boolean exempt = change.getValue() == ClearanceOutcome.EXEMPT;
            document.setVisible(!exempt);
            reason.setVisible(exempt);
        });
        outcome.setValue(line == null ? ClearanceOutcome.PASSED : line.outcome());
        document.setValue(line == null || line.document() == null ? "" : line.document());
        reason.setValue(line == null || line.reason() == null ? "" : line.reason());
        var decided = new DayField();
        decided.setValue(line == null ? LocalDate.now(doors.clock()) : line.decidedOn());
        var dialog =
                new AskDialog(
                        name(kind),
                        getTranslation("ui.form.save"),
                        () -> {
                            doors.progress()
                                    .clear(
                                            lead.id(),
                                            new ClearanceLine(
                                                    kind,
                                                    outcome.getValue(),
                                                    document.getValue(),
                                                    decided.getValue() == null
                                                            ? LocalDate.now(doors.clock())
                                                            : decided.getValue(),
                                                    reason.getValue(),
                                                    null,
                                                    null));
                            done("clearance.saved");
                        });
        dialog.with("outcome", word("clearance.outcome"), outcome);
        dialog.with("document", word("clearance.document"), document);
        dialog.with("decidedOn", word("clearance.decidedOn"), decided);
        dialog.with("reason", word("clearance.reason"), reason);
        dialog.open();
    }
}

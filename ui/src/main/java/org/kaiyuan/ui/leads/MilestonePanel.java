package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.MilestoneLine;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** When the stages from 签约 on were to be reached, and were. */
class MilestonePanel extends LeadPanel {
    private final transient StageWords names;

    MilestonePanel(
            LeadDoors doors, LeadDetails lead, StageWords names, SerializableRunnable changed) {
        super(doors, lead, changed);
        this.names = names;
        var heads =
                new ArrayList<>(
                        List.of(
                                word("milestone.stage"),
                                word("milestone.plannedOn"),
                                word("milestone.actualOn"),
                                word("milestone.late")));
        if (mayWrite()) {
            heads.add("");
        }
        var table = new PlainTable(word("milestones"), heads);
        for (var line : doors.progress().milestones(lead.id())) {
            var cells =
                    new ArrayList<Object>(
                            List.of(
                                    names.of(line.stage()),
                                    Shown.date(line.plannedOn()),
                                    Shown.date(line.actualOn()),
                                    late(line)));
            if (mayWrite()) {
                cells.add(edit(names.of(line.stage()), () -> ask(line)));
            }
            table.row(cells.toArray());
        }
        add(head("milestones"), table);
    }

    /** Days behind the plan, also while it is not reached. */
    private Object late(MilestoneLine line) {
        var planned = line.plannedOn();
        if (planned == null) {
            return Shown.NOTHING;
        }
        var until = line.actualOn() == null ? LocalDate.now(doors.clock()) : line.actualOn();
        long days = ChronoUnit.DAYS.between(planned, until);
        if (days > 0) {
            return chip(word("milestone.late.days", String.valueOf(days)), "bad");
        }
        return line.actualOn() == null
                ? new Span(word("milestone.left.days", String.valueOf(-days)))
                : chip(word("milestone.onTime"));
    }

    private void ask(MilestoneLine line) {
        var planned = new DayField();
        planned.setValue(line.plannedOn());
        planned.setClearButtonVisible(true);
        var actual = new DayField();
        actual.setValue(line.actualOn());
        actual.setClearButtonVisible(true);
        var dialog =
                new AskDialog(
                        word("milestone.edit", names.of(line.stage())),
                        getTranslation("ui.form.save"),
                        () -> {
                            doors.progress()
                                    .milestone(
                                            lead.id(),
                                            new MilestoneLine(
                                                    line.stage(),
                                                    planned.getValue(),
                                                    actual.getValue()));
                            done("milestone.saved");
                        });
        dialog.with("plannedOn", word("milestone.plannedOn"), planned);
        dialog.with("actualOn", word("milestone.actualOn"), actual);
        dialog.open();
    }
}

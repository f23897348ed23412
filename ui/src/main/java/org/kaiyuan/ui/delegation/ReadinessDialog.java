package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.kaiyuan.delegation.Readiness;
import org.kaiyuan.delegation.ReadinessDraft;
import org.kaiyuan.delegation.ReadinessItem;
import org.kaiyuan.delegation.ReadinessItemState;
import org.kaiyuan.delegation.ReadinessLine;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;

/** Says how far the park is with taking over one power. */
final class ReadinessDialog {
    final AskDialog ask;
    final ReadinessOwnerBox owner;
    final DayField dueOn = new DayField();
    final Map<ReadinessItem, Line> lines = new EnumMap<>(ReadinessItem.class);
    private final PowerUseDoors doors;

    /** The fields of one item. */
    record Line(Select<ReadinessItemState> state, DayField doneOn, TextField remark) {}

    ReadinessDialog(PowerUseDoors doors, String matter, Readiness seen, SerializableRunnable then) {
        this.doors = doors;
        owner = new ReadinessOwnerBox(doors.colleagues());
        ask =
                new AskDialog(
                        matter,
                        word("save"),
                        seen.version(),
                        version -> {
                            doors.preparing().write(seen.entry(), said(), version);
                            then.run();
                        });
        ask.setWidth("min(820px, 96vw)");
        ask.with("owner", word("owner"), owner);
        ask.with("dueOn", word("dueOn"), dueOn);
        owner.show(seen.owner(), seen.ownerName());
        dueOn.setValue(seen.dueOn());
        var head = new H3(word("items"));
        head.addClassName("wide");
        ask.form.add(head);
        seen.lines().forEach(this::line);
    }

    void open() {
        ask.open();
    }

    private void line(ReadinessLine line) {
        var name = name(line.item());
        var state = new Select<ReadinessItemState>();
        state.setItems(ReadinessItemState.values());
        state.setItemLabelGenerator(one -> name(one));
        state.setLabel(name);
        state.setValue(line.state());
        var doneOn = new DayField();
        doneOn.setLabel(word("doneOn"));
        doneOn.setValue(line.doneOn());
        doneOn.setVisible(line.state() == ReadinessItemState.DONE);
        ask.refusedAt(line.item().name(), doneOn);
        var remark = new TextField(word("remark"));
        remark.setMaxLength(500);
        remark.setValue(line.remark() == null ? "" : line.remark());
        state.addValueChangeListener(change -> {
            boolean done = change.getValue() == ReadinessItemState.DONE;
            doneOn.setVisible(done);
            if (done && doneOn.isEmpty()) {
                doneOn.setValue(doors.today());
            }
        });
        var row = new Div(state, doneOn, remark);
        row.addClassNames("readiness-line", "wide");
        ask.form.add(row);
        lines.put(line.item(), new Line(state, doneOn, remark));
    }

    private ReadinessDraft said() {
        var all = new ArrayList<ReadinessLine>();
        lines.forEach((item, fields) -> {
            boolean done = fields.state().getValue() == ReadinessItemState.DONE;
            all.add(
                    new ReadinessLine(
                            item,
                            fields.state().getValue(),
                            done ? fields.doneOn().getValue() : null,
                            fields.remark().getValue()));
        });
        return new ReadinessDraft(owner.username(), dueOn.getValue(), all);
    }

    private String word(String key) {
        return owner.getTranslation("ui.readiness." + key);
    }

    private String name(Enum<?> constant) {
        return owner.getTranslation(Messages.keyOf(constant));
    }
}

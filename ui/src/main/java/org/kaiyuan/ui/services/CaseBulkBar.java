package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Collection;
import java.util.List;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.services.CaseRow;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Handing over the selected cases at once; those that cannot be are named. */
class CaseBulkBar extends Div {
    private static final int NAMED = 5;

    final Span told = new Span();
    final CaseColleagueBox to;
    final TextField why = new TextField();
    final Button go = new Button();
    private final transient CaseDoors doors;
    private final SerializableRunnable done;
    private final FieldMarks marks;
    private transient List<CaseRow> selected = List.of();

    CaseBulkBar(CaseDoors doors, SerializableRunnable done) {
        this.doors = doors;
        this.done = done;
        to = new CaseColleagueBox(doors.people(), null);
        marks = new FieldMarks(this).at("username", to);
        addClassName("bulk-bar");
        told.getElement().setAttribute("role", "status");
        to.setPlaceholder(word("handOver.to"));
        to.setAriaLabel(word("handOver.to"));
        why.setPlaceholder(word("handOver.why"));
        why.setAriaLabel(word("handOver.why"));
        why.setMaxLength(500);
        go.setText(word("act.HAND_OVER"));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(click -> {
            try {
                handOver();
            } finally {
                go.setEnabled(true);
            }
        });
        add(told, to, why, go);
        setVisible(false);
    }

    void selected(Collection<CaseRow> rows) {
        selected = List.copyOf(rows);
        setVisible(!selected.isEmpty());
        told.setText(word("selected", Shown.figure(selected.size())));
    }

    private void handOver() {
        boolean named =
                marks.done(() -> {
                    if (to.getValue() == null) {
                        throw new ServicesFieldsRefused("username", "services.rule.required");
                    }
                });
        if (!named) {
            return;
        }
        int handed = 0;
        var left = new java.util.ArrayList<String>();
        for (var row : selected) {
            try {
                doors.desk()
                        .handOver(
                                row.id(),
                                to.username(),
                                why.getValue().isBlank() ? null : why.getValue(),
                                row.version());
                handed++;
            } catch (Refusal refused) {
                left.add(row.receipt() + "：" + doors.messages().text(getLocale(), refused));
            }
        }
        if (handed > 0) {
            Tell.done(word("handOver.done", handed, to.getValue().displayName()));
        }
        if (!left.isEmpty()) {
            Tell.refused(
                    word(
                            "handOver.left",
                            left.size(),
                            String.join("\n", left.subList(0, Math.min(NAMED, left.size())))));
        }
        to.clear();
        why.clear();
        done.run();
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}

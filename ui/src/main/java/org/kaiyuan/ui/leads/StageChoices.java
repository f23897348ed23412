package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kaiyuan.leads.LeadRules.StageChoice;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.refusal.Messages;

/** The stages before 签约: renamed, hidden, and moved up or down. */
class StageChoices extends Div {
    final transient List<Line> lines = new ArrayList<>();
    private final transient Messages messages;
    private final Div told = new Div();

    /** One stage and what is chosen for it. */
    final class Line {
        final LeadStage stage;
        final TextField name = new TextField();
        final Checkbox shown = new Checkbox();
        final Button up = new Button("↑");
        final Button down = new Button("↓");
        final Div row;

        Line(StageChoice choice) {
            stage = choice.stage();
            var usual = messages.of(getLocale(), stage);
            name.setAriaLabel(getTranslation("ui.leads.settings.stage.name", usual));
            name.setPlaceholder(usual);
            name.setMaxLength(20);
            name.setManualValidation(true);
            name.setValue(choice.name() == null ? "" : choice.name());
            shown.setLabel(getTranslation("ui.leads.settings.stage.shown"));
            shown.setValue(!choice.hidden());
            shown.setEnabled(stage != LeadStage.CLUE);
            for (var button : List.of(up, down)) {
                button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            }
            up.setAriaLabel(getTranslation("ui.leads.settings.stage.up", usual));
            down.setAriaLabel(getTranslation("ui.leads.settings.stage.down", usual));
            up.addClickListener(click -> swap(-1));
            down.addClickListener(click -> swap(1));
            var label = new Span(usual);
            label.addClassName("lead-stage-name");
            row = new Div(label, name, shown, up, down);
            row.addClassName("lead-stage-choice");
        }

        private void swap(int by) {
            int at = lines.indexOf(this);
            Collections.swap(lines, at, at + by);
            order();
        }
    }

    StageChoices(Messages messages) {
        this.messages = messages;
        told.addClassName("lead-refused");
        told.getElement().setAttribute("role", "alert");
    }

    void show(List<StageChoice> choices) {
        lines.clear();
        choices.forEach(choice -> lines.add(new Line(choice)));
        order();
    }

    List<StageChoice> now() {
        return lines.stream()
                .map(line ->
                        new StageChoice(
                                line.stage,
                                line.name.getValue().isBlank()
                                        ? null
                                        : line.name.getValue().strip(),
                                !line.shown.getValue()))
                .toList();
    }

    void refused(String field, String sentence) {
        for (var line : lines) {
            if (field.equals("stages." + line.stage)) {
                line.name.setErrorMessage(sentence);
                line.name.setInvalid(true);
                return;
            }
        }
        told.setText(sentence);
    }

    void accept() {
        told.setText("");
        lines.forEach(line -> line.name.setInvalid(false));
    }

    /** The first stays the first: every lead begins there. */
    private void order() {
        removeAll();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            line.up.setEnabled(i > 1);
            line.down.setEnabled(i > 0 && i < lines.size() - 1);
            add(line.row);
        }
        add(told);
    }
}

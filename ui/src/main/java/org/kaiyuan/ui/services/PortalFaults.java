package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;

/** All that hinders handing in, each with the way to where it is. */
class PortalFaults extends Div {
    private static final Pattern ANSWER = Pattern.compile("answers\\.([A-Za-z0-9_]+).*");
    private static final Pattern PAPER =
            Pattern.compile("(?:materials|papers)\\.([A-Za-z0-9_-]+).*");

    final UnorderedList lines = new UnorderedList();
    private final transient FormDefinition form;
    private final transient FormPane pane;
    private final transient Map<String, PortalPaperLine> papers = new LinkedHashMap<>();
    private final transient Map<String, TextField> fields = new HashMap<>();

    PortalFaults(FormDefinition form, FormPane pane) {
        this.form = form;
        this.pane = pane;
        addClassNames("conflict", "portal-faults");
        getElement().setAttribute("role", "alert");
        setVisible(false);
        add(new Paragraph(word(this, "faults")), lines);
    }

    void papers(List<PortalPaperLine> all) {
        papers.clear();
        all.forEach(one -> papers.put(one.key(), one));
    }

    /** @param name what refusals call it */
    void at(String name, TextField field) {
        field.setManualValidation(true);
        fields.put(name, field);
    }

    void show(List<FieldFault> faults) {
        lines.removeAll();
        papers.values().forEach(one -> one.mark(null));
        fields.values().forEach(one -> one.setInvalid(false));
        setVisible(!faults.isEmpty());
        pane.mark(faults);
        for (var fault : faults) {
            lines.add(new ListItem(line(fault)));
        }
        if (!faults.isEmpty()) {
            scrollIntoView();
        }
    }

    private com.vaadin.flow.component.Component line(FieldFault fault) {
        var sentence = getTranslation(fault.messageKey(), fault.arguments().toArray());
        var answer = ANSWER.matcher(fault.field());
        if (answer.matches()) {
            var field = field(answer.group(1));
            if (field != null) {
                return to(
                        FormWords.label(PortalPieces.locale(this), field),
                        sentence,
                        () -> pane.input(field.key()).focus());
            }
        }
        var paper = PAPER.matcher(fault.field());
        var line = paper.matches() ? papers.get(paper.group(1)) : null;
        if (line != null) {
            line.mark(sentence);
            return to(line.name(), sentence, line::scrollIntoView);
        }
        var typed = fields.get(fault.field());
        if (typed != null) {
            typed.setErrorMessage(sentence);
            typed.setInvalid(true);
            return to(typed.getLabel(), sentence, typed::focus);
        }
        return new Span(sentence);
    }

    private @Nullable FormField field(String key) {
        return form.fields().stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
    }

    private Button to(String name, String sentence, Runnable go) {
        var button = new Button(word(this, "faults.line", name, sentence), click -> go.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}

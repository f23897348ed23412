package org.kaiyuan.ui.services;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.LetterPlace;
import org.kaiyuan.services.LetterTemplate;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.ui.kit.AskDialog;

/** The words of one letter, the places that can stand in it, and how it reads with sample values. */
final class LetterDialog {
    final TextField title = new TextField();
    final TextField numbering = new TextField();
    final TextArea body = new TextArea();
    final Div preview = new Div();
    final AskDialog dialog;
    private final transient Messages messages;
    private final String service;

    LetterDialog(
            Messages messages,
            LetterTemplate before,
            String service,
            SerializableConsumer<LetterTemplate> done) {
        this.messages = messages;
        this.service = service;
        dialog =
                new AskDialog(
                        messages.of(UI.getCurrent().getLocale(), before.kind()),
                        word("apply"),
                        () -> {
                            check();
                            done.accept(
                                    new LetterTemplate(
                                            before.kind(),
                                            title.getValue().strip(),
                                            numbering.getValue().strip(),
                                            body.getValue().strip()));
                        });
        dialog.addClassName("letter-dialog");
        dialog.setWidth("min(880px, 96vw)");
        dialog.with("title", word("letter.title"), title).setMaxLength(200);
        dialog.with("numbering", word("letter.numbering"), numbering).setMaxLength(100);
        numbering.setHelperText(word("letter.numbering.help"));
        dialog.with("body", word("letter.body"), body).setMaxLength(8000);
        body.setMinRows(8);
        body.setMaxRows(16);
        body.addClassName("wide");
        var label = new Span(word("letter.preview"));
        label.addClassName("form-label");
        preview.addClassName("letter-preview");
        var look = new Div(label, preview);
        look.addClassName("wide");
        dialog.form.add(places(), look);
        title.setValue(before.title());
        numbering.setValue(before.numbering());
        body.setValue(before.body());
        for (var field : List.of(title, numbering)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> look());
        }
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.addValueChangeListener(change -> look());
        look();
    }

    private Div places() {
        var places = new Div();
        places.addClassNames("letter-places", "wide");
        places.getElement().setAttribute("role", "group");
        places.getElement().setAttribute("aria-label", word("letter.places"));
        var help = new Span(word("letter.places"));
        help.addClassName("sub");
        places.add(help);
        for (var place : LetterPlace.values()) {
            var token = token(place);
            var button =
                    new Button(
                            messages.of(UI.getCurrent().getLocale(), place),
                            click -> insert(token));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setTooltipText(token);
            places.add(button);
        }
        return places;
    }

    /** Where the cursor stands in the text; at its end where it does not. */
    private void insert(String token) {
        body.getElement()
                .executeJs(
                        """
                        const area = this.inputElement;
                        const at = area && area.selectionEnd !== null ? area.selectionEnd : this.value.length;
                        return at;\
                        """)
                .then(
                        Integer.class,
                        at -> insert(token, at),
                        failed -> insert(token, Integer.MAX_VALUE));
    }

    private void insert(String token, int at) {
        var said = body.getValue();
        int where = Math.clamp(at, 0, said.length());
        body.setValue(said.substring(0, where) + token + said.substring(where));
        body.focus();
    }

    private void look() {
        preview.removeAll();
        var head = new Div(sample(title.getValue()));
        head.addClassName("letter-title");
        var number = new Div(sample(numbering.getValue()));
        number.addClassName("letter-number");
        var text = new Div(sample(body.getValue()));
        text.addClassName("letter-body");
        preview.add(head, number, text);
    }

    /** With values such as a letter would have. */
    private String sample(String template) {
        var said = template;
        for (var place : LetterPlace.values()) {
            var token = token(place);
            said =
                    said.replace(
                            token,
                            place == LetterPlace.SERVICE
                                    ? service
                                    : word("letter.sample." + place));
        }
        return said;
    }

    private void check() {
        var faults = new ArrayList<FieldFault>();
        required(faults, "title", title.getValue());
        required(faults, "numbering", numbering.getValue());
        required(faults, "body", body.getValue());
        if (!faults.isEmpty()) {
            throw new ServicesFieldsRefused(faults);
        }
    }

    private static void required(List<FieldFault> faults, String field, String said) {
        if (said.isBlank()) {
            faults.add(new FieldFault(field, "services.rule.required", List.of()));
        }
    }

    /** As templates name it. */
    private static String token(LetterPlace place) {
        return "{" + place.name().toLowerCase(Locale.ROOT).replace('_', '-') + "}";
    }

    private String word(String key) {
        return messages.text(UI.getCurrent().getLocale(), "ui.services.catalogue." + key);
    }
}

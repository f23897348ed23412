package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormField;
import org.kaiyuan.ui.kit.Glyph;

/** Files of a field; what is kept in the answers are their ids. */
final class FormFileInput extends FormInput {
    private final FormPane.Files files;
    private final transient UnaryOperator<String> words;
    private final Div box = new Div();
    private final Div rows = new Div();
    private final Span fault = new Span();
    private final Component upload;
    private final List<String> ids = new ArrayList<>();
    private SerializableRunnable changed = () -> {};

    FormFileInput(
            FormField field, String label, FormPane.Files files, UnaryOperator<String> words) {
        super(field);
        this.files = files;
        this.words = words;
        box.addClassNames("form-files", "wide");
        box.getElement().setAttribute("role", "group");
        box.getElement().setAttribute("aria-label", label);
        box.getElement().setAttribute("data-field", field.key());
        var head = new Span(label + (field.required() ? " •" : ""));
        head.addClassName("form-label");
        box.add(head);
        if (field.help() != null) {
            var help = new Span(field.help());
            help.addClassName("sub");
            box.add(help);
        }
        rows.addClassName("file-rows");
        rows.getElement().setAttribute("role", "list");
        fault.addClassName("form-fault");
        fault.getElement().setAttribute("role", "alert");
        fault.setVisible(false);
        upload =
                files.upload(
                        field,
                        label,
                        held -> {
                            if (!ids.contains(held.id())) { // the same file once more
                                ids.add(held.id());
                                rows.add(row(held));
                                changed.run();
                            }
                        });
        box.add(rows, upload, fault);
    }

    @Override
    Component component() {
        return box;
    }

    @Override
    void show(FormAnswers answers) {
        ids.clear();
        rows.removeAll();
        for (var id : answers.values().getOrDefault(field.key(), List.of())) {
            var held = files.find(id);
            if (held != null) { // one that was removed elsewhere is gone here too
                ids.add(id);
                rows.add(row(held));
            }
        }
    }

    @Override
    List<String> values() {
        return List.copyOf(ids);
    }

    @Override
    void onChange(SerializableRunnable told) {
        changed = told;
    }

    @Override
    void mark(@Nullable String sentence) {
        fault.setText(sentence == null ? "" : sentence);
        fault.setVisible(sentence != null);
    }

    @Override
    void focus() {
        box.scrollIntoView();
        upload.getElement()
                .executeJs("(this.querySelector('vaadin-button, button') ?? this).focus()");
    }

    private Div row(FormPane.Held held) {
        var name = link(files, held);
        var remove = new Button(new Glyph(Glyph.Of.TRASH));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(words.apply("ui.services.form.file.remove") + " " + held.name());
        var row = new Div(name, remove);
        row.addClassName("form-file");
        row.getElement().setAttribute("role", "listitem");
        remove.addClickListener(click -> {
            files.remove(held.id());
            ids.remove(held.id());
            rows.remove(row);
            changed.run();
        });
        return row;
    }

    static Component link(FormPane.Files files, FormPane.Held held) {
        var download = files.download(held.id());
        return download == null ? new Span(held.name()) : new Anchor(download, held.name());
    }
}

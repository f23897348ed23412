package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormConditions;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.ui.files.FileDownload;
import org.kaiyuan.ui.files.ResumableUpload;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** A form to be filled in, or as it was filled in; what is asked for follows from what is answered. */
public final class FormPane extends Div {
    private static final Pattern FAULT =
            Pattern.compile("answers\\.([A-Za-z0-9_]+)(?:\\[(\\d+)](?:\\.([A-Za-z0-9_]+))?)?");

    private final transient FormDefinition form;
    private final Files files;
    private final transient Map<String, FormInput> inputs = new LinkedHashMap<>();
    private final transient Map<FormSection, Component> groups = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private transient FormAnswers given = FormAnswers.NONE;
    private boolean readOnly;
    private boolean settling;

    /** A file of an answer. */
    public record Held(String id, String name) implements Serializable {}

    /** An enterprise that can be chosen. */
    public record NamedEnterprise(String name, @Nullable String creditCode)
            implements Serializable {}

    /** Where the files of a form go to and come from. */
    public interface Files extends Serializable {
        /** No files are taken: for a look at the form. */
        Files NONE = new NoFiles();

        /** Something that takes files of the field and tells each that was taken. */
        Component upload(FormField field, String label, SerializableConsumer<Held> attached);

        /** Null where it is gone. */
        @Nullable Held find(String id);

        void remove(String id);

        /** Null where there is nothing to fetch. */
        @Nullable DownloadHandler download(String id);

        /** Files that hang on a record; they come in pieces, so that a network that breaks costs nothing. */
        static Files of(Attachments attachments, RecordRef record) {
            return new RecordFiles(attachments, record);
        }
    }

    public FormPane(FormDefinition form, Files files) {
        this.form = form;
        this.files = files;
        addClassName("form-pane");
        build();
    }

    /** What is filled in from now on; nobody is told of a change. */
    public void show(FormAnswers answers) {
        given = answers;
        if (readOnly) {
            build();
            return;
        }
        settling = true;
        inputs.values().forEach(input -> input.show(answers));
        settling = false;
        settle();
    }

    /** What is filled in, also in fields that are hidden now: they may be shown again. */
    public FormAnswers answers() {
        if (readOnly) {
            return given;
        }
        var values = new LinkedHashMap<String, List<String>>();
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        inputs.forEach((key, input) -> {
            var said = input.values();
            if (!said.isEmpty()) {
                values.put(key, said);
            }
            var rows = input.rows();
            if (!rows.isEmpty()) {
                tables.put(key, rows);
            }
        });
        return new FormAnswers(values, tables);
    }

    /** Says faults of {@code answers.<key>} and {@code answers.<key>[<row>].<column>} at their fields and goes to the first; none takes away those of before. */
    public void mark(List<FieldFault> faults) {
        inputs.values().forEach(FormInput::clear);
        var marked = new ArrayList<String>();
        for (var fault : faults) {
            var where = FAULT.matcher(fault.field());
            var input = where.matches() ? inputs.get(where.group(1)) : null;
            if (input == null) {
                continue;
            }
            var sentence = getTranslation(fault.messageKey(), fault.arguments().toArray());
            if (where.group(3) == null) {
                input.mark(sentence);
            } else {
                input.mark(Integer.parseInt(where.group(2)), where.group(3), sentence);
            }
            marked.add(where.group(1));
        }
        inputs.entrySet().stream()
                .filter(entry -> marked.contains(entry.getKey()))
                .findFirst()
                .ifPresent(first -> first.getValue().focus());
    }

    /** As text, without anything to type into. */
    public void readOnly(boolean wanted) {
        if (readOnly != wanted) {
            given = answers();
            readOnly = wanted;
            build();
            show(given);
        }
    }

    /** Told after each change that a person makes. */
    public Registration onChange(Runnable told) {
        listeners.add(told);
        return () -> listeners.remove(told);
    }

    /** Fields of enterprises offer what this finds; without it name and code are typed. */
    public void findEnterprises(SerializableFunction<String, List<NamedEnterprise>> found) {
        for (var input : inputs.values()) {
            if (input instanceof FormPairInput pair && pair.field.kind() == FieldKind.ENTERPRISE) {
                pair.find(found);
            }
        }
    }

    /** What a field is filled in with, for whoever does it by hand. */
    FormInput input(String key) {
        var input = inputs.get(key);
        if (input == null) {
            throw new IllegalArgumentException(key);
        }
        return input;
    }

    Component field(String key) {
        return input(key).component();
    }

    private void build() {
        removeAll();
        groups.clear();
        if (readOnly) {
            var shown = FormConditions.shown(form, given);
            form.sections().forEach(section -> text(section, shown));
            return;
        }
        inputs.clear();
        for (var section : form.sections()) {
            var grid = new Div();
            grid.addClassNames("form-grid", "top");
            for (var field : section.fields()) {
                var input = input(field);
                input.onChange(this::changed);
                inputs.put(field.key(), input);
                grid.add(input.component());
            }
            var group = new Div(new H2(FormWords.title(getLocale(), section)), grid);
            group.addClassName("form-group");
            groups.put(section, group);
            add(group);
        }
        settle();
    }

    private FormInput input(FormField field) {
        var label = FormWords.label(getLocale(), field);
        return switch (field.kind()) {
            case TABLE -> new FormTableInput(field, getLocale(), key -> getTranslation(key));
            case FILE -> new FormFileInput(field, label, files, key -> getTranslation(key));
            case ADDRESS, ENTERPRISE -> new FormPairInput(field, label, key -> getTranslation(key));
            default -> FormFieldInput.of(field, getLocale(), false, key -> getTranslation(key));
        };
    }

    private void changed() {
        if (settling) {
            return;
        }
        settle();
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** Shows what is asked for now, and a section only where something of it is. */
    private void settle() {
        var shown = FormConditions.shown(form, answers());
        inputs.forEach((key, input) -> input.component().setVisible(shown.contains(key)));
        groups.forEach((section, group) ->
                group.setVisible(
                        section.fields().stream().anyMatch(one -> shown.contains(one.key()))));
    }

    private void text(FormSection section, Set<String> shown) {
        var facts = new Div();
        facts.addClassName("facts");
        for (var field : section.fields()) {
            if (shown.contains(field.key())) {
                facts.add(fact(field));
            }
        }
        if (facts.getComponentCount() > 0) {
            var group = new Div(new H2(FormWords.title(getLocale(), section)), facts);
            group.addClassName("form-group");
            add(group);
        }
    }

    private Component fact(FormField field) {
        var what = new Div(FormWords.label(getLocale(), field));
        what.addClassName("what");
        var value = new Div();
        value.addClassName("value");
        var said = given.values().getOrDefault(field.key(), List.of());
        var fact = new Div(what, value);
        switch (field.kind()) {
            case TABLE -> {
                value.add(rows(field));
                fact.addClassName("whole");
            }
            case FILE -> {
                for (var id : said) {
                    var held = files.find(id);
                    if (held != null) {
                        value.add(new Div(FormFileInput.link(files, held)));
                    }
                }
                if (value.getComponentCount() == 0) {
                    value.setText(Shown.NOTHING);
                }
            }
            default -> {
                value.setText(Shown.text(answer(field, said)));
                if (field.kind() == FieldKind.LONG_TEXT) {
                    fact.addClassName("whole");
                }
            }
        }
        return fact;
    }

    private Component rows(FormField field) {
        var rows = given.tables().getOrDefault(field.key(), List.of());
        if (rows.isEmpty()) {
            return new Span(Shown.NOTHING);
        }
        var heads = field.columns().stream().map(one -> FormWords.label(getLocale(), one)).toList();
        var table = new org.kaiyuan.ui.kit.PlainTable(FormWords.label(getLocale(), field), heads);
        for (var row : rows) {
            table.row(
                    field.columns().stream()
                            .map(column -> {
                                var said = row.get(column.key());
                                return said == null ? "" : answer(column, List.of(said));
                            })
                            .toArray());
        }
        var stacking = new Div(table);
        stacking.addClassName("stacking");
        return stacking;
    }

    private String answer(FormField field, List<String> said) {
        return FormWords.answer(getLocale(), field, said, key -> getTranslation(key));
    }

    /** For a look at the form. */
    private static final class NoFiles implements Files {
        @Override
        public Component upload(
                FormField field, String label, SerializableConsumer<Held> attached) {
            var button = new Button(new Glyph(Glyph.Of.CLIP));
            button.setText(button.getTranslation("ui.files.choose"));
            button.setEnabled(false);
            return button;
        }

        @Override
        public @Nullable Held find(String id) {
            return new Held(id, id);
        }

        @Override
        public void remove(String id) {}

        @Override
        public @Nullable DownloadHandler download(String id) {
            return null;
        }
    }

    /** Files that hang on a record. */
    private static final class RecordFiles implements Files {
        private final transient Attachments attachments;
        private final transient RecordRef record;

        RecordFiles(Attachments attachments, RecordRef record) {
            this.attachments = attachments;
            this.record = record;
        }

        @Override
        public Component upload(
                FormField field, String label, SerializableConsumer<Held> attached) {
            var upload =
                    new ResumableUpload(
                            attachments,
                            record,
                            file -> attached.accept(new Held(file.id().toString(), file.name())));
            // the materials of the same record have their keys for places
            upload.at("answers." + field.key(), label);
            upload.offerCamera();
            return upload;
        }

        @Override
        public @Nullable Held find(String id) {
            try {
                return new Held(id, attachments.find(id(id)).name());
            } catch (Refusal | IllegalArgumentException gone) {
                return null;
            }
        }

        @Override
        public void remove(String id) {
            attachments.remove(id(id));
        }

        @Override
        public @Nullable DownloadHandler download(String id) {
            return new FileDownload(attachments, id(id));
        }

        private static FileId id(String id) {
            return new FileId(UUID.fromString(id));
        }
    }
}

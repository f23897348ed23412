package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.FormSection;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;

/** The form: sections of fields, and beside them what whoever fills it in sees. */
final class ServiceFormPart extends ServiceEditPart {
    final transient List<Section> sections = new ArrayList<>();
    final Button more;
    private final Div blocks = new Div();
    private final Div preview = new Div();
    private final SerializableRunnable changed;
    private @Nullable FormPane pane;
    @Nullable FormFieldDialog open;

    ServiceFormPart(ServiceCatalogueDoors doors, SerializableRunnable changed) {
        super(doors);
        this.changed = changed;
        more =
                new Button(
                        word("form.section.add"),
                        new Glyph(Glyph.Of.PLUS),
                        click -> {
                            append(new FormSection("", null, List.of()));
                            tell();
                        });
        more.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var builder = new Div(new Paragraph(word("form.detail")), blocks, more);
        builder.addClassName("form-builder");
        preview.addClassName("form-preview");
        preview.getElement().setAttribute("role", "region");
        preview.getElement().setAttribute("aria-label", word("form.preview"));
        var split = new Div(builder, preview);
        split.addClassName("form-split");
        add(split);
    }

    @Override
    void show(ServiceNote note) {
        sections.clear();
        blocks.removeAll();
        note.form().sections().forEach(this::append);
        settle();
        look();
    }

    FormDefinition form() {
        return new FormDefinition(sections.stream().map(Section::value).toList());
    }

    /** The pane beside the form, for whoever tries it. */
    @Nullable FormPane pane() {
        return pane;
    }

    @Override
    void mark(List<FieldFault> faults, ServiceFaultWords words) {
        var rest = new ArrayList<>(faults);
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            var prefix = "form.sections[" + i + "]";
            mark(section.lines, prefix + ".fields", faults, words, rest);
            var titles = ServiceFaultWords.of(faults, prefix + ".title");
            rest.removeAll(titles);
            section.title.setInvalid(!titles.isEmpty());
            section.title.setErrorMessage(
                    titles.isEmpty() ? "" : words.sentence(titles.getFirst()));
        }
        tell(rest, words);
    }

    private Section append(FormSection section) {
        var block = new Section(section);
        sections.add(block);
        blocks.add(block);
        return block;
    }

    private void tell() {
        settle();
        look();
        changed.run();
    }

    private void settle() {
        for (int i = 0; i < sections.size(); i++) {
            sections.get(i).settle(i);
        }
    }

    /** The form anew, with what was tried in it before. */
    private void look() {
        var tried = pane == null ? FormAnswers.NONE : pane.answers();
        preview.removeAll();
        preview.add(new H2(word("form.preview")));
        var form = form();
        if (form.fields().isEmpty()) {
            pane = null;
            preview.add(new EmptyState(Glyph.Of.FILE, word("form.preview.none")));
            return;
        }
        var anew = new FormPane(form, FormPane.Files.NONE);
        anew.show(tried);
        pane = anew;
        preview.add(anew);
    }

    private void edit(Section section, int at) {
        var before = at == ServiceLines.NEW ? null : section.lines.value().get(at);
        var used = new HashSet<String>();
        var others = new ArrayList<FormField>();
        boolean reached = false; // conditions look at what stands above
        for (var one : sections) {
            var fields = one.lines.value();
            for (int i = 0; i < fields.size(); i++) {
                boolean itself = one == section && i == at;
                reached |= itself;
                if (!itself) {
                    used.add(fields.get(i).key());
                    if (!reached) {
                        others.add(fields.get(i));
                    }
                }
            }
            reached |= one == section;
        }
        var dialog =
                new FormFieldDialog(
                        doors.messages(),
                        before,
                        used,
                        others,
                        false,
                        field -> section.lines.put(at, field));
        open = dialog;
        dialog.dialog.open();
    }

    private Component summary(FormField field) {
        var chips = new Div();
        chips.addClassName("chips");
        chips.add(ServiceCells.chip(doors.messages().of(getLocale(), field.kind()), "neutral"));
        if (field.required()) {
            chips.add(ServiceCells.chip(word("field.required"), "tag"));
        }
        if (field.prefill() != null) {
            chips.add(
                    ServiceCells.chip(
                            getTranslation(
                                    "ui.services.catalogue.field.prefilled",
                                    doors.messages().of(getLocale(), field.prefill())),
                            "neutral"));
        }
        for (var condition : field.when()) {
            chips.add(ServiceCells.chip(word("field.when") + " " + condition.field(), "waiting"));
        }
        var cell = ServiceCells.named(new Span(field.label()), field.key());
        cell.add(chips);
        return cell;
    }

    /** A section as it is written. */
    final class Section extends Div {
        final TextField title = new TextField();
        final TextField titleEn = new TextField();
        final ServiceLines<FormField> lines;
        private final Button up;
        private final Button down;
        private final Button remove;

        Section(FormSection section) {
            addClassName("form-group");
            title.setLabel(word("form.section.title"));
            title.setMaxLength(100);
            title.setRequiredIndicatorVisible(true);
            title.setManualValidation(true);
            title.setValue(section.title());
            titleEn.setLabel(word("form.section.titleEn"));
            titleEn.setMaxLength(200);
            titleEn.setValue(ServiceCells.typed(section.titleEn()));
            title.addValueChangeListener(change -> tell());
            titleEn.addValueChangeListener(change -> tell());
            up = ServiceCells.arrow("↑", word("line.up"), () -> move(-1));
            down = ServiceCells.arrow("↓", word("line.down"), () -> move(1));
            remove =
                    ServiceCells.small(
                            Glyph.Of.TRASH,
                            word("form.section.remove"),
                            () -> {
                                sections.remove(this);
                                blocks.remove(this);
                                ServiceFormPart.this.tell();
                            });
            var buttons = new Div(up, down, remove);
            buttons.addClassName("buttons");
            var head = new Div(title, titleEn, buttons);
            head.addClassName("form-section-head");
            lines =
                    new ServiceLines<>(
                            word("field.add"),
                            word("form.section.none"),
                            (field, at) -> summary(field),
                            at -> edit(this, at),
                            ServiceFormPart.this::tell);
            lines.show(section.fields());
            lines.goesOnIn(
                    new ServiceLines.Beyond<>() {
                        @Override
                        public boolean isThere(int direction) {
                            int to = sections.indexOf(Section.this) + direction;
                            return to >= 0 && to < sections.size();
                        }

                        @Override
                        public void take(int direction, FormField field) {
                            sections.get(sections.indexOf(Section.this) + direction)
                                    .lines
                                    .take(direction, field);
                        }
                    });
            add(head, lines);
        }

        private void move(int direction) {
            int from = sections.indexOf(this);
            sections.remove(from);
            sections.add(from + direction, this);
            blocks.removeAll();
            sections.forEach(blocks::add);
            ServiceFormPart.this.tell();
        }

        private void settle(int at) {
            up.setEnabled(at > 0);
            down.setEnabled(at < sections.size() - 1);
            remove.setEnabled(sections.size() > 1 || lines.value().isEmpty());
            lines.renew();
        }

        FormSection value() {
            return new FormSection(
                    title.getValue().strip(), ServiceCells.said(titleEn.getValue()), lines.value());
        }
    }
}

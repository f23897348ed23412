package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.services.LetterTemplate;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.ui.kit.Glyph;

/** 文书: the letters that a case of this service writes. */
final class ServiceLettersPart extends ServiceEditPart {
    final ServiceLines<LetterTemplate> lines;
    final Select<LetterKind> more = new Select<>();
    final Button standard = new Button();
    private final ServiceTrack track;
    private final transient Supplier<String> title;
    private final SerializableRunnable changed;
    @Nullable LetterDialog open;

    ServiceLettersPart(
            ServiceCatalogueDoors doors,
            ServiceTrack track,
            Supplier<String> title,
            SerializableRunnable changed) {
        super(doors);
        this.track = track;
        this.title = title;
        this.changed = changed;
        lines =
                new ServiceLines<>(
                        null,
                        word("letters.none"),
                        (letter, at) -> summary(letter),
                        this::edit,
                        this::tell);
        more.setPlaceholder(word("letter.add"));
        more.setAriaLabel(word("letter.add"));
        more.setItemLabelGenerator(one -> one == null ? "" : doors.messages().of(getLocale(), one));
        more.addValueChangeListener(change -> {
            var kind = change.getValue();
            if (kind != null && missing().contains(kind)) {
                lines.put(ServiceLines.NEW, ServiceDefaults.letter(track, kind));
                edit(lines.value().size() - 1);
            }
        });
        standard.setText(word("letters.standard"));
        standard.setIcon(new Glyph(Glyph.Of.PLUS));
        standard.addThemeVariants(ButtonVariant.LUMO_SMALL);
        standard.addClickListener(click -> {
            var missing = missing();
            for (var letter : ServiceDefaults.letters(track)) {
                if (missing.contains(letter.kind())) {
                    lines.put(ServiceLines.NEW, letter);
                }
            }
        });
        var actions = new Div(more, standard);
        actions.addClassName("letter-actions");
        add(new Paragraph(word("letters.detail")), lines, actions);
    }

    @Override
    void show(ServiceNote note) {
        lines.show(note.letters());
        offer();
    }

    @Override
    void mark(List<FieldFault> faults, ServiceFaultWords words) {
        var rest = new ArrayList<>(faults);
        mark(lines, "letters", faults, words, rest);
        tell(rest, words);
    }

    private void tell() {
        offer();
        changed.run();
    }

    private void offer() {
        more.setItems(missing());
        more.setVisible(!missing().isEmpty());
        standard.setVisible(!missing().isEmpty());
    }

    private List<LetterKind> missing() {
        var there = EnumSet.noneOf(LetterKind.class);
        lines.value().forEach(one -> there.add(one.kind()));
        return ServiceDefaults.kinds(track).stream().filter(one -> !there.contains(one)).toList();
    }

    private Component summary(LetterTemplate letter) {
        return ServiceCells.named(
                new Span(doors.messages().of(getLocale(), letter.kind())),
                letter.title() + " · " + letter.numbering());
    }

    private void edit(int at) {
        var dialog =
                new LetterDialog(
                        doors.messages(),
                        lines.value().get(at),
                        title.get(),
                        letter -> lines.put(at, letter));
        open = dialog;
        dialog.dialog.open();
    }
}

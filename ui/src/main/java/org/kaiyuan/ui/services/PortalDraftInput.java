package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.Applicant;
import org.kaiyuan.services.FilledIn;
import org.kaiyuan.services.FormAnswers;

/**
 * All that is filled in of a draft as if it were one form: its fields, who hands in, the pledge and what is to follow. What is
 * no field of the form has a dot in its key, which no field has.
 */
final class PortalDraftInput implements Serializable {
    static final String NAME = "applicant.name";
    static final String PHONE = "applicant.phone";
    private static final String PLEDGED = "pledged.";
    private static final String LATER = "later.";
    private static final List<String> TICKED = List.of("yes");

    final FormPane pane;
    private final TextField name;
    private final TextField phone;
    private final Checkbox pledge;
    private final List<PortalPaperLine> papers;
    private SerializableRunnable changed = () -> {};
    private boolean settling;

    PortalDraftInput(
            FormPane pane,
            TextField name,
            TextField phone,
            Checkbox pledge,
            List<PortalPaperLine> papers) {
        this.pane = pane;
        this.name = name;
        this.phone = phone;
        this.pledge = pledge;
        this.papers = papers;
    }

    /** Told after each change that a person makes. */
    void onChange(SerializableRunnable told) {
        changed = told;
        pane.onChange(told);
        papers.forEach(line -> line.later.addValueChangeListener(this::typed));
    }

    /** Of fields that outlive what is shown in them. */
    void typed(ComponentValueChangeEvent<? extends Component, ?> ignored) {
        if (!settling) {
            changed.run();
        }
    }

    FormAnswers said() {
        var answers = pane.answers();
        var values = new HashMap<>(answers.values());
        put(values, NAME, name.getValue());
        put(values, PHONE, phone.getValue());
        if (pledge.getValue()) {
            values.put(PLEDGED, TICKED);
        }
        for (var line : papers) {
            if (line.later.getValue()) {
                values.put(LATER + line.key(), TICKED);
            }
        }
        return new FormAnswers(values, answers.tables());
    }

    /** Nobody is told of a change. */
    void show(FormAnswers said) {
        settling = true;
        try {
            pane.show(said);
            name.setValue(one(said, NAME));
            phone.setValue(one(said, PHONE));
            pledge.setValue(said.values().containsKey(PLEDGED));
            papers.forEach(
                    line -> line.later.setValue(said.values().containsKey(LATER + line.key())));
        } finally {
            settling = false;
        }
    }

    static FormAnswers said(FilledIn filledIn) {
        var values = new HashMap<>(filledIn.answers().values());
        put(values, NAME, filledIn.applicant().name());
        put(values, PHONE, filledIn.applicant().phone());
        if (filledIn.pledged()) {
            values.put(PLEDGED, TICKED);
        }
        filledIn.deferred().forEach(material -> values.put(LATER + material, TICKED));
        return new FormAnswers(values, filledIn.answers().tables());
    }

    static FilledIn filledIn(FormAnswers said) {
        var values = new HashMap<>(said.values());
        values.keySet().removeIf(key -> key.indexOf('.') >= 0);
        return new FilledIn(
                new FormAnswers(values, said.tables()),
                new Applicant(one(said, NAME), one(said, PHONE)),
                said.values().containsKey(PLEDGED),
                later(said));
    }

    /** What people call one that is no field of the form; null for a field. */
    @Nullable String label(String key) {
        return switch (key) {
            case NAME -> word(pane, "applicant") + " · " + name.getLabel();
            case PHONE -> word(pane, "applicant") + " · " + phone.getLabel();
            default -> null;
        };
    }

    private static Set<String> later(FormAnswers said) {
        return said.values().keySet().stream()
                .filter(key -> key.startsWith(LATER))
                .map(key -> key.substring(LATER.length()))
                .collect(Collectors.toSet());
    }

    private static String one(FormAnswers said, String key) {
        var found = said.one(key);
        return found == null ? "" : found;
    }

    private static void put(Map<String, List<String>> values, String key, String text) {
        if (!text.isEmpty()) {
            values.put(key, List.of(text));
        }
    }
}

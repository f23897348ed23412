package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** A part of a lead's page that may be changed there; the whole page is read anew then. */
abstract class LeadPanel extends Div {
    final transient LeadDoors doors;
    final transient LeadDetails lead;
    private final SerializableRunnable changed;

    LeadPanel(LeadDoors doors, LeadDetails lead, SerializableRunnable changed) {
        this.doors = doors;
        this.lead = lead;
        this.changed = changed;
        addClassName("lead-panel");
    }

    final boolean mayWrite() {
        return doors.person().may(LeadPermissions.WRITE);
    }

    final Messages messages() {
        return doors.messages();
    }

    final String word(String key, Object... arguments) {
        return getTranslation("ui.leads.record." + key, arguments);
    }

    final String name(Enum<?> constant) {
        return messages().of(getLocale(), constant);
    }

    final void done(String key) {
        Tell.done(word(key));
        changed.run();
    }

    /** A heading, and what may be done below it. */
    final Div head(String key, Button... actions) {
        var row = new Div(new H2(word(key)));
        row.add(actions);
        row.addClassName("lead-panel-head");
        return row;
    }

    final Button add(String key, SerializableRunnable act) {
        var button = new Button(word(key), new Glyph(Glyph.Of.PLUS), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    /** A pencil; what it changes is said to those who do not see it. */
    final Button edit(String of, SerializableRunnable act) {
        var button = new Button(new Glyph(Glyph.Of.EDIT), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation("ui.enterprises.to-edit") + " " + of);
        return button;
    }

    final Span chip(String text, String... classes) {
        var chip = new Span(text);
        chip.addClassName("chip");
        chip.addClassNames(classes);
        return chip;
    }

    final Div quiet(String sentence) {
        var said = new Div(sentence);
        said.addClassName("lead-quiet");
        return said;
    }
}

package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.stream.Collectors;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangedMeanwhile;

/** A few questions, and one thing that is done with the answers; what is refused is said at its field. */
public final class AskDialog extends Dialog {
    private static final long UNVERSIONED = -1;

    public final Button go = new Button();
    public final Div form = new Div();
    private final FieldMarks marks = new FieldMarks(this);
    private final Div told = new Div();
    private long seen;
    private SerializableFunction<ChangeEntry, String> changed = change -> "";

    /** @param act when it refuses, the dialog stays open with what was typed */
    public AskDialog(String title, String goText, SerializableRunnable act) {
        this(title, goText, UNVERSIONED, version -> act.run());
    }

    /**
     * Changes a record that others may change at the same time. When they did, it says so and what was typed stays;
     * going on then is on top of theirs.
     *
     * @param seen the version of the record that the person sees
     * @param act is given the version that it shall be based on
     */
    public AskDialog(String title, String goText, long seen, SerializableConsumer<Long> act) {
        this.seen = seen;
        setCloseOnOutsideClick(false); // what was typed is not lost by a click beside it
        told.addClassNames("conflict", "wide");
        told.getElement().setAttribute("role", "alert");
        told.setVisible(false);
        setHeaderTitle(title);
        setWidth("min(640px, 94vw)");
        form.addClassName("form-grid");
        add(told, form);
        go.setText(goText);
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(click -> {
            told.setVisible(false);
            try {
                if (marks.done(() -> act.accept(this.seen))) {
                    close();
                }
            } catch (ChangedMeanwhile meanwhile) {
                tell(meanwhile);
            } finally {
                go.setEnabled(isOpened()); // not again while it fades
            }
        });
        getFooter().add(new Button(getTranslation("ui.form.cancel"), click -> close()), go);
    }

    private void tell(ChangedMeanwhile meanwhile) {
        if (seen == UNVERSIONED) {
            throw meanwhile;
        }
        seen = meanwhile.version();
        told.setText(
                getTranslation(meanwhile.messageKey(), meanwhile.arguments())
                        + meanwhile.changes().stream()
                                .map(changed)
                                .filter(one -> !one.isBlank())
                                .distinct()
                                .collect(Collectors.joining("；"))
                        + getTranslation("ui.form.conflict.again"));
        told.setVisible(true);
    }

    /** What should be known before one answers. */
    public AskDialog saying(String sentence) {
        var said = new Paragraph(sentence);
        said.addClassName("wide");
        form.add(said);
        return this;
    }

    /** @param words of what somebody else did meanwhile; empty for what needs no word */
    public AskDialog changes(SerializableFunction<ChangeEntry, String> words) {
        changed = words;
        return this;
    }

    public AskDialog grave() {
        go.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    /** @param key what refusals call the field */
    public <F extends Component> F with(String key, String label, F field) {
        if (field instanceof HasLabel labelled) {
            labelled.setLabel(label);
        }
        if (field instanceof HasValidation validated) {
            marks.at(key, validated);
        }
        if (field instanceof HasSize sized) {
            sized.setWidthFull();
        }
        form.add(field);
        return field;
    }

    /** A field that stands in the form already. */
    public void refusedAt(String key, HasValidation field) {
        marks.at(key, field);
    }

    /** Why it is done. */
    public TextArea reason() {
        var reason = with("reason", getTranslation("ui.why"), new TextArea());
        reason.setMaxLength(500);
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addClassName("wide");
        return reason;
    }
}

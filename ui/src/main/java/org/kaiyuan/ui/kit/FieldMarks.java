package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kaiyuan.platform.refusal.Refusal;

/** Says what is refused at the fields that it is about. */
public final class FieldMarks implements Serializable {
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Component form;

    public FieldMarks(Component form) {
        this.form = form;
    }

    /** @param key what refusals call the field */
    public FieldMarks at(String key, HasValidation field) {
        field.setManualValidation(true); // the use case refuses in words
        fields.put(key, field);
        return this;
    }

    /**
     * Does it, the marks of before taken away. What is refused of a field that is not here is told as a toast;
     * a refusal that is about no field, or about written rules, goes on to whoever called.
     *
     * @return whether it was done
     */
    public boolean done(SerializableRunnable act) {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            act.run();
            return true;
        } catch (Refusal refused) {
            if (refused.fields().isEmpty() || !refused.rules().isEmpty()) {
                throw refused; // about no field, or about rules that stand elsewhere
            }
            for (var fault : refused.fields()) {
                var sentence = form.getTranslation(fault.messageKey(), fault.arguments().toArray());
                var field = fields.get(fault.field());
                if (field == null) {
                    Tell.refused(sentence);
                } else {
                    field.setErrorMessage(sentence);
                    field.setInvalid(true);
                }
            }
            return false;
        }
    }
}

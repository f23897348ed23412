package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormField;

/** What a field of a form is filled in with. */
abstract class FormInput implements Serializable {
    final transient FormField field;

    FormInput(FormField field) {
        this.field = field;
    }

    abstract Component component();

    abstract void show(FormAnswers answers);

    /** Empty where nothing was said. */
    abstract List<String> values();

    /** Of a table. */
    List<Map<String, String>> rows() {
        return List.of();
    }

    abstract void onChange(SerializableRunnable told);

    /** @param sentence what is wrong; null for nothing */
    abstract void mark(@Nullable String sentence);

    /** What is wrong with a cell of a table. */
    void mark(int row, String column, String sentence) {
        mark(sentence);
    }

    void clear() {
        mark(null);
    }

    /** To where the first fault of it is. */
    void focus() {
        focus(component());
    }

    static void focus(Component component) {
        component.scrollIntoView();
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
        } else {
            component.getElement().executeJs("this.focus()");
        }
    }

    static void mark(Component component, @Nullable String sentence) {
        if (component instanceof HasValidation validated) {
            validated.setErrorMessage(sentence == null ? "" : sentence);
            validated.setInvalid(sentence != null);
        }
    }

    static void enable(Component component, boolean enabled) {
        if (component instanceof HasEnabled able) {
            able.setEnabled(enabled);
        }
    }
}

package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lines of a form that can be added and taken away, such as the contacts of an enterprise or the investors of a lead. */
public final class Rows<T> extends CustomField<List<T>> {
    /** The fields of one line. */
    public interface Row<T> {
        List<Component> fields();

        /** Null where the line is wholly empty. */
        @Nullable T value();
    }

    private final SerializableFunction<@Nullable T, Row<T>> make;
    private final transient List<Row<T>> rows = new ArrayList<>();
    private final Div lines = new Div();
    public final Button more;

    public Rows(String label, String addLabel, SerializableFunction<@Nullable T, Row<T>> make) {
        super(List.of());
        this.make = make;
        setLabel(label);
        lines.addClassName("form-rows");
        more = new Button(addLabel, new Glyph(Glyph.Of.PLUS), click -> append(null));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(new Div(lines, more));
        setWidthFull();
    }

    @Override
    protected List<T> generateModelValue() {
        return rows.stream().map(Row::value).filter(Objects::nonNull).map(v -> (T) v).toList();
    }

    @Override
    protected void setPresentationValue(List<T> values) {
        rows.clear();
        lines.removeAll();
        values.forEach(this::append);
    }

    /** The fields of line {@code index}, for whoever fills them in by hand. */
    public List<Component> fields(int index) {
        return rows.get(index).fields();
    }

    private void append(@Nullable T value) {
        var row = make.apply(value);
        rows.add(row);
        var line = new Div(row.fields().toArray(Component[]::new));
        line.addClassName("form-row");
        var remove = new Button(new Glyph(Glyph.Of.TRASH));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(getTranslation("ui.form.remove"));
        remove.addClickListener(click -> {
            rows.remove(row);
            lines.remove(line);
            updateValue();
        });
        line.add(remove);
        lines.add(line);
    }

    /** What is in the lines now, also while the browser has not told of its last change. */
    public List<T> now() {
        return generateModelValue();
    }
}

package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotQuestion;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Units;

/** What is asked of list and map, and chips that take a part out again. */
class PlotFilterBar extends Div {
    private static final Set<String> NO_PARTS = Set.of("q", "colours", "asOf");

    final TextField typed = new TextField();

    /** On a phone, all but the words is behind it. */
    final Button more = new Button();

    final MultiSelectComboBox<PlotState> states = new MultiSelectComboBox<>();
    final ComboBox<String> use = new ComboBox<>();
    final BigDecimalField least = new BigDecimalField();
    final BigDecimalField most = new BigDecimalField();
    final DatePicker asOf = new DayField();
    final Div chips = new Div();

    private final transient PlotDoors doors;
    private final transient Consumer<PlotQuestion> ask;
    private transient PlotQuestion shown = PlotQuestion.ALL;
    private boolean settling;

    /** @param ask is told each new question */
    PlotFilterBar(PlotDoors doors, Consumer<PlotQuestion> ask) {
        this.doors = doors;
        this.ask = ask;
        addClassName("lead-filter");
        typed.setPlaceholder(getTranslation("ui.plots.typed"));
        typed.setAriaLabel(getTranslation("ui.plots.typed"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setMaxLength(200);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addClassName("wide");
        states.setItems(PlotState.values());
        states.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        states.setPlaceholder(getTranslation("plots.column.state"));
        states.setAriaLabel(getTranslation("plots.column.state"));
        use.setItems(LandUses.codes());
        use.setItemLabelGenerator(LandUses::shown);
        use.setPlaceholder(getTranslation("plots.column.useCode"));
        use.setAriaLabel(getTranslation("plots.column.useCode"));
        use.setClearButtonVisible(true);
        area(least, "ui.plots.areaFrom");
        area(most, "ui.plots.areaTo");
        asOf.setPlaceholder(getTranslation("ui.plots.asOf"));
        asOf.setAriaLabel(getTranslation("ui.plots.asOf"));
        asOf.setMax(doors.today());
        asOf.setClearButtonVisible(true);
        asOf.addValueChangeListener(change -> {
            if (!settling) {
                ask.accept(shown.asOf(change.getValue()));
            }
        });
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(typed, states, use, least, most)) {
            field.addValueChangeListener(change -> {
                if (!settling) {
                    ask.accept(shown.with(filter()));
                }
            });
        }
        chips.addClassNames("chips", "active-filters");
        var bar = new Div(typed, more, states, use, least, most, asOf);
        bar.addClassNames("filter-bar", "folding");
        more.setText(getTranslation("ui.filter"));
        more.setIcon(new Glyph(Glyph.Of.FILTER));
        more.addClassName("unfold");
        more.getElement().setAttribute("aria-expanded", "false");
        more.addClickListener(click -> {
            boolean open = !bar.hasClassName("open");
            bar.setClassName("open", open);
            more.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        });
        add(bar, chips);
    }

    private void area(BigDecimalField field, String key) {
        field.setPlaceholder(getTranslation(key));
        field.setAriaLabel(getTranslation(key));
        field.addClassName("figure");
    }

    /** Puts the question into the fields without asking it. */
    void show(PlotQuestion question) {
        shown = question;
        settling = true;
        var f = question.filter();
        var text = f.text() == null ? "" : f.text();
        if (!typed.getValue().strip().equals(text)) {
            typed.setValue(text);
        }
        states.setValue(f.states());
        use.setValue(f.usePrefix());
        least.setValue(Units.mu(f.leastM2()));
        most.setValue(Units.mu(f.mostM2()));
        asOf.setValue(question.asOf());
        settling = false;
        chips.removeAll();
        question.parameters()
                .forEach((name, values) ->
                        values.forEach(value -> {
                            if (!NO_PARTS.contains(name)) {
                                chips.add(chip(name, value));
                            }
                        }));
        if (chips.getComponentCount() > 1) {
            var clear =
                    new Button(
                            getTranslation("ui.filter.clear"),
                            click -> ask.accept(shown.with(PlotFilter.ALL)));
            clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            chips.add(clear);
        }
    }

    private Button chip(String name, String value) {
        var words = words(name, value);
        var chip = new Button(words, new Glyph(Glyph.Of.CLOSE));
        chip.setIconAfterText(true);
        chip.setAriaLabel(getTranslation("ui.filter.remove", words));
        chip.addClassNames("chip", "filter-chip");
        chip.addClickListener(click -> {
            var left = new LinkedHashMap<>(shown.parameters());
            left.put(
                    name,
                    left.getOrDefault(name, List.of()).stream()
                            .filter(other -> !other.equals(value))
                            .toList());
            ask.accept(PlotQuestion.of(left));
        });
        return chip;
    }

    private String words(String name, String value) {
        return switch (name) {
            case "state" -> doors.messages().of(getLocale(), PlotState.valueOf(value));
            case "use" -> LandUses.shown(value);
            case "areaFrom", "areaTo" ->
                    getTranslation("ui.plots.chip." + name, Shown.mu(new BigDecimal(value)));
            default -> getTranslation("ui.plots.chip." + name);
        };
    }

    private PlotFilter filter() {
        var text = typed.getValue().strip();
        return new PlotFilter(
                text.isEmpty() ? null : text,
                states.getValue(),
                use.getValue(),
                squareMetres(least.getValue()),
                squareMetres(most.getValue()),
                shown.filter().holder(),
                null);
    }

    /** What no park could hold asks for nothing. */
    private static @Nullable BigDecimal squareMetres(@Nullable BigDecimal mu) {
        return mu == null || mu.signum() < 0 || mu.precision() - mu.scale() > 8
                ? null
                : Units.squareMetres(mu);
    }
}

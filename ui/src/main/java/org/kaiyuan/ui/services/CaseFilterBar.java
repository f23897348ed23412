package org.kaiyuan.ui.services;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseBox;
import org.kaiyuan.services.CaseFilter;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.ui.kit.Glyph;

/** What narrows a box of the inbox. */
class CaseFilterBar extends Div {
    private static final int MONTHS = 24;

    final TextField words = new TextField();
    final ComboBox<DeskServiceChoice.Entry> service;
    final TextField team = new TextField();
    final Select<CaseState> state = new Select<>();
    final Select<YearMonth> month = new Select<>();
    private final transient DeskServiceChoice services;
    private final SerializableConsumer<CaseFilter> asked;
    private CaseBox box = CaseBox.MINE;
    private boolean settling;

    CaseFilterBar(CaseDoors doors, SerializableConsumer<CaseFilter> asked) {
        this.asked = asked;
        services = new DeskServiceChoice(doors.catalogue());
        service = services.field();
        addClassName("filter-bar");
        typed(words, "words");
        words.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        words.addClassName("wide");
        typed(team, "team");
        service.setPlaceholder(word("service"));
        service.setAriaLabel(word("service"));
        state.setItems(CaseState.values());
        state.setPlaceholder(word("state"));
        state.setAriaLabel(word("state"));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(word("state.any"));
        state.setItemLabelGenerator(
                one -> one == null ? word("state.any") : doors.messages().of(getLocale(), one));
        var now = YearMonth.from(doors.today());
        month.setItems(IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList());
        month.setPlaceholder(word("month"));
        month.setAriaLabel(word("month"));
        month.setEmptySelectionAllowed(true);
        month.setEmptySelectionCaption(word("month.any"));
        month.setItemLabelGenerator(one -> one == null ? word("month.any") : one.toString());
        service.addValueChangeListener(change -> ask());
        state.addValueChangeListener(change -> ask());
        month.addValueChangeListener(change -> ask());
        add(words, service, team, state, month);
    }

    private void typed(TextField field, String key) {
        field.setPlaceholder(word(key));
        field.setAriaLabel(word(key));
        field.setClearButtonVisible(true);
        field.setMaxLength(200);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> ask());
    }

    void show(CaseFilter filter) {
        settling = true;
        box = filter.box();
        settle(words, filter.words());
        settle(team, filter.team());
        service.setValue(filter.service() == null ? null : services.of(filter.service()));
        state.setValue(filter.state());
        month.setValue(filter.month());
        settling = false;
    }

    /** The same in another box. */
    static CaseFilter in(CaseBox box, CaseFilter filter) {
        return new CaseFilter(
                box,
                filter.words(),
                filter.service(),
                filter.team(),
                filter.state(),
                filter.month());
    }

    private static void settle(TextField field, @Nullable String value) {
        var wanted = value == null ? "" : value;
        if (!field.getValue().strip().equals(wanted)) {
            field.setValue(wanted);
        }
    }

    private void ask() {
        if (settling) {
            return;
        }
        var chosen = service.getValue();
        asked.accept(
                new CaseFilter(
                        box,
                        said(words),
                        chosen == null ? null : chosen.serviceId(),
                        said(team),
                        state.getValue(),
                        month.getValue()));
    }

    private static @Nullable String said(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private String word(String key) {
        return getTranslation("ui.services.desk.filter." + key);
    }
}

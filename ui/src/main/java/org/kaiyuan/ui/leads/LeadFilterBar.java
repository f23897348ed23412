package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadOrder;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.ui.kit.Glyph;

/** What is asked of a list or a board: words, filter, order, and chips that take a part out again. */
class LeadFilterBar extends Div {
    final TextField typed = new TextField();
    final Button filters = new Button();
    final Select<LeadOrder> order = new Select<>();
    final LeadFilterForm form;
    final Div chips = new Div();

    private final transient LeadFilterWords words;
    private final transient Consumer<LeadQuestion> ask;
    private transient LeadQuestion shown = LeadQuestion.ALL;
    private boolean settling;

    /**
     * @param searching whether words are searched for; elsewhere a project's name begins with them
     * @param ask is told each new question
     */
    LeadFilterBar(
            LeadListDoors doors, StageWords stages, boolean searching, Consumer<LeadQuestion> ask) {
        this.ask = ask;
        words = new LeadFilterWords(stages);
        form = new LeadFilterForm(doors, stages, filter -> ask.accept(shown.with(filter)));
        addClassName("lead-filter");
        var said = getTranslation(searching ? "ui.leads.list.typed" : "ui.leads.list.prefix");
        typed.setPlaceholder(said);
        typed.setAriaLabel(said);
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setMaxLength(200);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addClassName("wide");
        typed.addValueChangeListener(change -> {
            if (!settling) {
                ask.accept(
                        searching
                                ? new LeadQuestion(change.getValue(), shown.filter(), shown.order())
                                : shown.with(
                                        shown.filter()
                                                .but()
                                                .namePrefix(change.getValue().strip())
                                                .filter()));
            }
        });
        filters.setIcon(new Glyph(Glyph.Of.FILTER));
        filters.addClickListener(click -> open(!form.isVisible()));
        order.setItems(LeadOrder.values());
        order.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        order.setAriaLabel(getTranslation("ui.leads.list.order"));
        order.setVisible(searching);
        order.addValueChangeListener(change -> {
            if (!settling) {
                ask.accept(new LeadQuestion(shown.typed(), shown.filter(), change.getValue()));
            }
        });
        chips.addClassNames("chips", "active-filters");
        open(false);
        var bar = new Div(typed, filters, order);
        bar.addClassName("filter-bar");
        add(bar, form, chips);
    }

    private void open(boolean open) {
        form.setVisible(open);
        filters.getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }

    /** Puts the question into the fields without asking it. */
    void show(LeadQuestion question) {
        shown = question;
        settling = true;
        var text =
                order.isVisible()
                        ? question.typed()
                        : question.filter().namePrefix() == null
                                ? ""
                                : question.filter().namePrefix();
        if (!typed.getValue().strip().equals(text)) {
            typed.setValue(text);
        }
        form.show(question.filter());
        order.setValue(question.order());
        order.setEnabled(!question.isSearch());
        settling = false;
        chips.removeAll();
        for (var part : words.parts(question)) {
            var chip = new Button(part.words(), new Glyph(Glyph.Of.CLOSE));
            chip.setIconAfterText(true);
            chip.addClickListener(click -> ask.accept(part.without()));
            chip.setAriaLabel(getTranslation("ui.filter.remove", part.words()));
            chip.addClassNames("chip", "filter-chip");
            chips.add(chip);
        }
        int set = chips.getComponentCount();
        if (set > 1) {
            var clear =
                    new Button(
                            getTranslation("ui.filter.clear"),
                            click -> ask.accept(shown.with(LeadFilter.ALL)));
            clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            chips.add(clear);
        }
        filters.setText(
                set == 0 ? getTranslation("ui.filter") : getTranslation("ui.filter") + " " + set);
    }
}

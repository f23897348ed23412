package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.ScoreItem;
import org.kaiyuan.leads.ScoreTable;
import org.kaiyuan.ui.kit.Rows;

/** A score table as it is edited: items whose points make 100, vetoes, the mark that passes. */
class ScoreTableFields extends Div {
    final Rows<ScoreItem> items;
    final Rows<String> vetoes;
    final IntegerField passMark = new IntegerField();
    private final Div sum = new Div();
    private final Div told = new Div();
    private int basedOn;

    ScoreTableFields() {
        items = new Rows<>(word("items"), word("items.add"), this::item);
        vetoes = new Rows<>(word("vetoes"), word("vetoes.add"), this::veto);
        passMark.setLabel(word("passMark"));
        passMark.setMin(0);
        passMark.setMax(100);
        passMark.setStepButtonsVisible(true);
        sum.addClassName("lead-sum");
        sum.getElement().setAttribute("role", "status");
        told.addClassName("lead-refused");
        told.getElement().setAttribute("role", "alert");
        addClassName("lead-score-table");
        add(items, sum, vetoes, passMark, told);
    }

    /** The version that is shown. */
    int basedOn() {
        return basedOn;
    }

    void show(ScoreTable table) {
        basedOn = table.number();
        items.setValue(List.of());
        items.setValue(table.items());
        vetoes.setValue(List.of());
        vetoes.setValue(table.vetoes());
        passMark.setValue(table.passMark());
        accept();
        tell();
    }

    /** An item that is new is given a key of its own. */
    ScoreTable now() {
        var given = new ArrayList<ScoreItem>();
        var keys = new HashSet<String>();
        items.now().forEach(item -> keys.add(item.key()));
        int next = 1;
        for (var item : items.now()) {
            if (item.key().isEmpty()) {
                while (!keys.add("item" + next)) {
                    next++;
                }
                given.add(new ScoreItem("item" + next, item.name(), item.most()));
            } else {
                given.add(item);
            }
        }
        return new ScoreTable(
                basedOn,
                given,
                vetoes.now(),
                passMark.getValue() == null ? -1 : passMark.getValue());
    }

    void refused(String sentence) {
        told.setText(told.getText().isEmpty() ? sentence : told.getText() + "；" + sentence);
        told.scrollIntoView();
    }

    void accept() {
        told.setText("");
    }

    private void tell() {
        int total = items.now().stream().mapToInt(ScoreItem::most).sum();
        sum.setText(getTranslation("ui.leads.settings.table.sum", String.valueOf(total)));
        sum.setClassName("bad", total != 100);
    }

    private Rows.Row<ScoreItem> item(@Nullable ScoreItem item) {
        var name = new TextField(word("item.name"));
        name.setValue(item == null ? "" : item.name());
        name.addClassName("broad");
        var most = new IntegerField(word("item.most"));
        most.setMin(1);
        most.setMax(100);
        most.setValue(item == null ? null : Integer.valueOf(item.most()));
        most.setValueChangeMode(ValueChangeMode.EAGER);
        most.addValueChangeListener(change -> tell());
        return row(
                List.of(name, most),
                () ->
                        name.isEmpty() && most.isEmpty()
                                ? null
                                : new ScoreItem(
                                        item == null ? "" : item.key(),
                                        name.getValue().strip(),
                                        most.getValue() == null ? 0 : most.getValue()));
    }

    private Rows.Row<String> veto(@Nullable String veto) {
        var text = new TextField(word("veto"));
        text.setValue(veto == null ? "" : veto);
        text.addClassName("broad");
        return row(List.of(text), () -> text.isEmpty() ? null : text.getValue().strip());
    }

    private static <T> Rows.Row<T> row(List<Component> fields, Supplier<@Nullable T> value) {
        return new Rows.Row<>() {
            @Override
            public List<Component> fields() {
                return fields;
            }

            @Override
            public @Nullable T value() {
                return value.get();
            }
        };
    }

    private String word(String key) {
        return getTranslation("ui.leads.settings.table." + key);
    }
}

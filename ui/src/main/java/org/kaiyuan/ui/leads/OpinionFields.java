package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.ReviewOpinion;
import org.kaiyuan.leads.ScoreTable;

/** One reviewer's points by the table's items, vetoes and a word; the sum is told as one types. */
class OpinionFields extends Div {
    final Map<String, IntegerField> points = new LinkedHashMap<>();
    final CheckboxGroup<String> vetoes = new CheckboxGroup<>();
    final TextArea remark = new TextArea();
    private final Div sum = new Div();

    OpinionFields(ScoreTable table, ReviewOpinion before) {
        var grid = new Div();
        grid.addClassName("form-grid");
        for (var item : table.items()) {
            var field =
                    new IntegerField(
                            getTranslation(
                                    "ui.leads.record.review.most",
                                    item.name(),
                                    String.valueOf(item.most())));
            field.setMin(0);
            field.setMax(item.most());
            field.setStepButtonsVisible(true);
            field.setWidthFull();
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.setI18n(
                    new IntegerField.IntegerFieldI18n()
                            .setMinErrorMessage(between(item.most()))
                            .setMaxErrorMessage(between(item.most()))
                            .setBadInputErrorMessage(between(item.most())));
            if (before.points() != null) {
                field.setValue(before.points().get(item.key()));
            }
            field.addValueChangeListener(change -> tell());
            points.put(item.key(), field);
            grid.add(field);
        }
        sum.addClassName("lead-sum");
        sum.getElement().setAttribute("role", "status");
        vetoes.setLabel(getTranslation("ui.leads.record.review.vetoes"));
        vetoes.setItems(table.vetoes());
        vetoes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        vetoes.select(before.vetoes().toArray(String[]::new));
        remark.setLabel(getTranslation("ui.leads.record.review.remark"));
        remark.setMaxLength(4000);
        remark.setWidthFull();
        remark.setValue(before.remark() == null ? "" : before.remark());
        add(grid, sum, vetoes, remark);
        tell();
    }

    /** What was scored; an item that was not is missing, and the use case says so. */
    Map<String, Integer> points() {
        var given = new LinkedHashMap<String, Integer>();
        points.forEach((key, field) -> {
            if (field.getValue() != null) {
                given.put(key, field.getValue());
            }
        });
        return given;
    }

    List<String> vetoes() {
        return List.copyOf(vetoes.getValue());
    }

    @Nullable String remarkNow() {
        return remark.getValue().isBlank() ? null : remark.getValue();
    }

    private String between(int most) {
        return getTranslation("leads.rule.between", "0", String.valueOf(most));
    }

    private void tell() {
        int total = points().values().stream().mapToInt(Integer::intValue).sum();
        sum.setText(getTranslation("ui.leads.record.review.sum", String.valueOf(total)));
    }
}

package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.Batch;
import org.kaiyuan.delegation.EmpowermentArea;
import org.kaiyuan.delegation.PowerList;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Rows;
import org.kaiyuan.ui.kit.Shown;

/** Batches of integrated empowerment, with the policies that go with them. */
class BatchPanel extends Div {
    private final transient DelegationDoors doors;
    private final transient PowerList list;

    BatchPanel(DelegationDoors doors, PowerList list) {
        this.doors = doors;
        this.list = list;
        addClassName("batch-panel");
        show();
    }

    private void show() {
        removeAll();
        var batches = doors.batches().of(list.id());
        if (batches.isEmpty()) {
            add(new EmptyState(Glyph.Of.LAYERS, getTranslation("ui.delegation.batches.none")));
        }
        batches.forEach(batch -> add(box(batch)));
        if (doors.writes()) {
            add(
                    new Button(
                            getTranslation("ui.delegation.batch.new"),
                            new Glyph(Glyph.Of.PLUS),
                            click -> ask(null, batches.size() + 1)));
        }
    }

    private Component box(Batch batch) {
        var head =
                new Div(
                        new H3(
                                getTranslation("ui.delegation.batch.number", batch.number())
                                        + " · "
                                        + batch.title()),
                        new Span(Shown.date(batch.decidedOn())));
        head.addClassName("line");
        if (doors.writes()) {
            var edit =
                    new Button(
                            getTranslation("ui.delegation.entry.edit"),
                            click -> ask(batch, batch.number()));
            edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            head.add(edit);
        }
        var box = new Div(head);
        box.addClassName("batch");
        if (batch.policies().isEmpty()) {
            var none = new Div(getTranslation("ui.delegation.policies.none"));
            none.addClassName("sub");
            box.add(none);
        } else {
            var table =
                    new PlainTable(
                            getTranslation("ui.delegation.policies"),
                            List.of(
                                    getTranslation("ui.delegation.field.area"),
                                    getTranslation("ui.delegation.policy.title"),
                                    getTranslation("ui.delegation.policy.content")));
            batch.policies()
                    .forEach(policy ->
                            table.row(
                                    policy.area() == null
                                            ? Shown.NOTHING
                                            : doors.messages().of(getLocale(), policy.area()),
                                    policy.title(),
                                    Shown.text(policy.content())));
            box.add(table);
        }
        return box;
    }

    private void ask(@Nullable Batch batch, int suggested) {
        var number = new IntegerField();
        number.setValue(suggested);
        number.setEnabled(batch == null);
        var title = new TextField();
        title.setMaxLength(200);
        var decided = new DayField();
        var policies =
                new Rows<Batch.Policy>(
                        getTranslation("ui.delegation.policies"),
                        getTranslation("ui.delegation.policy.new"),
                        this::policy);
        if (batch != null) {
            title.setValue(batch.title());
            decided.setValue(batch.decidedOn());
            policies.setValue(batch.policies());
        }
        var ask =
                new AskDialog(
                        getTranslation("ui.delegation.batch"),
                        getTranslation("ui.form.save"),
                        () -> {
                            doors.batches()
                                    .put(
                                            list.id(),
                                            new Batch(
                                                    number.getValue() == null
                                                            ? 0
                                                            : number.getValue(),
                                                    title.getValue(),
                                                    decided.getValue(),
                                                    policies.now()));
                            show();
                        });
        ask.with("number", getTranslation("ui.delegation.batch.which"), number);
        ask.with("title", getTranslation("ui.delegation.batch.title"), title);
        ask.with("decidedOn", getTranslation("ui.delegation.field.decidedOn"), decided);
        ask.form.add(policies);
        policies.addClassName("wide");
        ask.open();
    }

    private Rows.Row<Batch.Policy> policy(Batch.@Nullable Policy policy) {
        var area = new Select<EmpowermentArea>();
        area.setItems(EmpowermentArea.values());
        area.setEmptySelectionAllowed(true);
        area.setItemLabelGenerator(
                one -> one == null ? Shown.NOTHING : doors.messages().of(getLocale(), one));
        area.setAriaLabel(getTranslation("ui.delegation.field.area"));
        area.setPlaceholder(getTranslation("ui.delegation.field.area"));
        var title = new TextField();
        title.setPlaceholder(getTranslation("ui.delegation.policy.title"));
        title.setAriaLabel(getTranslation("ui.delegation.policy.title"));
        title.setMaxLength(300);
        var content = new TextArea();
        content.setPlaceholder(getTranslation("ui.delegation.policy.content"));
        content.setAriaLabel(getTranslation("ui.delegation.policy.content"));
        content.setMaxLength(4000);
        if (policy != null) {
            area.setValue(policy.area());
            title.setValue(policy.title());
            content.setValue(policy.content() == null ? "" : policy.content());
        }
        return new Rows.Row<>() {
            @Override
            public List<Component> fields() {
                return List.of(area, title, content);
            }

            @Override
            public Batch.@Nullable Policy value() {
                return title.isEmpty() && content.isEmpty()
                        ? null
                        : new Batch.Policy(
                                area.getValue(),
                                title.getValue(),
                                content.isEmpty() ? null : content.getValue());
            }
        };
    }
}

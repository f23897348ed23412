package org.kaiyuan.ui.services;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.ui.kit.AskDialog;

/** One material: what is asked for, of whom and when. */
final class MaterialDialog {
    final TextField name = new TextField();
    final TextField nameEn = new TextField();
    final IntegerField originals = new IntegerField();
    final IntegerField copies = new IntegerField();
    final Checkbox required = new Checkbox();
    final Checkbox deferrable = new Checkbox();
    final Checkbox held = new Checkbox();
    final TextArea remark = new TextArea();
    final ConditionLines when;
    final ServiceSampleBox samples;
    final AskDialog dialog;

    /** @param key of the material; those of before keep theirs */
    MaterialDialog(
            ServiceCatalogueDoors doors,
            ServiceId service,
            @Nullable Material before,
            String key,
            List<FormField> fields,
            SerializableConsumer<Material> done) {
        dialog =
                new AskDialog(
                        word(doors, before == null ? "material.new" : "material"),
                        word(doors, "apply"),
                        () -> {
                            if (name.getValue().isBlank()) {
                                throw new ServicesFieldsRefused("name", "services.rule.required");
                            }
                            done.accept(value(key));
                        });
        dialog.addClassName("material-dialog");
        dialog.with("name", word(doors, "material.name"), name).setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        name.addClassName("wide");
        dialog.with("nameEn", word(doors, "material.nameEn"), nameEn).setMaxLength(300);
        nameEn.addClassName("wide");
        count(doors, "originals", originals);
        count(doors, "copies", copies);
        for (var one : List.of(required, deferrable, held)) {
            dialog.form.add(one);
        }
        required.setLabel(word(doors, "material.required"));
        deferrable.setLabel(word(doors, "material.deferrable"));
        held.setLabel(word(doors, "material.held"));
        dialog.with("remark", word(doors, "material.remark"), remark).setMaxLength(1000);
        remark.addClassName("wide");
        when = new ConditionLines(doors.messages(), fields);
        var label = new Span(word(doors, "material.samples"));
        label.addClassName("form-label");
        samples =
                new ServiceSampleBox(
                        doors,
                        service,
                        before == null ? List.of() : before.samples(),
                        true,
                        changed -> {});
        var box = new Div(label, samples);
        box.addClassName("wide");
        dialog.form.add(when, box);
        show(before);
    }

    private void count(ServiceCatalogueDoors doors, String key, IntegerField field) {
        dialog.with(key, word(doors, "material.count." + key), field);
        field.setMin(0);
        field.setMax(99);
        field.setStepButtonsVisible(true);
        field.setValue(0);
    }

    private void show(@Nullable Material before) {
        required.setValue(before == null || before.required());
        if (before == null) {
            return;
        }
        name.setValue(before.name());
        nameEn.setValue(ServiceCells.typed(before.nameEn()));
        originals.setValue(before.originals());
        copies.setValue(before.copies());
        deferrable.setValue(before.deferrable());
        held.setValue(before.held());
        remark.setValue(ServiceCells.typed(before.remark()));
        when.show(before.when());
    }

    private Material value(String key) {
        return new Material(
                key,
                name.getValue().strip(),
                ServiceCells.said(nameEn.getValue()),
                number(originals),
                number(copies),
                required.getValue(),
                deferrable.getValue(),
                held.getValue(),
                ServiceCells.said(remark.getValue()),
                when.value(),
                samples.samples());
    }

    private static int number(IntegerField field) {
        return field.getValue() == null ? 0 : Math.clamp(field.getValue(), 0, 99);
    }

    private static String word(ServiceCatalogueDoors doors, String key) {
        return doors.messages()
                .text(
                        com.vaadin.flow.component.UI.getCurrent().getLocale(),
                        "ui.services.catalogue." + key);
    }
}

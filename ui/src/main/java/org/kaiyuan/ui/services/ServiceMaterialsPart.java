package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceNote;

/** 申报材料, in their order. */
final class ServiceMaterialsPart extends ServiceEditPart {
    final ServiceLines<Material> lines;
    private final ServiceId service;
    private final transient Supplier<List<FormField>> fields;
    @Nullable MaterialDialog open;

    ServiceMaterialsPart(
            ServiceCatalogueDoors doors,
            ServiceId service,
            Supplier<List<FormField>> fields,
            SerializableRunnable changed) {
        super(doors);
        this.service = service;
        this.fields = fields;
        lines =
                new ServiceLines<>(
                        word("material.add"),
                        word("materials.none"),
                        (material, at) -> summary(material),
                        this::edit,
                        changed);
        add(new Paragraph(word("materials.detail")), lines);
    }

    @Override
    void show(ServiceNote note) {
        lines.show(note.materials());
    }

    @Override
    void mark(List<FieldFault> faults, ServiceFaultWords words) {
        var rest = new ArrayList<>(faults);
        mark(lines, "materials", faults, words, rest);
        tell(rest, words);
    }

    private Component summary(Material material) {
        var chips = new Div();
        chips.addClassName("chips");
        chips.add(
                ServiceCells.chip(
                        ServiceGuidePanel.ServiceMaterialWords.copies(this, material), "tag"));
        ServiceGuidePanel.ServiceMaterialWords.marks(this, material)
                .forEach(mark -> chips.add(ServiceCells.chip(mark, "neutral")));
        if (!material.samples().isEmpty()) {
            chips.add(
                    ServiceCells.chip(
                            getTranslation(
                                    "ui.services.catalogue.samples.count",
                                    material.samples().size()),
                            "neutral"));
        }
        var cell = ServiceCells.named(new Span(material.name()), material.remark());
        cell.add(chips);
        return cell;
    }

    private void edit(int at) {
        var before = at == ServiceLines.NEW ? null : lines.value().get(at);
        var dialog =
                new MaterialDialog(
                        doors,
                        service,
                        before,
                        before == null ? key() : before.key(),
                        fields.get(),
                        material -> lines.put(at, material));
        open = dialog;
        dialog.dialog.open();
    }

    /** Never one that was in use: a running case knows its papers by it. */
    private String key() {
        var used = new HashSet<String>();
        lines.value().forEach(one -> used.add(one.key()));
        int number = used.size() + 1;
        while (used.contains("m" + number)) {
            number++;
        }
        return "m" + number;
    }
}

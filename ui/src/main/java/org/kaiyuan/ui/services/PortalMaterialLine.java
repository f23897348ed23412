package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.chip;
import static org.kaiyuan.ui.services.PortalPieces.row;
import static org.kaiyuan.ui.services.PortalPieces.sub;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServiceId;

/** A material as a guide tells of it: what is wanted of it, and samples to take along. */
class PortalMaterialLine extends Div {
    PortalMaterialLine(Material material, String zone, ServiceId service, boolean inEnglish) {
        addClassName("material");
        var english = material.nameEn();
        var name = new Span(inEnglish && english != null ? english : material.name());
        name.addClassName("title");
        var chips = row("chips", chip(word(this, wanted(material)), wantedStyle(material)));
        if (material.deferrable()) {
            chips.add(chip(word(this, "material.deferrable"), "quiet"));
        }
        if (!material.held()) {
            if (material.originals() > 0) {
                chips.add(chip(word(this, "material.originals", material.originals()), "quiet"));
            }
            if (material.copies() > 0) {
                chips.add(chip(word(this, "material.copies", material.copies()), "quiet"));
            }
        }
        add(name, chips);
        if (!material.when().isEmpty()) {
            add(sub(word(this, "material.when")));
        }
        if (material.remark() != null && !material.remark().isBlank()) {
            add(sub(material.remark()));
        }
        for (var sample : material.samples()) {
            var link =
                    PortalPieces.outward(
                            PortalServiceNavigation.sample(zone, service, sample.file().toString()),
                            word(this, "material.sample", sample.name()));
            link.getElement().setAttribute("download", true);
            add(link);
        }
    }

    private static String wanted(Material material) {
        if (material.held()) {
            return "material.held";
        }
        return material.required() ? "material.required" : "material.optional";
    }

    private static String wantedStyle(Material material) {
        if (material.held()) {
            return "good";
        }
        return material.required() ? "" : "quiet";
    }
}

package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.ui.files.FileDownload;
import org.kaiyuan.ui.kit.PlainTable;

/** A guide as whoever asks for the service reads it. */
final class ServiceGuidePanel extends Div {
    private final transient ServiceCatalogueDoors doors;

    ServiceGuidePanel(ServiceCatalogueDoors doors, ServiceNote note) {
        this.doors = doors;
        addClassName("service-guide");
        var guide = guide(note);
        var facts = new Div();
        facts.addClassName("facts");
        ServiceCells.fact(
                facts, word("kind"), doors.messages().of(getLocale(), note.kind()), false);
        ServiceCells.fact(
                facts,
                word("statutoryDays"),
                note.statutoryDays() == null ? null : days(note.statutoryDays()),
                false);
        ServiceCells.fact(facts, word("promisedDays"), days(note.promisedDays()), false);
        ServiceCells.fact(
                facts,
                word("visits"),
                getTranslation("ui.services.catalogue.times", note.visits()),
                false);
        ServiceCells.fact(facts, word("modes"), modes(note), false);
        ServiceCells.fact(facts, word("fees"), or(guide.fees(), word("fees.none")), false);
        ServiceCells.fact(facts, word("audience"), guide.audience(), true);
        ServiceCells.fact(facts, word("conditions"), guide.conditions(), true);
        ServiceCells.fact(facts, word("process"), guide.process(), true);
        ServiceCells.fact(facts, word("result"), guide.result(), false);
        ServiceCells.fact(facts, word("window"), or(note.window(), word("window.none")), false);
        ServiceCells.fact(facts, word("contact"), guide.contact(), false);
        add(facts);
        if (!note.materials().isEmpty()) {
            add(new H3(word("materials")), materials(note));
        }
        if (!note.grounds().isEmpty()) {
            add(new H3(word("grounds")), grounds(note));
        }
    }

    private GuideText guide(ServiceNote note) {
        var english = note.english();
        return english != null && getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? english
                : note.guide();
    }

    private String modes(ServiceNote note) {
        return String.join(
                getTranslation("ui.services.form.between"),
                note.modes().stream()
                        .sorted()
                        .map(mode -> doors.messages().of(getLocale(), mode))
                        .toList());
    }

    private Component materials(ServiceNote note) {
        var table =
                new PlainTable(
                        word("materials"),
                        List.of(
                                word("material"),
                                word("copies"),
                                word("material.marks"),
                                word("material.samples")));
        for (var material : note.materials()) {
            table.row(
                    ServiceCells.named(
                            new Span(FormWords.of(getLocale(), material.name(), material.nameEn())),
                            material.remark()),
                    ServiceMaterialWords.copies(this, material),
                    marks(material),
                    samples(material));
        }
        var stacking = new Div(table);
        stacking.addClassName("stacking");
        return stacking;
    }

    private Component marks(Material material) {
        var chips = new Div();
        chips.addClassName("chips");
        ServiceMaterialWords.marks(this, material)
                .forEach(mark -> chips.add(ServiceCells.chip(mark, "neutral")));
        return chips;
    }

    private Component samples(Material material) {
        var all = new Div();
        for (var sample : material.samples()) {
            all.add(
                    new Div(
                            new Anchor(
                                    new FileDownload(doors.attachments(), sample.file()),
                                    sample.name())));
        }
        return all;
    }

    private Component grounds(ServiceNote note) {
        var lines = new Div();
        lines.addClassName("basis-lines");
        for (var ground : note.grounds()) {
            var line = new Div(new Span(ground.title()));
            line.addClassName("line");
            if (ground.article() != null) {
                line.add(new Span(ground.article()));
            }
            lines.add(line);
        }
        return lines;
    }

    private String days(int days) {
        return getTranslation("ui.services.catalogue.days", days);
    }

    private static String or(@Nullable String said, String otherwise) {
        return said == null || said.isBlank() ? otherwise : said;
    }

    private String word(String key) {
        return getTranslation("ui.services.catalogue." + key);
    }

    /** What there is to say of a material, shared with the editor. */
    static final class ServiceMaterialWords {
        private ServiceMaterialWords() {}

        static String copies(Component at, Material material) {
            var parts = new ArrayList<String>();
            if (material.originals() > 0) {
                parts.add(
                        at.getTranslation(
                                "ui.services.catalogue.material.originals", material.originals()));
            }
            if (material.copies() > 0) {
                parts.add(
                        at.getTranslation(
                                "ui.services.catalogue.material.copies", material.copies()));
            }
            return parts.isEmpty()
                    ? at.getTranslation("ui.services.catalogue.material.electronic")
                    : String.join(at.getTranslation("ui.services.form.between"), parts);
        }

        static List<String> marks(Component at, Material material) {
            var marks = new ArrayList<String>();
            marks.add(mark(at, material.required() ? "required" : "optional"));
            if (material.deferrable()) {
                marks.add(mark(at, "deferrable"));
            }
            if (material.held()) {
                marks.add(mark(at, "held"));
            }
            if (!material.when().isEmpty()) {
                marks.add(mark(at, "sometimes"));
            }
            return marks;
        }

        private static String mark(Component at, String key) {
            return at.getTranslation("ui.services.catalogue.material." + key);
        }
    }
}

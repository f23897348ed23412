package org.kaiyuan.ui.services;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.nio.file.Files;
import java.util.function.Supplier;
import org.kaiyuan.platform.transfer.ExportedFile;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.services.CaseExport;
import org.kaiyuan.services.FigureQuestion;
import org.kaiyuan.ui.kit.ExportLinks;

/** Cases of the months in question in the field set of the national exchange, part by part. */
class DeskExport extends Div {
    private final transient CaseDoors doors;
    private final transient CaseExport export;
    private final transient Supplier<FigureQuestion> asked;
    private transient volatile FigureQuestion question;

    DeskExport(CaseDoors doors, CaseExport export, Supplier<FigureQuestion> asked) {
        this.doors = doors;
        this.export = export;
        this.asked = asked;
        question = asked.get();
        addClassName("desk-export");
    }

    void refresh() {
        question = asked.get();
        removeAll();
        add(
                CaseCells.quiet(
                        getTranslation(
                                "ui.services.desk.export.detail",
                                question.from().toString(),
                                question.to().toString())));
        for (var part : CaseExport.Part.values()) {
            var name = getTranslation("ui.services.desk.export." + part);
            var line =
                    new Div(
                            new Span(name),
                            new ExportLinks(
                                    doors.messages(),
                                    getLocale(),
                                    format -> written(part, name, format)));
            line.addClassName("line");
            add(line);
        }
    }

    private ExportedFile written(CaseExport.Part part, String name, TabularFormat format) {
        var of = question;
        return ExportedFile.written(
                "%s-%s-%s.%s".formatted(name, of.from(), of.to(), format.extension()),
                format,
                path -> {
                    try (var out = Files.newOutputStream(path)) {
                        export.write(part, of.from().atDay(1), of.to().atEndOfMonth(), format, out);
                    }
                    return 0; // how many there are is not told here
                });
    }
}

package org.kaiyuan.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** The imports of before, the newest first; each opens its page. */
public final class EarlierImports extends Grid<ImportJob> {
    /** How many are shown. */
    public static final int SHOWN = 50;

    private final String word;

    /** @param word of the module, in whose pages they are */
    public EarlierImports(String word, Messages messages) {
        this.word = word;
        addThemeVariants(GridVariant.LUMO_ROW_STRIPES);
        addComponentColumn(this::file)
                .setHeader(getTranslation("ui.import.file"))
                .setFlexGrow(3)
                .setWidth("200px");
        addComponentColumn(job -> ImportWords.state(job, messages))
                .setHeader(getTranslation("ui.import.state"))
                .setWidth("110px")
                .setFlexGrow(0);
        setAllRowsVisible(true);
        addItemClickListener(
                click -> getUI().ifPresent(ui -> ui.navigate(pathOf(click.getItem()))));
        setEmptyStateComponent(new EmptyState(Glyph.Of.FILE, getTranslation("ui.import.none")));
    }

    /** One more column, of a figure. */
    public void figure(String key, ValueProvider<ImportJob, Long> figure) {
        addColumn(job -> Shown.figure(figure.apply(job)))
                .setHeader(getTranslation(key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
    }

    private Component file(ImportJob job) {
        var name = new Anchor(pathOf(job), job.fileName());
        var sub = new Span(job.actorName() + " · " + Shown.moment(job.createdAt()));
        sub.addClassName("sub");
        var cell = new Div(name, sub);
        cell.addClassName("name-cell");
        return cell;
    }

    private String pathOf(ImportJob job) {
        return word + "/imports/" + job.id();
    }
}

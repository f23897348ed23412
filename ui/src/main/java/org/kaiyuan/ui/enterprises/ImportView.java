package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kaiyuan.enterprises.EnterpriseImport;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.ImportDirectory;
import org.kaiyuan.enterprises.ImportStatus;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.TableUpload;

/** Bringing a file of enterprises, and the imports of before. */
@Route("enterprises/import")
@RolesAllowed(EnterprisePermissions.IMPORT)
class ImportView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHOWN = 50;

    final TableUpload upload;
    final Grid<ImportStatus> earlier = new Grid<>();

    private final transient ImportDirectory directory;
    private final transient Messages messages;

    ImportView(EnterpriseImport imports, ImportDirectory directory, Messages messages) {
        this.directory = directory;
        this.messages = messages;
        addClassNames("detail-page", "import-page");
        upload =
                new TableUpload(
                        imports::bring,
                        EnterpriseImport.MOST_BYTES,
                        messages,
                        id -> getUI().ifPresent(ui -> ui.navigate("enterprises/imports/" + id)));
        add(
                new Anchor("enterprises", getTranslation("ui.enterprises.back")),
                new H1(getTranslation("ui.import")),
                new Paragraph(getTranslation("ui.import.detail")),
                upload,
                new H2(getTranslation("ui.import.earlier")),
                grid());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        earlier.setItems(directory.newest(SHOWN));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.import") + " · " + getTranslation("ui.product");
    }

    private Component grid() {
        earlier.addThemeVariants(GridVariant.LUMO_ROW_STRIPES);
        earlier.addComponentColumn(this::file)
                .setHeader(getTranslation("ui.import.file"))
                .setFlexGrow(3)
                .setWidth("200px");
        earlier.addComponentColumn(job -> ImportWords.state(job, messages))
                .setHeader(getTranslation("ui.enterprises.status"))
                .setWidth("110px")
                .setFlexGrow(0);
        number("ui.import.added", ImportStatus::added);
        number("ui.import.changed", ImportStatus::changed);
        number("ui.import.rejected", ImportStatus::rejected);
        earlier.setAllRowsVisible(true);
        earlier.addItemClickListener(click ->
                getUI().ifPresent(
                                ui -> ui.navigate("enterprises/imports/" + click.getItem().id())));
        earlier.setEmptyStateComponent(
                new EmptyState(Glyph.Of.FILE, getTranslation("ui.import.none")));
        return earlier;
    }

    private Component file(ImportStatus job) {
        var name = new Anchor("enterprises/imports/" + job.id(), job.fileName());
        var sub = new Span(job.actorName() + " · " + Shown.moment(job.createdAt()));
        sub.addClassName("sub");
        var cell = new Div(name, sub);
        cell.addClassName("name-cell");
        return cell;
    }

    private void number(
            String key, com.vaadin.flow.function.ValueProvider<ImportStatus, Long> figure) {
        earlier.addColumn(job -> Shown.figure(figure.apply(job)))
                .setHeader(getTranslation(key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
    }
}

package org.kaiyuan.ui.leads;

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
import org.kaiyuan.leads.LeadImport;
import org.kaiyuan.leads.LeadImportDirectory;
import org.kaiyuan.leads.LeadImportStatus;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.TableUpload;

/** Bringing a file of leads, and the imports of before. */
@Route("leads/import")
@RolesAllowed(LeadPermissions.IMPORT)
class LeadImportView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int SHOWN = 50;

    final TableUpload upload;
    final Grid<LeadImportStatus> earlier = new Grid<>();

    private final transient LeadImportDirectory directory;
    private final transient Messages messages;

    LeadImportView(LeadImport imports, LeadImportDirectory directory, Messages messages) {
        this.directory = directory;
        this.messages = messages;
        addClassNames("detail-page", "import-page");
        upload =
                new TableUpload(
                        imports::bring,
                        LeadImport.MOST_BYTES,
                        messages,
                        id -> getUI().ifPresent(ui -> ui.navigate("leads/imports/" + id)));
        add(
                new Anchor("leads", getTranslation("ui.leads.import.toList")),
                new H1(getTranslation("ui.leads.import")),
                new Paragraph(getTranslation("ui.leads.import.detail")),
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
        return getTranslation("ui.leads.import") + " · " + getTranslation("ui.product");
    }

    private Component grid() {
        earlier.addThemeVariants(GridVariant.LUMO_ROW_STRIPES);
        earlier.addComponentColumn(this::file)
                .setHeader(getTranslation("ui.import.file"))
                .setFlexGrow(3)
                .setWidth("200px");
        earlier.addComponentColumn(job -> LeadImportWords.state(job, messages))
                .setHeader(getTranslation("leads.column.state"))
                .setWidth("110px")
                .setFlexGrow(0);
        number("ui.leads.import.added", LeadImportStatus::added);
        number("ui.import.rejected", LeadImportStatus::rejected);
        earlier.setAllRowsVisible(true);
        earlier.addItemClickListener(click ->
                getUI().ifPresent(ui -> ui.navigate("leads/imports/" + click.getItem().id())));
        earlier.setEmptyStateComponent(
                new EmptyState(Glyph.Of.FILE, getTranslation("ui.import.none")));
        return earlier;
    }

    private Component file(LeadImportStatus job) {
        var name = new Anchor("leads/imports/" + job.id(), job.fileName());
        var sub = new Span(job.actorName() + " · " + Shown.moment(job.createdAt()));
        sub.addClassName("sub");
        var cell = new Div(name, sub);
        cell.addClassName("name-cell");
        return cell;
    }

    private void number(
            String key, com.vaadin.flow.function.ValueProvider<LeadImportStatus, Long> figure) {
        earlier.addColumn(job -> Shown.figure(figure.apply(job)))
                .setHeader(getTranslation(key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
    }
}

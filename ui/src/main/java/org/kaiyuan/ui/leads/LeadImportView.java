package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.kaiyuan.leads.LeadImport;
import org.kaiyuan.leads.LeadImportDirectory;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.imports.ImportDesk;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.imports.EarlierImports;
import org.kaiyuan.ui.kit.TableUpload;

/** Bringing a file of leads, and the imports of before. */
@Route("leads/import")
@RolesAllowed(LeadPermissions.IMPORT)
class LeadImportView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final TableUpload<UUID> upload;
    final EarlierImports earlier;

    private final transient LeadImportDirectory directory;

    LeadImportView(LeadImport imports, LeadImportDirectory directory, Messages messages) {
        this.directory = directory;
        addClassNames("detail-page", "import-page");
        upload =
                new TableUpload<>(
                        imports::bring,
                        ImportDesk.MOST_BYTES,
                        messages,
                        id -> getUI().ifPresent(ui -> ui.navigate("leads/imports/" + id)));
        earlier = new EarlierImports("leads", messages);
        earlier.figure("ui.leads.import.added", ImportJob::added);
        earlier.figure("ui.import.rejected", ImportJob::rejected);
        add(
                new Anchor("leads", getTranslation("ui.leads.import.toList")),
                new H1(getTranslation("ui.leads.import")),
                new Paragraph(getTranslation("ui.leads.import.detail")),
                upload,
                new H2(getTranslation("ui.import.earlier")),
                earlier);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        earlier.setItems(directory.newest(EarlierImports.SHOWN));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.leads.import") + " · " + getTranslation("ui.product");
    }
}

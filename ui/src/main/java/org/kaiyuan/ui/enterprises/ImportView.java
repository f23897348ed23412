package org.kaiyuan.ui.enterprises;

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
import org.kaiyuan.enterprises.EnterpriseImport;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.ImportDirectory;
import org.kaiyuan.platform.imports.ImportDesk;
import org.kaiyuan.platform.imports.ImportJob;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.imports.EarlierImports;
import org.kaiyuan.ui.kit.TableUpload;

/** Bringing a file of enterprises, and the imports of before. */
@Route("enterprises/import")
@RolesAllowed(EnterprisePermissions.IMPORT)
class ImportView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final TableUpload<UUID> upload;
    final EarlierImports earlier;

    private final transient ImportDirectory directory;

    ImportView(EnterpriseImport imports, ImportDirectory directory, Messages messages) {
        this.directory = directory;
        addClassNames("detail-page", "import-page");
        upload =
                new TableUpload<>(
                        imports::bring,
                        ImportDesk.MOST_BYTES,
                        messages,
                        id -> getUI().ifPresent(ui -> ui.navigate("enterprises/imports/" + id)));
        earlier = new EarlierImports("enterprises", messages);
        earlier.figure("ui.import.added", ImportJob::added);
        earlier.figure("ui.import.changed", ImportJob::changed);
        earlier.figure("ui.import.rejected", ImportJob::rejected);
        add(
                new Anchor("enterprises", getTranslation("ui.enterprises.back")),
                new H1(getTranslation("ui.import")),
                new Paragraph(getTranslation("ui.import.detail")),
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
        return getTranslation("ui.import") + " · " + getTranslation("ui.product");
    }
}

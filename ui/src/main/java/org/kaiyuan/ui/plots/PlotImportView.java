package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.PlotUploads;
import org.kaiyuan.plots.ground.GroundLimits;
import org.kaiyuan.ui.kit.TableUpload;

/** Bringing a file of plots; nothing is taken in before somebody has looked at it. */
@Route("plots/import")
@RolesAllowed(PlotPermissions.IMPORT)
class PlotImportView extends Main implements HasDynamicTitle {
    /** What files of shapes are called; what they are is told by their content. */
    static final List<String> EXTENSIONS =
            List.of(".txt", ".geojson", ".json", ".kml", ".kmz", ".wkt", ".zip");

    final TableUpload<UUID> upload;

    PlotImportView(PlotUploads uploads, Messages messages) {
        addClassNames("detail-page", "import-page");
        upload =
                new TableUpload<>(
                        uploads::keep,
                        GroundLimits.FILE_BYTES,
                        EXTENSIONS,
                        messages,
                        id -> getUI().ifPresent(ui -> ui.navigate("plots/imports/" + id)));
        add(
                new Anchor(PlotNavigation.LIST, getTranslation("ui.plots.back")),
                new H1(getTranslation("ui.plots.import")),
                new Paragraph(getTranslation("ui.plots.import.detail")),
                upload);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.plots.import") + " · " + getTranslation("ui.product");
    }
}

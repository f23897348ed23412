package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import org.kaiyuan.enterprises.EnterpriseFind;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseRow;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;

/** Enterprises that do what this one does; asked for when somebody looks. */
class SimilarPanel extends Div {
    private static final int SHOWN = 10;

    private final transient EnterpriseSearch search;
    private final transient EnterpriseCells cells;
    private final EnterpriseId id;

    SimilarPanel(EnterpriseSearch search, EnterpriseCells cells, EnterpriseId id) {
        this.search = search;
        this.cells = cells;
        this.id = id;
        addClassName("records");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        removeAll();
        var similar = search.similar(id, SHOWN);
        similar.items().forEach(row -> add(link(row)));
        if (similar.items().isEmpty()) {
            add(
                    new EmptyState(
                            similar.degraded() ? Glyph.Of.WARNING : Glyph.Of.BUILDING,
                            getTranslation(
                                    similar.degraded()
                                            ? "ui.similar.degraded"
                                            : "ui.similar.none")));
        }
    }

    private Anchor link(EnterpriseRow row) {
        var link = new Anchor("enterprises/" + row.id());
        link.add(cells.entry(new EnterpriseFind(row, Map.of(), List.of())));
        link.addClassName("record");
        return link;
    }
}

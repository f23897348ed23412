package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.select.Select;
import java.util.stream.IntStream;
import org.kaiyuan.plots.ground.Crs;
import org.kaiyuan.plots.ground.ReadingOptions;

/** In which 3° zone a file is, where a person knows better than the file. */
class ZoneChoice extends Select<Integer> {
    ZoneChoice() {
        setItems(IntStream.rangeClosed(Crs.FIRST_ZONE, Crs.LAST_ZONE).boxed().toList());
        setLabel(getTranslation("ui.plots.import.zone"));
        setHelperText(getTranslation("ui.plots.import.zone.detail"));
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(getTranslation("ui.plots.import.zone.file"));
        setItemLabelGenerator(one ->
                one == null
                        ? getTranslation("ui.plots.import.zone.file")
                        : getTranslation("ui.plots.import.zone.of", one, one * 3));
    }

    ReadingOptions options() {
        var chosen = getValue();
        return chosen == null ? ReadingOptions.NONE : ReadingOptions.zone(chosen);
    }
}

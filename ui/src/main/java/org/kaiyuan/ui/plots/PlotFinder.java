package org.kaiyuan.ui.plots;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.plots.PlotDirectory;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.Finder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets Ctrl/⌘ K find plots by number, name or holder. */
@Component
@Order(3)
class PlotFinder implements Finder {
    private static final int MOST = 6;

    private final PlotDirectory directory;
    private final CurrentPerson person;

    PlotFinder(PlotDirectory directory, CurrentPerson person) {
        this.directory = directory;
        this.person = person;
    }

    @Override
    public List<Found> find(String typed, Locale locale) {
        if (typed.isBlank() || !person.may(PlotPermissions.READ)) {
            return List.of();
        }
        var filter = new PlotFilter(typed.strip(), Set.of(), null, null, null, null, null);
        return directory.find(filter, null, MOST).items().stream()
                .map(plot ->
                        new Found(
                                        Glyph.Of.MAP,
                                        plot.number() + " " + plot.name(),
                                        plot.holderName(),
                                        PlotNavigation.plot(plot.id()))
                                .exactWhere(typed, plot.number(), plot.name()))
                .toList();
    }
}

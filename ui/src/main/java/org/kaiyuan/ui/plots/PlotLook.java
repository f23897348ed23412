package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** The essence of one plot, over the map. */
class PlotLook extends Aside {
    final Button close;
    private final transient PlotDoors doors;

    PlotLook(PlotDoors doors, Runnable closed) {
        this.doors = doors;
        addClassNames("quick-look", "plot-look");
        getElement().setAttribute("aria-label", getTranslation("ui.look"));
        close = new Button(new Glyph(Glyph.Of.CLOSE), click -> closed.run());
        close.setAriaLabel(getTranslation("ui.look.close"));
        close.addThemeNames("tertiary", "icon");
        close.addClassName("close");
        setVisible(false);
    }

    void hide() {
        removeAll();
        setVisible(false);
    }

    /** @param asOf as it was on this day; null for now */
    void show(PlotDetails plot, @Nullable LocalDate asOf) {
        removeAll();
        var p = plot.profile();
        var chips = new Div(PlotCells.state(doors.messages(), getLocale(), plot.state()));
        chips.addClassName("chips");
        var facts = new Div();
        facts.addClassNames("facts", "tight");
        fact(facts, "plots.column.name", p.name());
        fact(facts, "ui.plots.area", Shown.mu(plot.computedM2()));
        fact(facts, "plots.column.useCode", LandUses.shown(p.useCode()));
        fact(facts, "ui.plots.ratio", PlotFacts.between(p.leastRatio(), p.mostRatio()));
        fact(facts, "ui.plots.since", Shown.date(plot.stateSince()));
        fact(facts, "plots.column.holder", p.holderName());
        var whole =
                new Anchor(PlotNavigation.plot(plot.id(), asOf), getTranslation("ui.plots.whole"));
        whole.addClassName("whole");
        add(close, new H2(p.number()), chips, whole, facts);
        setVisible(true);
    }

    private void fact(Div facts, String key, @Nullable String value) {
        if (value == null || value.isBlank() || value.equals(Shown.NOTHING)) {
            return;
        }
        var what = new Div(getTranslation(key));
        what.addClassName("what");
        var said = new Div(value);
        said.addClassName("value");
        facts.add(new Div(what, said));
    }
}

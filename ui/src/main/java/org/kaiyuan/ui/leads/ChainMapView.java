package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kaiyuan.leads.ChainMap;
import org.kaiyuan.leads.LeadChain;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.ui.kit.FigureTable;
import org.kaiyuan.ui.kit.Shown;

/** The plan's industries as a heat grid: what is here, what is coming, what is missing. */
@Route("leads/chain")
@RolesAllowed(LeadPermissions.FIGURES)
class ChainMapView extends Main implements HasDynamicTitle {
    private static final int SHADES = 4;

    final Div industries = new Div();
    private final boolean mayWrite;

    ChainMapView(LeadChain chain, CurrentPerson person) {
        mayWrite = person.may(LeadPermissions.WRITE);
        var map = chain.map();
        addClassNames("detail-page", "figures-page", "chain-page");
        var head = new Div(new H1(getTranslation("ui.leads.chain")));
        head.addClassName("page-head");
        add(
                head,
                new Paragraph(
                        getTranslation(
                                map.planned()
                                        ? "ui.leads.chain.detail"
                                        : "ui.leads.chain.unplanned",
                                map.zone())),
                legend(map));
        // the darkest is the richest of this zone, whatever its size
        long most = Math.max(1, map.cells().mapToLong(ChainMap.Cell::enterprises).max().orElse(1));
        map.industries().forEach(one -> industries.add(industry(one, map, most)));
        add(industries);
        if (map.outside().leads() > 0) {
            var outside =
                    new Paragraph(
                            getTranslation(
                                    "ui.leads.chain.outside", Shown.figure(map.outside().leads())));
            outside.addClassName("note");
            add(outside);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.leads.chain") + " · " + getTranslation("ui.product");
    }

    private Component legend(ChainMap map) {
        var legend = new Div();
        legend.addClassName("chain-legend");
        if (map.seesEnterprises()) {
            legend.add(new Span(getTranslation("ui.leads.chain.fewer")));
            for (int shade = 0; shade <= SHADES; shade++) {
                var one = new Span();
                one.addClassNames("shade", "heat-" + shade);
                legend.add(one);
            }
            legend.add(new Span(getTranslation("ui.leads.chain.more")));
        } else {
            legend.add(new Span(getTranslation("ui.leads.chain.hidden")));
        }
        legend.add(chip("gap", "ui.leads.chain.gap"), chip("relied", "ui.leads.chain.relied"));
        legend.add(
                new Span(
                        getTranslation(
                                "ui.leads.chain.gaps",
                                Shown.figure(map.cells().filter(ChainMap.Cell::isGap).count()))));
        return legend;
    }

    private Component industry(ChainMap.Industry industry, ChainMap map, long most) {
        var title = new H2(industry.name());
        var sums =
                new Span(
                        getTranslation(
                                map.seesEnterprises()
                                        ? "ui.leads.chain.sums"
                                        : "ui.leads.chain.leadSums",
                                Shown.figure(industry.sums().leads()),
                                FigureWords.yi(industry.sums().yuan()),
                                Shown.figure(industry.enterprises())));
        sums.addClassName("sub");
        var head = new Div(title, sums);
        head.addClassName("chain-head");
        var section = new Section(head);
        section.addClassName("chain-industry");
        if (industry.direction() != null) {
            var direction =
                    new Paragraph(getTranslation("ui.leads.chain.direction", industry.direction()));
            direction.addClassName("direction");
            section.add(direction);
        }
        var cells = new Div();
        cells.addClassName("chain-cells");
        industry.cells().forEach(cell -> cells.add(cell(cell, map.seesEnterprises(), most)));
        section.add(cells);
        return section;
    }

    private Component cell(ChainMap.Cell cell, boolean sees, long most) {
        var title = new H3(cell.name());
        var head = new Div(title);
        head.addClassName("chain-head");
        if (cell.relied()) {
            head.add(chip("relied", "ui.leads.chain.relied"));
        }
        if (sees && cell.isGap()) {
            head.add(chip("gap", "ui.leads.chain.gap"));
        }
        var box = new Div(head);
        box.addClassNames("chain-cell", "heat-" + shade(cell.enterprises(), most));
        box.getElement().getClassList().set("gap", sees && cell.isGap());
        var figures = new Div();
        figures.addClassName("chain-figures");
        if (sees) {
            figures.add(
                    figure(
                            "ui.leads.chain.enterprises",
                            cell.enterprises(),
                            "enterprises?" + cell.enterprisesBehind().text(),
                            cell.name()));
        }
        figures.add(
                figure(
                        "ui.leads.chain.leads",
                        cell.sums().leads(),
                        "leads?" + cell.leadsBehind().text(),
                        cell.name()));
        box.add(figures);
        if (cell.sums().leads() > 0) {
            var by =
                    new Span(
                            getTranslation(
                                    "ui.leads.chain.by",
                                    Shown.figure(cell.sums().early()),
                                    Shown.figure(cell.sums().signed()),
                                    Shown.figure(cell.sums().building()),
                                    Shown.figure(cell.sums().producing()),
                                    FigureWords.yi(cell.sums().yuan())));
            by.addClassName("sub");
            box.add(by);
        }
        if (!cell.direction().isEmpty()) {
            var direction =
                    new NativeDetails(
                            getTranslation("ui.leads.chain.plan"), new Span(cell.direction()));
            box.add(direction);
        }
        box.add(doors(cell, sees));
        return box;
    }

    /** Where one goes from a gap: to look for an enterprise, or to enter a lead. */
    private Component doors(ChainMap.Cell cell, boolean sees) {
        var doors = new Div();
        doors.addClassName("chain-doors");
        if (sees) {
            doors.add(
                    door(
                            "ui.leads.chain.search",
                            "enterprises?subIndustry=" + encoded(cell.name()),
                            cell.name()));
        }
        if (mayWrite) {
            doors.add(
                    door(
                            "ui.leads.chain.new",
                            "leads/new?leadingIndustry="
                                    + encoded(cell.industry())
                                    + "&subIndustry="
                                    + encoded(cell.name()),
                            cell.name()));
        }
        return doors;
    }

    private Component door(String key, String address, String of) {
        var door = new Anchor(address, getTranslation(key));
        door.getElement().setAttribute("router-link", true);
        door.setAriaLabel(getTranslation(key) + " " + of);
        return door;
    }

    private Component figure(String key, long figure, String address, String of) {
        var label = getTranslation(key);
        var what = new Span(label);
        what.addClassName("what");
        var number = FigureTable.link(Shown.figure(figure), address, of + " " + label);
        var both = new Div(number, what);
        both.addClassName("chain-figure");
        return both;
    }

    private Component chip(String className, String key) {
        var chip = new Span(getTranslation(key));
        chip.addClassNames("chip", className);
        return chip;
    }

    /** 0 for none, else 1 to 4. */
    static int shade(long figure, long most) {
        return figure == 0
                ? 0
                : (int)
                        Math.min(
                                SHADES,
                                1 + Math.floor(SHADES * Math.sqrt((double) figure / most) - 1e-9));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

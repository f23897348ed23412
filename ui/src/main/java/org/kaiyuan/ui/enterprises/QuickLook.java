package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.enterprises.EnterpriseDetails;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.enterprises.YearlyFigures;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** The essence of one enterprise beside the list. */
class QuickLook extends Aside {
    final Button close;
    private final transient FilterWords words;

    QuickLook(FilterWords words, Runnable closed) {
        this.words = words;
        addClassName("quick-look");
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

    void show(EnterpriseDetails enterprise) {
        removeAll();
        var p = enterprise.profile();
        var chips = new Div(chip(words.status(p.status()), p.status().name()));
        chips.addClassName("chips");
        p.qualifications().stream()
                .map(line -> line.kindCode())
                .distinct()
                .forEach(kind -> chips.add(chip(words.qualification(kind), "kind")));
        p.tags().forEach(tag -> chips.add(chip(tag, "tag")));
        var facts = new Div();
        facts.addClassName("facts");
        fact(facts, "ui.enterprises.creditCode", p.creditCode());
        fact(facts, "ui.enterprises.capital", Shown.tenThousands(p.registeredCapital()));
        fact(facts, "ui.enterprises.foundedOn", Shown.date(p.foundedOn()));
        var industry = p.industryCode();
        fact(facts, "ui.filter.industry", industry == null ? null : Industries.shown(industry));
        fact(facts, "ui.enterprises.leadingIndustry", p.leadingIndustry());
        var division = p.divisionCode();
        fact(
                facts,
                "ui.enterprises.division",
                division == null ? p.city() : Divisions.shown(division));
        fact(facts, "ui.enterprises.address", p.address());
        fact(facts, "ui.enterprises.products", p.products());
        p.figures().stream()
                .max(Comparator.comparingInt(YearlyFigures::year))
                .ifPresent(year -> {
                    fact(facts, "ui.enterprises.year", Integer.toString(year.year()));
                    fact(facts, "ui.enterprises.revenue", Shown.tenThousands(year.revenueYuan()));
                    fact(facts, "ui.enterprises.tax", Shown.tenThousands(year.taxYuan()));
                    fact(facts, "ui.enterprises.employees", Shown.figure(year.employees()));
                });
        fact(facts, "ui.enterprises.businessScope", p.businessScope());
        var whole = new Anchor("enterprises/" + enterprise.id(), getTranslation("ui.look.whole"));
        whole.addClassName("whole");
        add(close, new H2(p.name()), chips, whole, facts);
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

    private static Component chip(String text, String className) {
        var chip = new Span(text);
        chip.addClassNames("chip", className);
        return chip;
    }
}

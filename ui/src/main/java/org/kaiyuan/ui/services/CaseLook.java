package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** The essence of one case beside the list. */
class CaseLook extends Aside {
    final Button close;
    private final transient CaseDoors doors;
    private final transient CaseCells cells;

    CaseLook(CaseDoors doors, CaseCells cells, SerializableRunnable closed) {
        this.doors = doors;
        this.cells = cells;
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

    void show(CaseSheet sheet) {
        removeAll();
        var row = sheet.row();
        var chips = cells.standing(row);
        chips.add(cells.remaining(row));
        var whole = new Anchor(CaseNavigation.toCase(row.id()), word("whole"));
        whole.getElement().setAttribute("router-link", true);
        whole.addClassName("whole");
        long missing =
                sheet.materials().stream()
                        .filter(one ->
                                one.state() == MaterialState.MISSING
                                        || one.state() == MaterialState.FOUND_BAD)
                        .count();
        var next = sheet.events().isEmpty() ? null : sheet.events().getLast();
        add(
                close,
                new H2(row.title()),
                chips,
                whole,
                CaseCells.facts(
                        CaseCells.fact(word("receipt"), row.receipt()),
                        CaseCells.fact(word("enterprise"), row.enterpriseName()),
                        CaseCells.fact(word("applicant"), applicant(sheet)),
                        CaseCells.fact(word("submittedAt"), Shown.moment(row.submittedAt())),
                        CaseCells.fact(word("step"), cells.of(sheet.step())),
                        CaseCells.fact(word("dueOn"), Shown.date(row.dueOn())),
                        CaseCells.fact(word("owner"), row.ownerName()),
                        CaseCells.fact(word("team"), row.team()),
                        CaseCells.fact(
                                word("materials"),
                                word("materials.sum", sheet.materials().size(), missing)),
                        CaseCells.fact(
                                word("latest"),
                                next == null
                                        ? null
                                        : cells.of(next.act())
                                                + " · "
                                                + next.byName()
                                                + " · "
                                                + Shown.moment(next.at()))));
        new CaseActs(doors, this, sheet, () -> show(doors.directory().find(row.id())))
                .quick()
                .ifPresent(this::add);
        setVisible(true);
    }

    private static String applicant(CaseSheet sheet) {
        return sheet.applicant().name() + " · " + sheet.applicant().phone();
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}

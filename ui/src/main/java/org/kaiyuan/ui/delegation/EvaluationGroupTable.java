package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.kaiyuan.delegation.EvaluationGroup;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** Who delegated, how far the evaluation is, and the way to each. */
class EvaluationGroupTable extends Section {
    /** The one that is chosen is marked for those who see it and for those who do not. */
    void show(List<EvaluationGroup> all, EvaluationGroup chosen) {
        removeAll();
        var table =
                new PlainTable(
                        word("authorities"),
                        List.of(word("authority"), word("done"), word("state")));
        for (var one : all) {
            var link =
                    PowerUseCells.link(
                            "delegation/evaluations?"
                                    + new QueryParameters(
                                                    EvaluationView.parameters(
                                                            one.year(),
                                                            one.originalAuthority(),
                                                            false))
                                            .getQueryString(),
                            one.originalAuthority());
            if (one.originalAuthority().equals(chosen.originalAuthority())) {
                link.getElement().setAttribute("aria-current", "true");
            }
            table.row(
                    link,
                    one.powers() - one.missing() + "/" + one.powers(),
                    one.closedAt() == null
                            ? new Span(Shown.NOTHING)
                            : PowerUseCells.chip(word("closed"), "good"));
        }
        add(table);
    }

    private String word(String key) {
        return getTranslation("ui.evaluation." + key);
    }
}

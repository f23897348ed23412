package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EvaluationLine;
import org.kaiyuan.delegation.EvaluationVerdict;
import org.kaiyuan.ui.kit.Shown;

/** What was said of a power for a year, or the choice of what to say. */
class EvaluationVerdictCell extends Div {
    /** @param say is told what was chosen; null where nothing may be said */
    EvaluationVerdictCell(
            PowerUseDoors doors, EvaluationLine line, @Nullable Consumer<EvaluationVerdict> say) {
        addClassName("name-cell");
        var now = line.evaluation();
        if (say != null) {
            add(choice(doors, line, say));
        } else {
            add(
                    now == null
                            ? PowerUseCells.chip(word("missing.one"), "waiting")
                            : PowerUseCells.of(doors.messages(), getLocale(), now.verdict()));
        }
        if (now != null) {
            add(
                    PowerUseCells.sub(
                            (now.said() == null ? "" : now.said() + " · ")
                                    + now.byName()
                                    + " "
                                    + Shown.moment(now.at())));
        }
    }

    private Select<EvaluationVerdict> choice(
            PowerUseDoors doors, EvaluationLine line, Consumer<EvaluationVerdict> say) {
        var now = line.evaluation();
        var choice = new Select<EvaluationVerdict>();
        choice.setItems(EvaluationVerdict.values());
        choice.setItemLabelGenerator(
                one -> one == null ? "" : doors.messages().of(getLocale(), one));
        choice.setPlaceholder(word("missing.one"));
        choice.setAriaLabel(word("verdict.of", line.matterName()));
        choice.setValue(now == null ? null : now.verdict());
        choice.addThemeNames("small");
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                say.accept(change.getValue());
            }
        });
        return choice;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.evaluation." + key, arguments);
    }
}

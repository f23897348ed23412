package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kaiyuan.delegation.BasisState;
import org.kaiyuan.delegation.LegalBasis;
import org.kaiyuan.platform.refusal.Messages;

/** Legal bases, one per line, with what became of them. */
class BasisLines extends Div {
    BasisLines(Messages messages, List<LegalBasis> bases) {
        addClassName("basis-lines");
        if (bases.isEmpty()) {
            var none = new Span(getTranslation("ui.delegation.bases.none"));
            none.addClassName("sub");
            add(none);
        }
        for (var basis : bases) {
            var line = new Div(new Span(basis.title()));
            line.addClassName("line");
            if (basis.article() != null) {
                line.add(new Span(basis.article()));
            }
            if (basis.state() != BasisState.IN_FORCE) {
                line.add(
                        PowerCells.chip(
                                messages.of(getLocale(), basis.state())
                                        + (basis.since() == null ? "" : " " + basis.since()),
                                basis.state() == BasisState.REPEALED ? "bad" : "waiting"));
            }
            add(line);
        }
    }
}

package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.MatchExclusion;
import org.kaiyuan.plots.MatchReason;

/** Scores and reasons of a match, in words. */
record MatchCells(Messages messages, Locale locale) {
    /** Of a hundred. */
    Component score(int score) {
        var figure = new Span(Integer.toString(score));
        figure.addClassName("match-score");
        figure.getElement()
                .setAttribute(
                        "aria-label", messages.text(locale, "ui.plots.match.score.of", score));
        return figure;
    }

    /** What speaks for it and against it, each with a word for its side. */
    Component reasons(List<MatchReason> reasons) {
        var list = new UnorderedList();
        list.addClassName("match-reasons");
        for (var reason : reasons) {
            var tone = new Span(messages.of(locale, reason.tone()));
            tone.addClassNames("tone", reason.tone().name());
            var points = reason.of() == 0 ? "" : "（" + reason.points() + "/" + reason.of() + "）";
            list.add(
                    new ListItem(
                            tone,
                            new Span(
                                    messages.text(
                                                    locale,
                                                    reason.key(),
                                                    reason.arguments().toArray())
                                            + points)));
        }
        return list;
    }

    /** How many were left out by which condition; nothing where none were. */
    Component excluded(List<MatchExclusion> excluded) {
        if (excluded.isEmpty()) {
            return new Div();
        }
        return new Paragraph(
                messages.text(
                        locale,
                        "ui.plots.match.excluded",
                        excluded.stream()
                                .map(one -> messages.of(locale, one.obstacle()) + " " + one.count())
                                .collect(Collectors.joining("；"))));
    }
}

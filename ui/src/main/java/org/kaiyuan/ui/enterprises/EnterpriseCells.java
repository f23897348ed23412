package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseFind;
import org.kaiyuan.enterprises.EnterpriseRow;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;
import org.springframework.web.util.HtmlUtils;

/** How one enterprise looks in a list: in columns, or as a card on a phone. */
final class EnterpriseCells {
    private final FilterWords words;
    private final Messages messages;
    private final Locale locale;

    EnterpriseCells(FilterWords words, Messages messages, Locale locale) {
        this.words = words;
        this.messages = messages;
        this.locale = locale;
    }

    Component name(EnterpriseFind find) {
        var cell = new Div(title(find), sub(find.enterprise()));
        why(find, cell);
        cell.addClassName("name-cell");
        return cell;
    }

    Component card(EnterpriseFind find) {
        var cell = new Div(title(find));
        why(find, cell);
        cell.add(doings(find.enterprise()), qualifications(find.enterprise()));
        cell.addClassNames("name-cell", "card");
        return cell;
    }

    /** What tells one record from another, for choosing one. */
    Component entry(EnterpriseFind find) {
        var cell = new Div(title(find), sub(find.enterprise()));
        why(find, cell);
        cell.add(doings(find.enterprise()));
        cell.addClassNames("name-cell", "card");
        return cell;
    }

    private static Component sub(EnterpriseRow row) {
        var sub =
                new Span(
                        Shown.text(row.creditCode())
                                + (row.city() == null ? "" : " · " + row.city()));
        sub.addClassName("sub");
        return sub;
    }

    private Component doings(EnterpriseRow row) {
        var line = new Div(statusOf(row));
        line.addClassName("chips");
        var industry = industry(row);
        if (industry != null) {
            line.add(new Span(industry));
        }
        if (row.registeredCapital() != null) {
            line.add(
                    new Span(
                            messages.text(
                                    locale,
                                    "ui.enterprises.card.capital",
                                    Shown.tenThousands(row.registeredCapital()))));
        }
        return line;
    }

    private static @Nullable String industry(EnterpriseRow row) {
        var code = row.industryCode();
        return row.leadingIndustry() == null && code != null
                ? Industries.shown(code)
                : row.leadingIndustry();
    }

    private Component title(EnterpriseFind find) {
        var title = new Span();
        title.addClassName("title");
        title.setTitle(find.enterprise().name());
        var marked = find.highlights().getOrDefault("name", List.of());
        title.getElement()
                .setProperty(
                        "innerHTML",
                        marked.isEmpty()
                                ? HtmlUtils.htmlEscape(find.enterprise().name())
                                : marked(marked.getFirst()));
        return title;
    }

    /** Why it was found, where the name does not say so itself. */
    private void why(EnterpriseFind find, Div cell) {
        var reasons = find.reasons();
        if (reasons.isEmpty() || reasons.getFirst().equals("name")) {
            return;
        }
        var reason = reasons.getFirst();
        var why = new Div();
        why.addClassName("why");
        var marked = find.highlights().getOrDefault(reason, List.of());
        var said = HtmlUtils.htmlEscape(messages.text(locale, "ui.reason." + reason));
        why.getElement()
                .setProperty(
                        "innerHTML",
                        marked.isEmpty()
                                ? said
                                : said
                                        + messages.text(locale, "ui.colon")
                                        + marked(marked.getFirst()));
        cell.add(why);
    }

    /** All but {@code <em>} is escaped where this comes from. */
    private static String marked(String html) {
        return html.replace("<em>", "<mark>").replace("</em>", "</mark>");
    }

    Component statusOf(EnterpriseRow row) {
        return chip(words.status(row.status()), row.status().name());
    }

    Component qualifications(EnterpriseRow row) {
        var held = new Div();
        held.addClassName("chips");
        row.qualifications().forEach(code -> held.add(chip(words.qualification(code), "kind")));
        row.tags().forEach(text -> held.add(chip(text, "tag")));
        return held;
    }

    private static Span chip(String text, String className) {
        var chip = new Span(text);
        chip.addClassNames("chip", className);
        return chip;
    }
}

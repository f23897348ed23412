package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.DueKind;
import org.kaiyuan.leads.LeadFind;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.springframework.web.util.HtmlUtils;

/**
 * How one lead looks in a list, on the board and in my day.
 *
 * @param today by which it is told what is late, Asia/Shanghai
 */
record LeadCells(StageWords stages, Messages messages, Locale locale, LocalDate today) {
    /** Its name, and beneath who invests. */
    Component name(LeadFind find) {
        var cell = new Div(title(find), sub(find));
        cell.addClassName("name-cell");
        return cell;
    }

    /** Everything on a phone. */
    Component card(LeadFind find, Component act) {
        var lead = find.lead();
        var line = new Div(stage(lead));
        line.addClassName("chips");
        if (lead.state() != LeadState.ACTIVE) {
            line.add(state(lead));
        }
        line.add(due(lead));
        if (lead.investmentYuan() != null) {
            line.add(new Span(LeadSums.of(messages, locale, lead.investmentYuan())));
        }
        line.add(new Span(owner(lead)));
        var cell = new Div(title(find), sub(find), line, act);
        cell.addClassNames("name-cell", "card");
        return cell;
    }

    Component stage(LeadRow lead) {
        var cell = new Div(chip(stages.of(lead.stage()), "stage"));
        cell.addClassName("chips");
        if (lead.state() != LeadState.ACTIVE) {
            cell.add(state(lead));
        }
        return cell;
    }

    private Component state(LeadRow lead) {
        return chip(messages.of(locale, lead.state()), lead.state().name());
    }

    /** A badge that says what is due and when; a dash where nothing is. */
    Component due(LeadRow lead) {
        var on = lead.dueOn();
        if (on == null) {
            return new Span(Shown.NOTHING);
        }
        var badge = chip(when(on) + " · " + what(lead.dueKind()), "due");
        badge.addClassName(on.isBefore(today) ? "late" : on.equals(today) ? "now" : "later");
        badge.setTitle(on.toString());
        return badge;
    }

    private String when(LocalDate on) {
        long days = ChronoUnit.DAYS.between(on, today);
        if (days > 0) {
            return messages.text(locale, "ui.leads.list.late", days);
        }
        return days == 0 ? messages.text(locale, "ui.leads.list.dueToday") : on.toString();
    }

    private String what(@Nullable DueKind kind) {
        return kind == null ? "" : messages.of(locale, kind);
    }

    String owner(LeadRow lead) {
        if (lead.owner() == null) {
            return messages.text(locale, "ui.leads.list.inPool");
        }
        return Shown.text(lead.ownerName() == null ? lead.owner() : lead.ownerName());
    }

    String next(LeadRow lead) {
        var what = lead.nextAction();
        if (what == null) {
            return Shown.NOTHING;
        }
        var on = lead.nextActionOn();
        return on == null ? what : on + " " + what;
    }

    /** A small button with a drawing, for the end of a row. */
    Button followup(LeadRow lead, Runnable click) {
        var button = new Button(new Glyph(Glyph.Of.NOTE), clicked -> click.run());
        var said = messages.text(locale, "ui.leads.list.followup.of", lead.projectName());
        button.setAriaLabel(said);
        button.setTooltipText(messages.text(locale, "ui.leads.list.followup"));
        button.addThemeNames("tertiary", "icon");
        return button;
    }

    private Component title(LeadFind find) {
        var title = new Span();
        title.addClassName("title");
        title.setTitle(find.lead().projectName());
        var marked = find.highlights().getOrDefault("projectName", List.of());
        title.getElement()
                .setProperty(
                        "innerHTML",
                        marked.isEmpty()
                                ? HtmlUtils.htmlEscape(find.lead().projectName())
                                : marked(marked.getFirst()));
        return title;
    }

    private Component sub(LeadFind find) {
        var lead = find.lead();
        var sub = new Span();
        sub.addClassName("sub");
        var marked = find.highlights().getOrDefault("investors", List.of());
        var secret =
                lead.confidential()
                        ? " · "
                                + HtmlUtils.htmlEscape(
                                        messages.text(locale, "leads.column.confidential"))
                        : "";
        sub.getElement()
                .setProperty(
                        "innerHTML",
                        (marked.isEmpty()
                                        ? HtmlUtils.htmlEscape(Shown.text(lead.investor()))
                                        : marked(marked.getFirst()))
                                + secret);
        return sub;
    }

    /** All but {@code <em>} is escaped where this comes from. */
    private static String marked(String html) {
        return html.replace("<em>", "<mark>").replace("</em>", "</mark>");
    }

    static Span chip(String text, String className) {
        var chip = new Span(text);
        chip.addClassNames("chip", className);
        return chip;
    }
}

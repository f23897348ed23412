package org.kaiyuan.ui.services;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.Complaint;
import org.kaiyuan.services.ComplaintState;
import org.kaiyuan.services.Rating;
import org.kaiyuan.services.RatingState;
import org.kaiyuan.ui.kit.Shown;

/** Small things that say something about ratings and complaints. */
final class DeskFeedbackCells {
    private static final int BAD = 2;
    private static final int MOST = 5;

    private final Messages messages;
    private final Locale locale;
    private final LocalDate today;

    DeskFeedbackCells(Messages messages, Locale locale, LocalDate today) {
        this.messages = messages;
        this.locale = locale;
        this.today = today;
    }

    /** In words; the stars are for the eye. */
    Span stars(Rating one) {
        var drawn = new Span("★".repeat(one.stars()) + "☆".repeat(MOST - one.stars()));
        drawn.getElement().setAttribute("aria-hidden", "true");
        drawn.addClassName("stars");
        var words =
                CaseCells.chip(word("stars." + one.stars()), one.stars() <= BAD ? "bad" : "good");
        var both = new Span(drawn, words);
        both.addClassName("rated");
        return both;
    }

    Span state(Rating one) {
        return CaseCells.chip(
                messages.of(locale, one.state()),
                switch (one.state()) {
                    case NOTED -> "neutral";
                    case TO_CALL -> "bad";
                    case TO_RECTIFY -> "waiting";
                    case RECTIFIED -> "good";
                });
    }

    Span state(Complaint one) {
        return CaseCells.chip(
                messages.of(locale, one.state()),
                one.state() == ComplaintState.OPEN ? "bad" : "good");
    }

    String about(Rating one) {
        return messages.of(locale, one.contact()) + " · " + Shown.moment(one.at());
    }

    /** Everything that was said about it, line by line. */
    List<String> said(Rating one) {
        var lines = new ArrayList<String>();
        if (!one.reasons().isEmpty()) {
            lines.add(String.join("、", one.reasons().stream().map(this::reason).toList()));
        }
        if (one.said() != null && !one.said().isBlank()) {
            lines.add(one.said());
        }
        if (one.calledOn() != null) {
            lines.add(word("called.of", Shown.date(one.calledOn()), text(one.callBackSaid())));
        }
        if (one.rectifiedOn() != null) {
            lines.add(
                    word("rectified.of", Shown.date(one.rectifiedOn()), text(one.rectifiedSaid())));
        }
        return lines;
    }

    /** By when it must be rectified, and how many days that is. */
    Span due(Rating one) {
        if (one.rectifyDueOn() == null
                || one.state() == RatingState.NOTED
                || one.state() == RatingState.RECTIFIED) {
            return new Span(Shown.date(one.rectifyDueOn()));
        }
        return due(one.rectifyDueOn());
    }

    Span due(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today, day);
        return CaseCells.chip(
                Shown.date(day)
                        + " "
                        + (days < 0 ? word("due.late", -days) : word("due.left", days)),
                days < 0 ? "bad" : days <= 3 ? "waiting" : "neutral");
    }

    /** A ready-made reason by its word; one that has none as it stands. */
    private String reason(String key) {
        var messageKey = "services.rating.reason." + key;
        return messages.chineseKeys().contains(messageKey)
                ? messages.text(locale, messageKey)
                : key;
    }

    private static String text(@org.jspecify.annotations.Nullable String said) {
        return said == null ? "" : said;
    }

    private String word(String key, Object... arguments) {
        return messages.text(locale, "ui.services.desk." + key, arguments);
    }
}

package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.OpenServiceRow;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceTrack;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** What the portal's pages of services are made of. */
final class PortalPieces {
    /** Around what was found, as the search writes it. */
    private static final char FOUND_FROM = '\uE000';

    private static final char FOUND_UNTIL = '\uE001';
    private static final String WORDS = "ui.services.portal.";

    private PortalPieces() {}

    static boolean english(Component at) {
        return "en".equals(locale(at).getLanguage());
    }

    static Locale locale(Component at) {
        return at.getUI().map(ui -> ui.getLocale()).orElseGet(PortalPieces::current);
    }

    private static Locale current() {
        var ui = com.vaadin.flow.component.UI.getCurrent();
        return ui == null ? Locale.SIMPLIFIED_CHINESE : ui.getLocale();
    }

    static String word(Component at, String key, @Nullable Object... arguments) {
        return at.getTranslation(WORDS + key, arguments);
    }

    /** @param kind empty, {@code good}, {@code waiting} or {@code bad} */
    static Span chip(String text, String kind) {
        var chip = new Span(text);
        chip.addClassName("chip");
        if (!kind.isEmpty()) {
            chip.addClassName(kind);
        }
        return chip;
    }

    static Span sub(String text) {
        var sub = new Span(text);
        sub.addClassName("sub");
        return sub;
    }

    static Div row(String style, Component... parts) {
        var row = new Div(parts);
        row.addClassName(style);
        return row;
    }

    static Section section(String heading, Component... content) {
        var section = new Section(new H2(heading));
        section.add(content);
        section.addClassName("form-group");
        return section;
    }

    /** A card that opens a page. */
    static Anchor card(String address, Component... content) {
        var words = row("name-cell", content);
        var open = new Glyph(Glyph.Of.BACK);
        open.addClassName("onward");
        var card = new Anchor(address, words, open);
        card.addClassName("portal-card");
        return card;
    }

    static Anchor link(String address, String text) {
        var link = new Anchor(address, text);
        link.addClassName("portal-link");
        return link;
    }

    /** To one of the public pages, which are not of Vaadin. */
    static Anchor outward(String address, String text) {
        var link = link(address, text);
        link.setRouterIgnore(true);
        return link;
    }

    static Div prose(@Nullable String text) {
        var prose = new Div(Shown.text(text));
        prose.addClassName("prose");
        return prose;
    }

    static Div fact(String what, @Nullable String value) {
        return fact(what, new Span(Shown.text(value)));
    }

    static Div fact(String what, Component value) {
        var name = new Div(what);
        name.addClassName("what");
        value.addClassName("value");
        return new Div(name, new Div(value));
    }

    /** Text with what was found in it marked. */
    static Span found(String marked) {
        var line = new Span();
        var mark = (Span) null;
        var text = new StringBuilder();
        for (char c : marked.toCharArray()) {
            if (c == FOUND_FROM || c == FOUND_UNTIL) {
                put(line, mark, text);
                mark = c == FOUND_FROM ? new Span() : null;
            } else {
                text.append(c);
            }
        }
        put(line, mark, text);
        return line;
    }

    private static void put(Span line, @Nullable Span mark, StringBuilder text) {
        if (text.isEmpty()) {
            return;
        }
        if (mark == null) {
            line.add(new Span(text.toString()));
        } else {
            mark.setText(text.toString());
            mark.addClassName("found");
            line.add(mark);
        }
        text.setLength(0);
    }

    /** 园区可办, 需上报, or the park's own. */
    static Span where(Component at, @Nullable Boolean here) {
        if (here == null) {
            return chip(word(at, "where.own"), "quiet");
        }
        return here
                ? chip(word(at, "where.here"), "good")
                : chip(word(at, "where.upper"), "waiting");
    }

    static String promise(Component at, ServiceTrack track, ServiceKind kind, int days) {
        if (track == ServiceTrack.TICKET) {
            return word(at, "promise.answer", days);
        }
        return kind == ServiceKind.ON_THE_SPOT
                ? word(at, "promise.spot")
                : word(at, "promise", days);
    }

    static Anchor service(Component at, OpenServiceRow row) {
        var inEnglish = english(at) && row.titleEn() != null;
        var title = inEnglish ? new Span(row.titleEn()) : found(row.marked());
        title.addClassName("title");
        var chips =
                row(
                        "chips",
                        where(at, row.here()),
                        chip(promise(at, row.track(), row.kind(), row.promisedDays()), "quiet"));
        row.topics().stream().limit(2).forEach(topic -> chips.add(chip(topic, "quiet")));
        var card = card(PortalServiceNavigation.guide(row.id()), title, chips);
        if (row.said() != null && !row.said().isBlank()) {
            var said = found(row.said());
            said.addClassName("sub");
            ((Div) card.getChildren().findFirst().orElseThrow()).addComponentAtIndex(1, said);
        }
        card.addClassName("service-card");
        return card;
    }
}

package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.OpenServicePage;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.PortalShell;

/** Finding a service; the address holds the question. */
@Route(value = PortalServiceNavigation.FIND, layout = PortalShell.class)
@RolesAllowed(PortalPermissions.ENTER)
class PortalServiceFindView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 20;

    final PortalServiceSearch search = new PortalServiceSearch(true, this::ask);
    final Div topics = new Div();
    final Div found = new Div();
    final Button more = new Button();
    final Span told = new Span();
    private final transient PortalServiceDoors doors;
    private String asked = "";
    private String topic = "";
    private @Nullable String next;

    PortalServiceFindView(PortalServiceDoors doors) {
        this.doors = doors;
        addClassName("portal-services");
        topics.addClassName("topic-chips");
        told.addClassName("sub");
        told.getElement().setAttribute("role", "status");
        more.setText(getTranslation("ui.more"));
        more.addClickListener(click -> page());
        more.setDisableOnClick(true);
        add(new H1(word(this, "find")), search, topics, told, found, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var question = event.getLocation().getQueryParameters();
        asked = question.getSingleParameter("q").orElse("").strip();
        topic = question.getSingleParameter("topic").orElse("").strip();
        if (!search.question.getValue().strip().equals(asked)) {
            search.question.setValue(asked);
        }
        found.removeAll();
        next = null;
        page();
    }

    @Override
    public String getPageTitle() {
        return (asked.isEmpty() ? word(this, "find") : asked)
                + " · "
                + getTranslation("ui.portal.product");
    }

    private void ask(String question) {
        if (!question.equals(asked)) {
            getUI().ifPresent(ui ->
                    ui.navigate(
                            PortalServiceNavigation.FIND,
                            PortalServiceNavigation.question(question(question, topic))));
        }
    }

    private static Map<String, String> question(String words, String topic) {
        var question = new LinkedHashMap<String, String>();
        question.put("q", words);
        question.put("topic", topic);
        return question;
    }

    private void page() {
        var first = next == null;
        var page =
                doors.catalogue()
                        .find(
                                asked.isEmpty() ? null : asked,
                                topic.isEmpty() ? null : topic,
                                next,
                                PAGE);
        if (first) {
            showTopics(page);
        }
        page.items().forEach(row -> found.add(PortalPieces.service(this, row)));
        next = page.next();
        more.setVisible(next != null);
        more.setEnabled(true);
        int shown = found.getComponentCount();
        told.setText(shown == 0 ? "" : word(this, next == null ? "found" : "found.more", shown));
        if (shown == 0) {
            found.add(nothing());
        }
    }

    private EmptyState nothing() {
        if (asked.isEmpty() && topic.isEmpty()) {
            return new EmptyState(Glyph.Of.FILE, word(this, "none"));
        }
        return new EmptyState(
                Glyph.Of.SEARCH,
                word(this, "none.found"),
                PortalPieces.link(PortalServiceNavigation.FIND, word(this, "all")));
    }

    private void showTopics(OpenServicePage page) {
        topics.removeAll();
        topics.setVisible(!page.topics().isEmpty() || !topic.isEmpty());
        topics.add(chip("", word(this, "topic.all")));
        page.topics().forEach((name, count) -> topics.add(chip(name, name + " " + count)));
        if (!topic.isEmpty() && !page.topics().containsKey(topic)) {
            topics.add(chip(topic, topic));
        }
    }

    private Anchor chip(String of, String text) {
        var chip = topic(of, text, asked);
        if (of.equals(topic)) {
            chip.getElement().setAttribute("aria-current", "true");
        }
        return chip;
    }

    /** @param words of the question, which stays as it is */
    static Anchor topic(String topic, String text, String words) {
        var question = new StringBuilder();
        if (!words.isEmpty()) {
            question.append("q=").append(coded(words));
        }
        if (!topic.isEmpty()) {
            question.append(question.isEmpty() ? "" : "&").append("topic=").append(coded(topic));
        }
        var chip =
                new Anchor(
                        PortalServiceNavigation.FIND + (question.isEmpty() ? "" : "?" + question),
                        text);
        chip.addClassName("topic-chip");
        return chip;
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import java.util.Map;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.services.ColleagueRight;
import org.kaiyuan.services.PortalToDo;

/** On the portal's start page: asking for a service, what waits for the enterprise, and what is under way. */
public final class PortalStartPane extends Div {
    private static final int MOST_TOPICS = 12;
    private static final int FEW = 3;

    final PortalServiceSearch search = new PortalServiceSearch(false, PortalStartPane::find);
    final Div topics = new Div();
    final Div waiting = new Div();
    final Div underWay = new Div();
    private final transient PortalServiceDoors doors;
    private final transient PortalStanding standing;

    public PortalStartPane(PortalServiceDoors doors, Location here) {
        this.doors = doors;
        standing = PortalStanding.at(doors.enterprises(), here);
        addClassNames("portal-services", "portal-start");
        topics.addClassName("topic-chips");
        add(new H1(word(this, "start")), search, topics);
        doors.catalogue().find(null, null, null, 1).topics().entrySet().stream()
                .limit(MOST_TOPICS)
                .forEach(topic ->
                        topics.add(
                                PortalServiceFindView.topic(topic.getKey(), topic.getKey(), "")));
        topics.add(PortalServiceFindView.topic("", word(this, "all"), ""));
        add(standing.choice(here), waiting, underWay);
        standing.enterprise()
                .filter(one -> doors.rights().mine(one).contains(ColleagueRight.SEE))
                .ifPresent(this::show);
    }

    private static void find(String question) {
        UI.getCurrent()
                .navigate(
                        PortalServiceNavigation.FIND,
                        PortalServiceNavigation.question(Map.of("q", question)));
    }

    private void show(EnterpriseId enterprise) {
        var todo = doors.inbox().of(enterprise).stream().filter(PortalToDo::todo).toList();
        if (!todo.isEmpty()) {
            var count = new Span(String.valueOf(todo.size()));
            count.addClassName("count");
            var head = new H2(word(this, "todo"));
            head.add(count);
            waiting.add(head, new PortalInboxPane(doors, todo.stream().limit(FEW).toList()));
            if (todo.size() > FEW) {
                waiting.add(
                        PortalPieces.link(
                                PortalServiceNavigation.of(
                                        PortalServiceNavigation.INBOX, standing.said()),
                                word(this, "todo.all", todo.size())));
            }
        }
        var drafts = doors.drafting().of(enterprise);
        var cases = doors.cases().list(enterprise, true, null, FEW);
        if (!cases.items().isEmpty() || !drafts.isEmpty()) {
            underWay.add(new H2(word(this, "start.underWay")));
            cases.items()
                    .forEach(row -> underWay.add(PortalCaseCard.of(this, row, doors.messages())));
            var address =
                    PortalServiceNavigation.of(PortalServiceNavigation.CASES, standing.said());
            underWay.add(
                    PortalPieces.link(
                            address,
                            drafts.isEmpty()
                                    ? word(this, "cases.see")
                                    : word(this, "cases.see.drafts", drafts.size())));
        }
    }
}

package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kaiyuan.leads.LeadMyDay;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadReviews;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.MyDay;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** What somebody has to do this morning, the most urgent first. */
@Route("leads/today")
@RolesAllowed(LeadPermissions.READ)
class LeadTodayView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final Div sections = new Div();
    final Span day = new Span();

    private final transient LeadListDoors doors;
    private final transient LeadMyDay myDay;
    private final transient LeadCells cells;
    private final boolean writes;

    LeadTodayView(LeadListDoors doors, LeadMyDay myDay) {
        this.doors = doors;
        this.myDay = myDay;
        writes = doors.person().may(LeadPermissions.WRITE);
        cells =
                new LeadCells(
                        doors.stages(getLocale()), doors.messages(), getLocale(), doors.today());
        day.addClassName("count");
        sections.addClassName("today");
        addClassNames("list-page", "today-page");
        var head = new Div(new H1(getTranslation("ui.leads.list.today")), day);
        head.addClassName("page-head");
        add(head, sections);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        answer();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.leads.list.today") + " · " + getTranslation("ui.product");
    }

    private void answer() {
        var my = myDay.today();
        day.setText(my.today().toString());
        sections.removeAll();
        leads("overdue", my.overdue());
        leads("dueNow", my.dueToday());
        waiting(my);
        leads("silent", my.silent());
        if (sections.getComponentCount() == 0) {
            sections.add(
                    new EmptyState(
                            Glyph.Of.CHECK,
                            getTranslation("ui.leads.list.today.nothing"),
                            new Anchor(
                                    LeadNavigation.LIST,
                                    getTranslation("ui.leads.list.today.all"))));
        }
        leads("pool", my.pool());
    }

    private void waiting(MyDay my) {
        if (my.waiting().isEmpty()) {
            return;
        }
        var list = section("waiting", my.waiting().size(), false);
        my.waiting().forEach(review -> list.add(row(review)));
    }

    private void leads(String name, MyDay.Section of) {
        if (of.leads().isEmpty()) {
            return;
        }
        var list = section(name, of.leads().size(), of.more());
        of.leads().forEach(lead -> list.add(row(name, lead)));
        if (of.more()) {
            var more =
                    new ListItem(
                            new Anchor(
                                    LeadNavigation.dueFirst(of.filter()),
                                    getTranslation("ui.leads.list.today.more")));
            more.addClassName("more");
            list.add(more);
        }
    }

    private UnorderedList section(String name, int count, boolean more) {
        var figure = LeadCells.chip(Shown.figure(count) + (more ? "+" : ""), "count");
        var title = new H2(getTranslation("ui.leads.list.today." + name));
        var head = new Div(title, figure);
        head.addClassName("today-head");
        var list = new UnorderedList();
        list.addClassName("today-rows");
        var section = new Section(head, list);
        section.addClassNames("today-section", name);
        section.getElement()
                .setAttribute("aria-label", getTranslation("ui.leads.list.today." + name));
        sections.add(section);
        return list;
    }

    private ListItem row(LeadReviews.Waiting review) {
        var name = new Anchor(LeadNavigation.lead(review.leadId()), review.projectName());
        name.addClassName("title");
        var when =
                new Span(
                        review.meetingOn() == null
                                ? getTranslation("ui.leads.list.today.noMeeting")
                                : getTranslation(
                                        "ui.leads.list.today.meeting",
                                        review.meetingOn().toString()));
        when.addClassName("sub");
        var what = new Div(name, when);
        what.addClassName("name-cell");
        return new ListItem(what);
    }

    private ListItem row(String section, LeadRow lead) {
        var name = new Anchor(LeadNavigation.lead(lead.id()), lead.projectName());
        name.addClassName("title");
        var next = lead.nextAction();
        var sub = new Span(Shown.text(lead.investor()) + (next == null ? "" : " · " + next));
        sub.addClassName("sub");
        var what = new Div(name, sub);
        what.addClassName("name-cell");
        var badges = new Div(cells.stage(lead));
        badges.addClassName("badges");
        if (lead.dueOn() != null) {
            badges.add(cells.due(lead));
        }
        if (lead.investmentYuan() != null) {
            badges.add(new Span(LeadSums.of(doors.messages(), getLocale(), lead.investmentYuan())));
        }
        var item = new ListItem(what, badges);
        if (writes) {
            item.add(section.equals("pool") ? claim(lead) : followup(lead));
        }
        return item;
    }

    private Component claim(LeadRow lead) {
        var claim = new Button(getTranslation("ui.leads.list.claim"));
        claim.setAriaLabel(getTranslation("ui.leads.list.claim.of", lead.projectName()));
        claim.addClickListener(click -> {
            doors.assignment().claim(lead.id());
            Tell.done(getTranslation("ui.leads.list.claimed", lead.projectName()));
            answer();
        });
        return claim;
    }

    private Component followup(LeadRow lead) {
        var button =
                new Button(
                        getTranslation("ui.leads.list.followup"),
                        new Glyph(Glyph.Of.NOTE),
                        click ->
                                new FollowupDialog(
                                                doors.followups(),
                                                lead.id(),
                                                lead.projectName(),
                                                this::answer)
                                        .open());
        button.setAriaLabel(getTranslation("ui.leads.list.followup.of", lead.projectName()));
        return button;
    }
}

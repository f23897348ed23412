package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.leads.TeamMember;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** The essence of one lead beside the list. */
class LeadLook extends Aside {
    final Button close;
    private final transient StageWords stages;
    private final transient Messages messages;

    LeadLook(StageWords stages, Runnable closed) {
        this.stages = stages;
        messages = stages.messages();
        addClassName("quick-look");
        getElement().setAttribute("aria-label", getTranslation("ui.look"));
        close = new Button(new Glyph(Glyph.Of.CLOSE), click -> closed.run());
        close.setAriaLabel(getTranslation("ui.look.close"));
        close.addThemeNames("tertiary", "icon");
        close.addClassName("close");
        setVisible(false);
    }

    void hide() {
        removeAll();
        setVisible(false);
    }

    /** @param followup is run when somebody wants to write down a talk; null where they may not */
    void show(LeadDetails lead, @Nullable Runnable followup) {
        removeAll();
        var p = lead.profile();
        var chips = new Div(LeadCells.chip(stages.of(lead.stage()), "stage"));
        chips.addClassName("chips");
        if (lead.state() != LeadState.ACTIVE) {
            chips.add(LeadCells.chip(messages.of(getLocale(), lead.state()), lead.state().name()));
        }
        if (p.confidential()) {
            chips.add(LeadCells.chip(getTranslation("leads.column.confidential"), "tag"));
        }
        p.tags().forEach(tag -> chips.add(LeadCells.chip(tag, "tag")));
        var facts = new Div();
        facts.addClassName("facts");
        fact(facts, "ui.leads.list.code", lead.code());
        fact(
                facts,
                "leads.column.investors",
                p.investors().stream().map(InvestorLine::name).collect(Collectors.joining("\n")));
        fact(
                facts,
                "ui.leads.list.investment",
                p.totalInvestment() == null
                        ? null
                        : Shown.tenThousands(p.totalInvestment().multiply(p.exchangeRate())));
        fact(facts, "ui.leads.list.land", Shown.mu(p.wantedLandM2()));
        fact(facts, "leads.column.leadingIndustry", p.leadingIndustry());
        fact(facts, "leads.column.subIndustry", p.subIndustry());
        fact(facts, "leads.column.way", messages.of(getLocale(), p.way()));
        fact(
                facts,
                "leads.column.owner",
                lead.owner() == null ? getTranslation("ui.leads.list.inPool") : lead.ownerName());
        fact(
                facts,
                "leads.column.team",
                lead.team().stream().map(TeamMember::name).collect(Collectors.joining("、")));
        var due = lead.dueOn();
        var kind = lead.dueKind();
        fact(
                facts,
                "ui.leads.list.due",
                due == null || kind == null ? null : due + " " + messages.of(getLocale(), kind));
        var next = p.nextAction();
        fact(
                facts,
                "leads.column.nextAction",
                next == null || p.nextActionOn() == null ? next : p.nextActionOn() + " " + next);
        fact(facts, "ui.leads.list.followed", Shown.moment(lead.followedAt()));
        fact(facts, "leads.column.summary", p.summary());
        var whole =
                new Anchor(LeadNavigation.lead(lead.id()), getTranslation("ui.leads.list.whole"));
        whole.addClassName("whole");
        add(close, new H2(p.projectName()), chips, whole, facts);
        if (followup != null) {
            add(
                    new Button(
                            getTranslation("ui.leads.list.followup"),
                            new Glyph(Glyph.Of.NOTE),
                            click -> followup.run()));
        }
        setVisible(true);
    }

    private void fact(Div facts, String key, @Nullable String value) {
        if (value == null || value.isBlank() || value.equals(Shown.NOTHING)) {
            return;
        }
        var what = new Div(getTranslation(key));
        what.addClassName("what");
        var said = new Div(value);
        said.addClassName("value");
        facts.add(new Div(what, said));
    }
}

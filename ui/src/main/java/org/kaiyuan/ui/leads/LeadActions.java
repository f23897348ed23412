package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.QueryParameters;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadFieldsRefused;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.leads.TeamMember;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** What may be done next with a lead: the usual at hand, the rest in a menu. */
class LeadActions extends LeadPanel {
    final Button followUp = new Button();
    final MenuBar move = new MenuBar();
    final Button claim = new Button();
    final Button takeUp = new Button();
    final MenuBar more = new MenuBar();

    private final transient StageWords names;
    private final SerializableRunnable changed;

    LeadActions(LeadDoors doors, LeadDetails lead, StageWords names, SerializableRunnable changed) {
        super(doors, lead, changed);
        this.names = names;
        this.changed = changed;
        removeClassName("lead-panel");
        addClassName("actions");
        boolean active = lead.state() == LeadState.ACTIVE;
        if (mayWrite()) {
            if (lead.owner() == null && active) {
                claim.setText(word("claim"));
                claim.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                claim.addClickListener(click -> {
                    doors.assignment().claim(lead.id());
                    done("claimed");
                });
                add(claim);
            }
            followUp.setText(word("followUp"));
            followUp.setIcon(new Glyph(Glyph.Of.NOTE));
            if (lead.owner() != null && active) {
                followUp.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            followUp.addClickListener(click -> followUp());
            add(followUp);
            if (active) {
                stages();
                add(move);
            } else {
                takeUp.setText(word("takeUp"));
                takeUp.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                takeUp.addClickListener(click -> askToTakeUp());
                add(takeUp);
            }
            add(
                    new Button(
                            getTranslation("ui.enterprises.to-edit"),
                            new Glyph(Glyph.Of.EDIT),
                            click -> go("leads/" + lead.id() + "/edit")));
        }
        if (active && doors.person().may(PlotPermissions.READ)) {
            add(
                    new Button(
                            getTranslation("ui.plots.match.find"),
                            new Glyph(Glyph.Of.MAP),
                            click ->
                                    getUI().ifPresent(ui ->
                                            ui.navigate(
                                                    "plots/match",
                                                    QueryParameters.of(
                                                            "lead", lead.id().toString())))));
        }
        add(
                new Button(
                        word("print"),
                        new Glyph(Glyph.Of.FILE),
                        click -> go("leads/" + lead.id() + "/dossier")));
        if (mayWrite()) {
            menu(active);
        }
    }

    private void go(String place) {
        getUI().ifPresent(ui -> ui.navigate(place));
    }

    private void stages() {
        move.setClassName("lead-move");
        var to = move.addItem(word("moveTo"));
        var order = names.rules().order();
        int now = order.indexOf(lead.stage());
        for (var stage : StageBar.shown(names, lead.stage())) {
            int there = order.indexOf(stage);
            boolean back = there < now;
            if (stage == lead.stage() || (back && lead.stage().isSigned() && !stage.isSigned())) {
                continue;
            }
            to.getSubMenu()
                    .addItem(
                            back ? word("moveBack", names.of(stage)) : names.of(stage),
                            click -> move(stage));
        }
    }

    private void menu(boolean active) {
        var menu = more.addItem(new Glyph(Glyph.Of.MORE));
        more.addThemeNames("icon");
        menu.setAriaLabel(word("more"));
        var items = menu.getSubMenu();
        boolean mine =
                doors.person().username().equals(lead.owner())
                        || lead.team().stream()
                                .anyMatch(one -> one.username().equals(doors.person().username()));
        boolean assigns = doors.person().may(LeadPermissions.ASSIGN);
        if (mine || assigns) {
            items.addItem(word("handOver"), click -> askWhom());
            items.addItem(word("team"), click -> askTeam());
            if (lead.owner() != null && active) {
                items.addItem(word("release"), click -> askToRelease());
            }
        }
        if (active) {
            items.addItem(word("putAside"), click -> askToPutAside());
        }
        if (assigns) {
            items.addItem(word("remove"), click -> askToRemove());
        }
        if (!items.getItems().isEmpty()) {
            add(more);
        }
    }

    private void followUp() {
        new FollowupDialog(doors.followupDoors(), lead.id(), lead.profile().projectName(), changed)
                .open();
    }

    private void move(LeadStage stage) {
        MoveDialog.moveOrAsk(doors.moveDoors(), lead.id(), lead.stage(), stage, changed);
    }

    private void askToTakeUp() {
        var asked = new TextArea[1];
        var dialog =
                new AskDialog(
                        word("takeUp"),
                        word("takeUp"),
                        () -> {
                            doors.moves().takeUp(lead.id(), asked[0].getValue());
                            done("takenUp");
                        });
        asked[0] = dialog.reason();
        dialog.open();
    }

    private void askToPutAside() {
        var state = new RadioButtonGroup<LeadState>();
        state.setItems(LeadState.PAUSED, LeadState.TRANSFERRED, LeadState.ENDED);
        state.setItemLabelGenerator(one -> name(one) + " · " + word("state." + one));
        state.setValue(LeadState.PAUSED);
        state.addClassName("wide");
        var asked = new TextArea[1];
        var dialog =
                new AskDialog(
                        word("putAside"),
                        word("putAside.go"),
                        () -> {
                            doors.moves()
                                    .putAside(lead.id(), state.getValue(), asked[0].getValue());
                            done("putAside.done");
                        });
        dialog.with("state", word("putAside.how"), state);
        asked[0] = dialog.reason();
        dialog.open();
    }

    private void askWhom() {
        var to = new ComboBox<TeamMember>();
        Colleagues.offer(to, doors.assignment());
        to.addClassName("wide");
        var dialog =
                new AskDialog(
                        word("handOver"),
                        word("handOver"),
                        () -> {
                            var chosen = to.getValue();
                            if (chosen == null) {
                                throw new LeadFieldsRefused("owner", "leads.rule.required");
                            }
                            doors.assignment().handOver(lead.id(), chosen.username());
                            done("handedOver");
                        });
        dialog.with("owner", word("handOver.to"), to);
        dialog.open();
    }

    private void askTeam() {
        var members = new MultiSelectComboBox<TeamMember>();
        Colleagues.offer(members, doors.assignment());
        members.addClassName("wide");
        members.select(lead.team());
        var dialog =
                new AskDialog(
                        word("team"),
                        getTranslation("ui.form.save"),
                        () -> {
                            doors.assignment()
                                    .team(
                                            lead.id(),
                                            members.getValue().stream()
                                                    .map(TeamMember::username)
                                                    .toList());
                            done("team.saved");
                        });
        dialog.saying(word("team.detail"));
        dialog.with("team", getTranslation("leads.column.team"), members);
        dialog.open();
    }

    private void askToRelease() {
        var asked = new TextArea[1];
        var dialog =
                new AskDialog(
                        word("release"),
                        word("release"),
                        () -> {
                            doors.assignment().release(lead.id(), asked[0].getValue());
                            done("released");
                        });
        dialog.saying(word("release.detail"));
        asked[0] = dialog.reason();
        dialog.open();
    }

    private void askToRemove() {
        var dialog =
                new AskDialog(
                        word("remove.ask", lead.profile().projectName()),
                        word("remove"),
                        () -> {
                            doors.removal().remove(lead.id(), lead.version());
                            Tell.done(word("removed"));
                            go("leads");
                        });
        dialog.saying(word("remove.detail"));
        dialog.grave().open();
    }

    /** Why a lead is not pursued, and other notes above its tabs. */
    static Component note(String sentence) {
        var note = new Div(sentence);
        note.addClassNames("lead-note");
        return note;
    }
}

package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.kaiyuan.leads.BoardColumn;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadOrder;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** Leads in columns by stage; a card is dragged, or moved by its button, through the gates. */
@Route("leads/board")
@RolesAllowed(LeadPermissions.READ)
class LeadBoardView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** Of one column; the list has the others. */
    private static final int CARDS = 30;

    final LeadFilterBar filter;
    final Select<LeadStage> stage = new Select<>();
    final Div board = new Div();
    final Map<LeadStage, Section> columns = new EnumMap<>(LeadStage.class);

    private final transient LeadListDoors doors;
    private final transient StageWords stages;
    private final transient LeadCells cells;
    private final boolean writes;
    private transient LeadQuestion asked = LeadQuestion.ALL;

    LeadBoardView(LeadListDoors doors) {
        this.doors = doors;
        stages = doors.stages(getLocale());
        cells = new LeadCells(stages, doors.messages(), getLocale(), doors.today());
        writes = doors.person().may(LeadPermissions.WRITE);
        filter = new LeadFilterBar(doors, stages, false, LeadNavigation::toBoard);
        stage.setItems(stages.shown());
        stage.setItemLabelGenerator(stages::of);
        stage.setValue(stages.shown().getFirst());
        stage.setLabel(getTranslation("leads.column.stage"));
        stage.addClassName("board-stage");
        stage.addValueChangeListener(change -> choose());
        board.addClassName("board");
        addClassNames("list-page", "board-page");
        setSizeFull();
        var head = new Div(new H1(getTranslation("ui.leads.list.board")), actions());
        head.addClassName("page-head");
        add(head, filter, stage, board);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = LeadQuestion.of(event.getLocation().getQueryParameters().getParameters());
        filter.show(asked);
        answer();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.leads.list.board") + " · " + getTranslation("ui.product");
    }

    private Div actions() {
        var list =
                new Button(
                        getTranslation("ui.leads.list.asList"),
                        new Glyph(Glyph.Of.TAG),
                        click -> LeadNavigation.toList(asked));
        var actions = new Div(list);
        actions.addClassName("actions");
        if (writes) {
            var fresh =
                    new Button(
                            getTranslation("ui.leads.list.new"),
                            new Glyph(Glyph.Of.PLUS),
                            click -> LeadNavigation.toNewLead());
            fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(fresh);
        }
        return actions;
    }

    /** Those that are put aside have a place here only when they are asked for. */
    private LeadFilter wanted() {
        return asked.filter().states().isEmpty()
                ? asked.filter().but().states(Set.of(LeadState.ACTIVE)).filter()
                : asked.filter();
    }

    private void answer() {
        board.removeAll();
        columns.clear();
        var shown =
                asked.filter().stages().isEmpty()
                        ? stages.shown()
                        : stages.rules().order().stream()
                                .filter(asked.filter().stages()::contains)
                                .toList();
        doors.directory()
                .board(shown, wanted(), CARDS)
                .forEach(column -> board.add(column(column)));
        choose();
    }

    private Section column(BoardColumn of) {
        var name = new H2(stages.of(of.stage()));
        var count = LeadCells.chip(Shown.figure(of.count()), "count");
        count.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation("ui.leads.list.count", Shown.figure(of.count())));
        count.getElement().setAttribute("role", "img");
        var sum = new Span(LeadSums.of(doors.messages(), getLocale(), of.investmentYuan()));
        sum.addClassName("sum");
        var head = new Div(name, count, sum);
        head.addClassName("board-head");
        var cards = new UnorderedList();
        cards.addClassName("board-cards");
        for (var lead : of.cards()) {
            cards.add(
                    new BoardCard(
                            lead,
                            cells,
                            writes ? this::followUp : null,
                            writes ? this::choose : null));
        }
        var column = new Section(head, cards);
        column.addClassName("board-column");
        column.getElement().setAttribute("aria-label", stages.of(of.stage()));
        if (of.count() > of.cards().size()) {
            column.add(
                    new Anchor(
                            LeadNavigation.list(
                                    new LeadQuestion(
                                            "",
                                            wanted().but().stages(Set.of(of.stage())).filter(),
                                            LeadOrder.DUE)),
                            getTranslation(
                                    "ui.leads.list.others",
                                    Shown.figure(of.count() - of.cards().size()))));
        }
        if (writes) {
            var target = DropTarget.create(column);
            target.setDropEffect(DropEffect.MOVE);
            target.addDropListener(drop ->
                    drop.getDragSourceComponent()
                            .filter(BoardCard.class::isInstance)
                            .map(BoardCard.class::cast)
                            .ifPresent(card -> move(card.lead, of.stage())));
        }
        columns.put(of.stage(), column);
        return column;
    }

    /** One column at a time on a phone. */
    private void choose() {
        var one = stage.getValue();
        columns.forEach((which, column) ->
                column.setClassName("chosen", which == one || !columns.containsKey(one)));
    }

    private void choose(LeadRow lead) {
        new StageChooser(lead, stages, to -> move(lead, to)).open();
    }

    void move(LeadRow lead, LeadStage to) {
        if (lead.stage() != to) {
            MoveDialog.moveOrAsk(doors.moves(), lead.id(), lead.stage(), to, this::answer);
        }
    }

    private void followUp(LeadRow lead) {
        new FollowupDialog(doors.followups(), lead.id(), lead.projectName(), this::answer).open();
    }
}

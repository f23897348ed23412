package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** One lead on the board: dragged to another column, or moved there by its button. */
class BoardCard extends ListItem {
    final transient LeadRow lead;
    final @Nullable Button move;

    /** @param move is told of what is to be moved; null where nothing may be */
    BoardCard(
            LeadRow lead,
            LeadCells cells,
            @Nullable Consumer<LeadRow> followup,
            @Nullable Consumer<LeadRow> move) {
        this.lead = lead;
        addClassName("board-card");
        var name = new Anchor(LeadNavigation.lead(lead.id()), lead.projectName());
        name.addClassName("title");
        var investor = new Span(Shown.text(lead.investor()));
        investor.addClassName("sub");
        var amount =
                new Span(
                        lead.investmentYuan() == null
                                ? Shown.NOTHING
                                : LeadSums.of(
                                        cells.messages(), cells.locale(), lead.investmentYuan()));
        amount.addClassName("amount");
        var who = new Div(new Span(cells.owner(lead)), amount);
        who.addClassName("who");
        var foot = new Div();
        foot.addClassName("foot");
        foot.add(lead.dueOn() == null ? new Span() : cells.due(lead));
        var acts = new Div();
        acts.addClassName("acts");
        if (followup != null) {
            acts.add(cells.followup(lead, () -> followup.accept(lead)));
        }
        if (move == null) {
            this.move = null;
        } else {
            this.move = new Button(new Glyph(Glyph.Of.MORE), click -> move.accept(lead));
            this.move.setAriaLabel(getTranslation("ui.leads.list.move.of", lead.projectName()));
            this.move.setTooltipText(getTranslation("ui.leads.list.move"));
            this.move.addThemeNames("tertiary", "icon");
            acts.add(this.move);
            DragSource.create(this).setDraggable(true);
        }
        foot.add(acts);
        add(name, investor, who, foot);
    }
}

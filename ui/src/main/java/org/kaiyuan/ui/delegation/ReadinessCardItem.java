package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.ReadinessCard;
import org.kaiyuan.delegation.ReadinessColumn;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** One grant on the board of readiness. */
class ReadinessCardItem extends ListItem {
    final transient ReadinessCard card;
    final @Nullable Button write;

    /** @param write is told of what is to be written; null where nothing may be */
    ReadinessCardItem(
            PowerUseDoors doors, ReadinessCard card, @Nullable Consumer<ReadinessCard> write) {
        this.card = card;
        addClassName("board-card");
        var name =
                PowerUseCells.link(
                        PowerUseCells.entry(card.list(), card.entry()), card.matterName());
        name.addClassName("title");
        var from =
                PowerUseCells.sub(
                        card.originalAuthority()
                                + " → "
                                + card.receivingBody()
                                + (card.subPark() == null ? "" : " · " + card.subPark()));
        var days = new Div();
        days.addClassName("chips");
        days.add(effective(doors));
        if (card.dueOn() != null && !card.open().isEmpty()) {
            boolean late = card.dueOn().isBefore(doors.today());
            days.add(
                    PowerUseCells.chip(
                            word(late ? "late" : "due", Shown.date(card.dueOn())),
                            late ? "bad" : "neutral"));
        }
        add(name, from, days);
        if (!card.open().isEmpty()) {
            add(
                    PowerUseCells.sub(
                            word(
                                    "open",
                                    card.open().stream()
                                            .sorted()
                                            .map(item -> doors.messages().of(getLocale(), item))
                                            .collect(Collectors.joining(word("between"))))));
        }
        var foot = new Div(owner());
        foot.addClassName("foot");
        if (write == null) {
            this.write = null;
        } else {
            this.write = new Button(new Glyph(Glyph.Of.EDIT), click -> write.accept(card));
            this.write.setAriaLabel(word("write.of", card.matterName()));
            this.write.setTooltipText(word("write"));
            this.write.addThemeNames("tertiary", "icon");
            var acts = new Div(this.write);
            acts.addClassName("acts");
            foot.add(acts);
        }
        add(foot);
    }

    private Span owner() {
        return card.ownerName() == null
                ? PowerUseCells.chip(word("unowned"), "waiting")
                : new Span(card.ownerName());
    }

    private Span effective(PowerUseDoors doors) {
        if (card.column() == ReadinessColumn.ALARM) {
            long since = ChronoUnit.DAYS.between(card.effectiveOn(), doors.today());
            return PowerUseCells.chip(word("since", since), "bad");
        }
        return PowerUseCells.chip(
                word(
                        card.effectiveOn().isAfter(doors.today()) ? "from" : "inForce",
                        Shown.date(card.effectiveOn())),
                "neutral");
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.readiness." + key, arguments);
    }
}

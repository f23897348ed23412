package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.IdleCase;
import org.kaiyuan.plots.IdleEvidence;
import org.kaiyuan.plots.IdleKind;
import org.kaiyuan.plots.IdleMeasure;
import org.kaiyuan.plots.IdleMeasureKind;
import org.kaiyuan.plots.IdleState;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.plots.Needed;

/** Whether the ground is on its way to be idle, what a person decided about it, and what is done. */
class IdleSection extends SupplyPanel {
    /** @param judged whether a contract runs, so that the rule can say something */
    IdleSection(
            SupplyDoors doors,
            PlotDetails plot,
            @Nullable IdleEvidence outlook,
            boolean judged,
            SerializableRunnable changed) {
        super(doors, plot, changed);
        if (judged) {
            outlook(section("idle"), outlook);
        }
        var cases = doors.idle().of(plot.id());
        if (!cases.isEmpty()) {
            var section = section("idle.cases");
            cases.forEach(one -> section.add(card(one)));
        }
    }

    private void outlook(Section section, @Nullable IdleEvidence e) {
        if (e == null) {
            section.add(quiet(word("idle.nothing")));
        } else {
            var full = IdleWords.isFull(e);
            var chips =
                    new Div(
                            SupplyCells.chip(name(e.kind()), "neutral"),
                            SupplyCells.chip(
                                    word(
                                            full ? "idle.full" : "idle.fullOn",
                                            Shown.date(IdleWords.fullOn(e))),
                                    full ? "bad" : "waiting"));
            chips.addClassName("chips");
            section.add(chips, meter(e), sentences(e));
            section.add(quiet(word(full ? "idle.proposes" : "idle.mayStill")));
        }
        section.add(source(word("idle.source")));
    }

    /** How much of the year is over; the sentences say the same in words. */
    private Component meter(IdleEvidence e) {
        var part = new Div();
        part.setWidth(Math.min(100, 100 * e.daysCounted() / Math.max(1, e.daysNeeded())) + "%");
        var meter = new Div(part);
        meter.addClassName("idle-meter");
        meter.getElement().getClassList().set("full", IdleWords.isFull(e));
        meter.getElement().setAttribute("aria-hidden", "true");
        return meter;
    }

    private Component sentences(IdleEvidence e) {
        return new Paragraph(String.join(word("idle.between"), IdleWords.sentences(e, this::word)));
    }

    private Component card(IdleCase one) {
        var top =
                new Div(
                        SupplyCells.of(doors.messages(), getLocale(), one.state()),
                        strong(name(one.evidence().kind())),
                        SupplyCells.sub(word("idle.made", Shown.moment(one.madeAt()))));
        top.addClassName("line");
        var card = new Div(top, sentences(one.evidence()));
        card.addClassNames("record", "idle-case");
        if (one.decidedOn() != null) {
            var said =
                    word(
                            "idle.decided",
                            Shown.date(one.decidedOn()),
                            Shown.text(one.decidedBy()),
                            name(one.state()));
            card.add(quiet(said + (one.document() == null ? "" : " · " + one.document())));
        }
        if (one.reason() != null) {
            card.add(quiet(word("idle.reason", one.reason())));
        }
        if (!one.measures().isEmpty()) {
            card.add(measures(one));
        }
        if (maySupply()) {
            decisions(one, card);
        }
        return card;
    }

    private void decisions(IdleCase one, Div card) {
        if (one.state() == IdleState.PROPOSED) {
            card.add(
                    acts(
                            act("idle.confirm", Glyph.Of.CHECK, () -> confirm(one)),
                            act("idle.reject", null, () -> reject(one))));
        } else if (one.state() == IdleState.CONFIRMED) {
            card.add(
                    acts(
                            act("idle.measure", Glyph.Of.PLUS, () -> measure(one)),
                            act("idle.close", null, () -> close(one))));
        }
    }

    private PlainTable measures(IdleCase one) {
        var acts = maySupply() && one.state().hasMeasures();
        var heads =
                new ArrayList<>(
                        heads(
                                "measure.kind",
                                "measure.deadline",
                                "measure.state",
                                "measure.amount"));
        if (acts) {
            heads.add(word("acts"));
        }
        var table = new PlainTable(word("measures"), heads);
        for (var measure : one.measures()) {
            var cells = new ArrayList<@Nullable Object>();
            var kind = lines(strong(name(measure.kind())));
            if (measure.note() != null) {
                kind.add(SupplyCells.sub(measure.note()));
            }
            cells.add(kind);
            cells.add(Shown.date(measure.deadline()));
            cells.add(state(measure));
            cells.add(Shown.tenThousands(measure.amountYuan()));
            if (acts) {
                cells.add(
                        measure.doneOn() == null
                                ? act("measure.done", null, () -> finish(one, measure))
                                : new Span());
            }
            table.row(cells.toArray());
        }
        return table;
    }

    private Component state(IdleMeasure measure) {
        if (measure.doneOn() != null) {
            return lines(
                    SupplyCells.chip(word("measure.doneOn", Shown.date(measure.doneOn())), "good"),
                    SupplyCells.sub(Shown.text(measure.document())));
        }
        return measure.overdueDays() > 0
                ? SupplyCells.chip(word("measure.overdue", measure.overdueDays()), "bad")
                : SupplyCells.chip(word("measure.running"), "neutral");
    }

    private void confirm(IdleCase one) {
        var document = new TextField();
        document.setRequiredIndicatorVisible(true);
        document.addClassName("wide");
        document.setHelperText(word("idle.document.help"));
        var why = new TextArea();
        why.addClassName("wide");
        why.setMaxLength(2000);
        var dialog =
                new AskDialog(
                        word("idle.confirm"),
                        word("idle.confirm"),
                        () -> {
                            doors.idle()
                                    .confirm(
                                            one.id(),
                                            one.version(),
                                            document.getValue(),
                                            Needed.perhaps(why.getValue()));
                            done("idle.confirmed");
                        });
        dialog.saying(
                String.join(word("idle.between"), IdleWords.sentences(one.evidence(), this::word)));
        dialog.with("document", word("idle.document"), document);
        dialog.with("reason", word("idle.why"), why);
        dialog.open();
    }

    private void reject(IdleCase one) {
        because(
                "idle.reject",
                "idle.reject.detail",
                why -> {
                    doors.idle().reject(one.id(), one.version(), why);
                    done("idle.rejected");
                });
    }

    private void close(IdleCase one) {
        because(
                "idle.close",
                "idle.close.detail",
                why -> {
                    doors.idle().close(one.id(), one.version(), why);
                    done("idle.closed");
                });
    }

    private void because(String key, String detail, SerializableConsumer<String> act) {
        var asked = new TextArea[1];
        var dialog = new AskDialog(word(key), word(key), () -> act.accept(asked[0].getValue()));
        dialog.saying(word(detail));
        asked[0] = dialog.reason();
        dialog.open();
    }

    private void measure(IdleCase one) {
        var kind = new Select<IdleMeasureKind>();
        kind.setItems(
                Arrays.stream(IdleMeasureKind.values())
                        .filter(each ->
                                one.evidence().kind() == IdleKind.NOT_STARTED
                                        || each != IdleMeasureKind.FEE
                                                && each != IdleMeasureKind.RECOVERY)
                        .toList());
        kind.setItemLabelGenerator(this::name);
        kind.setRequiredIndicatorVisible(true);
        kind.setHelperText(word("measure.kind.help"));
        kind.addClassName("wide");
        var deadline = day(null);
        deadline.setRequiredIndicatorVisible(true);
        var note = new TextArea();
        note.addClassName("wide");
        note.setMaxLength(2000);
        var dialog =
                new AskDialog(
                        word("idle.measure"),
                        getTranslation("ui.form.save"),
                        () -> {
                            var needed = new Needed();
                            var wanted =
                                    needed.of("kind", kind.getValue(), IdleMeasureKind.UPGRADE);
                            var until = needed.day("deadline", deadline.getValue());
                            needed.refuse();
                            doors.idle()
                                    .measure(
                                            one.id(),
                                            wanted,
                                            until,
                                            Needed.perhaps(note.getValue()));
                            done("measure.saved");
                        });
        dialog.with("kind", word("measure.kind"), kind);
        dialog.with("deadline", word("measure.deadline"), deadline);
        dialog.with("note", word("note"), note);
        dialog.open();
    }

    private void finish(IdleCase one, IdleMeasure measure) {
        var on = day(doors.today());
        on.setRequiredIndicatorVisible(true);
        on.setMax(doors.today());
        var document = new TextField();
        document.setRequiredIndicatorVisible(true);
        var dialog =
                new AskDialog(
                        word("measure.done.of", name(measure.kind())),
                        word("measure.done"),
                        () -> {
                            var needed = new Needed();
                            var doneOn = needed.day("doneOn", on.getValue());
                            var paper = needed.text("document", document.getValue());
                            needed.refuse();
                            doors.idle()
                                    .done(one.id(), measure.id(), measure.version(), doneOn, paper);
                            done("measure.saved");
                        });
        dialog.with("doneOn", word("measure.doneDay"), on);
        dialog.with("document", word("document"), document);
        dialog.open();
    }
}

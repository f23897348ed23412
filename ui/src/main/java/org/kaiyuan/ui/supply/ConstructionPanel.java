package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.Construction;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.StopCause;
import org.kaiyuan.plots.StopLine;
import org.kaiyuan.plots.StopNote;
import org.kaiyuan.plots.SupplyNote;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Removal;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.plots.Needed;

/** How construction stands against the contract, where it stopped, and whether the ground lies idle. */
class ConstructionPanel extends SupplyPanel {
    ConstructionPanel(SupplyDoors doors, PlotDetails plot, SerializableRunnable changed) {
        super(doors, plot, changed);
        var running = doors.contracts().running(plot.id());
        if (running.isEmpty()) {
            add(new EmptyState(Glyph.Of.FILE, word("construction.noContract")));
        } else {
            var facts = doors.construction().of(plot.id());
            progress(facts, running.get().note());
            stops(facts.stops());
            add(new IdleSection(doors, plot, facts.idle(), true, changed));
            return;
        }
        if (!doors.idle().of(plot.id()).isEmpty()) {
            add(new IdleSection(doors, plot, null, false, changed));
        }
    }

    private void progress(Construction facts, SupplyNote contract) {
        var note = facts.note();
        var section =
                mayWrite()
                        ? section(
                                "construction",
                                act(
                                        note == null ? "construction.enter" : "construction.revise",
                                        Glyph.Of.EDIT,
                                        () -> enter(facts)))
                        : section("construction");
        section.add(
                figures(
                        figure(
                                "construction.builtShare",
                                SupplyCells.percent(facts.builtShare()),
                                word("construction.third")),
                        figure(
                                "construction.investedShare",
                                SupplyCells.percent(facts.investedShare()),
                                word("construction.quarter")),
                        figure(
                                "construction.invested",
                                Shown.tenThousands(note == null ? null : note.investedYuan()),
                                null),
                        figure(
                                "construction.floorRatio",
                                Shown.figure(facts.floorRatio()),
                                contract.floorRatio() == null
                                        ? null
                                        : word(
                                                "construction.promised",
                                                Shown.figure(contract.floorRatio())))));
        var table =
                new PlainTable(
                        word("construction"),
                        heads(
                                "construction.step",
                                "construction.agreed",
                                "construction.planned",
                                "construction.actual",
                                "construction.late"));
        step(
                table,
                "start",
                contract.startOn(),
                note == null ? null : note.plannedStartOn(),
                note == null ? null : note.startedOn());
        step(
                table,
                "finish",
                contract.finishOn(),
                note == null ? null : note.plannedFinishOn(),
                note == null ? null : note.finishedOn());
        step(
                table,
                "production",
                contract.productionOn(),
                note == null ? null : note.plannedProductionOn(),
                note == null ? null : note.producedOn());
        section.add(table);
        section.add(
                note == null
                        ? quiet(word("construction.none"))
                        : quiet(
                                word(
                                        "construction.seen",
                                        Shown.date(note.seenOn()),
                                        note.evidence(),
                                        Shown.text(facts.enteredBy()),
                                        Shown.moment(facts.at()))));
    }

    private void step(
            PlainTable table,
            String step,
            @Nullable LocalDate agreed,
            @Nullable LocalDate planned,
            @Nullable LocalDate actual) {
        table.row(
                word("construction.step." + step),
                Shown.date(agreed),
                Shown.date(planned),
                Shown.date(actual),
                late(agreed, actual));
    }

    private Component late(@Nullable LocalDate agreed, @Nullable LocalDate actual) {
        if (agreed == null) {
            return new Span(Shown.NOTHING);
        }
        if (actual == null) {
            long over = ChronoUnit.DAYS.between(agreed, doors.today());
            return over > 0
                    ? SupplyCells.chip(word("construction.over", over), "bad")
                    : SupplyCells.chip(word("construction.left", -over), "neutral");
        }
        long days = ChronoUnit.DAYS.between(agreed, actual);
        return days > 0
                ? SupplyCells.chip(word("construction.later", days), "waiting")
                : SupplyCells.chip(
                        days == 0
                                ? word("construction.onTime")
                                : word("construction.earlier", -days),
                        "good");
    }

    private void stops(List<StopLine> stops) {
        var section =
                mayWrite()
                        ? section("stops", act("stop.add", Glyph.Of.PLUS, () -> stop(null)))
                        : section("stops");
        if (stops.isEmpty()) {
            section.add(quiet(word("stops.none")));
            return;
        }
        var heads =
                new ArrayList<>(
                        heads("stop.time", "stop.cause", "stop.evidence", "stop.enteredBy"));
        if (mayWrite()) {
            heads.add(word("acts"));
        }
        var table = new PlainTable(word("stops"), heads);
        for (var line : stops) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(time(line.note()));
            cells.add(
                    lines(
                            new Span(name(line.note().cause())),
                            SupplyCells.sub(
                                    word(
                                            line.note().cause().counts()
                                                    ? "stop.counts"
                                                    : "stop.countsNot"))));
            cells.add(line.note().evidence());
            cells.add(line.enteredBy());
            if (mayWrite()) {
                var of = Shown.date(line.note().from());
                cells.add(
                        acts(
                                small("edit", of, Glyph.Of.EDIT, () -> stop(line)),
                                small("remove", of, Glyph.Of.TRASH, () -> remove(line))));
            }
            table.row(cells.toArray());
        }
        section.add(table);
    }

    private Component time(StopNote note) {
        var end = note.to() == null ? doors.today() : note.to();
        long days = Math.max(0, ChronoUnit.DAYS.between(note.from(), end) + 1);
        return lines(
                new Span(
                        Shown.date(note.from())
                                + " — "
                                + (note.to() == null
                                        ? word("stop.lasting")
                                        : Shown.date(note.to()))),
                SupplyCells.sub(word("days", days)));
    }

    private void enter(Construction facts) {
        new ConstructionDialog(doors, plot, facts, () -> done("construction.saved")).ask.open();
    }

    private void stop(@Nullable StopLine line) {
        var from = day(line == null ? null : line.note().from());
        from.setRequiredIndicatorVisible(true);
        var to = day(line == null ? null : line.note().to());
        to.setHelperText(word("stop.to.help"));
        to.setClearButtonVisible(true);
        var cause = new Select<StopCause>();
        cause.setItems(StopCause.values());
        cause.setItemLabelGenerator(this::name);
        cause.setValue(line == null ? StopCause.OWN : line.note().cause());
        cause.setHelperText(word("stop.cause.help"));
        cause.addClassName("wide");
        var evidence = new TextArea();
        evidence.setRequiredIndicatorVisible(true);
        evidence.addClassName("wide");
        evidence.setMaxLength(2000);
        evidence.setValue(line == null ? "" : line.note().evidence());
        var dialog =
                new AskDialog(
                        word(line == null ? "stop.add" : "stop.revise"),
                        getTranslation("ui.form.save"),
                        line == null ? 0 : line.version(),
                        basedOn -> {
                            var needed = new Needed();
                            var begun = needed.day("from", from.getValue());
                            var shown = needed.text("evidence", evidence.getValue());
                            needed.refuse();
                            var note = new StopNote(begun, to.getValue(), cause.getValue(), shown);
                            if (line == null) {
                                doors.construction().stop(plot.id(), note);
                            } else {
                                doors.construction().revise(plot.id(), line.id(), basedOn, note);
                            }
                            done("stop.saved");
                        });
        dialog.with("from", word("stop.from"), from);
        dialog.with("to", word("stop.to"), to);
        dialog.with("cause", word("stop.cause"), cause);
        dialog.with("evidence", word("stop.evidence"), evidence);
        dialog.open();
    }

    private void remove(StopLine line) {
        Removal.ask(
                word("stop.remove"),
                word("stop.remove.detail"),
                word("remove"),
                () -> {
                    doors.construction().remove(plot.id(), line.id(), line.version());
                    done("stop.saved");
                });
    }
}

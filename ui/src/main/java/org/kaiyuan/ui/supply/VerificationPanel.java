package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.plots.IndicatorLine;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.ProductionVerdict;
import org.kaiyuan.plots.VerificationLine;
import org.kaiyuan.plots.VerificationNote;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.plots.Needed;

/** 达产核查: what was promised against what is, indicator by indicator, and the verdict of a person. */
class VerificationPanel extends SupplyPanel {
    private static final int YEARS = 8;

    final Select<Integer> year = new Select<>();
    final Div compared = new Div();

    VerificationPanel(SupplyDoors doors, PlotDetails plot, SerializableRunnable changed) {
        super(doors, plot, changed);
        var section =
                maySupply()
                                && doors.person().may(EnterprisePermissions.READ)
                                && plot.state() == PlotState.PRODUCTION
                        ? section(
                                "verification",
                                act("verification.add", Glyph.Of.PLUS, this::verify))
                        : section("verification");
        if (doors.person().may(EnterprisePermissions.READ)) {
            int now = doors.today().getYear();
            year.setLabel(word("verification.year"));
            year.setItems(IntStream.range(0, YEARS).mapToObj(i -> now - i).toList());
            year.setItemLabelGenerator(String::valueOf);
            year.setValue(now - 1);
            year.addValueChangeListener(change -> compare());
            section.add(year, compared);
            compare();
        } else {
            section.add(new EmptyState(Glyph.Of.BUILDING, word("verification.notSeen")));
        }
        if (maySupply()
                && plot.state() != PlotState.PRODUCTION
                && plot.state() != PlotState.VERIFIED) {
            section.add(quiet(word("verification.early")));
        }
        earlier();
    }

    private void compare() {
        compared.removeAll();
        var found = doors.verifications().compare(plot.id(), year.getValue());
        compared.add(
                facts(
                        fact("contract.holder", Shown.text(found.holderName())),
                        fact("verification.ground", Shown.mu(found.groundM2())),
                        fact("verification.held", Shown.mu(found.heldM2()))));
        if (!found.reported()) {
            compared.add(quiet(word("verification.unreported", String.valueOf(found.year()))));
        }
        var table =
                new PlainTable(
                                word("verification.of", String.valueOf(found.year())),
                                heads(
                                        "verification.indicator",
                                        "verification.outcome",
                                        "verification.promised",
                                        "verification.actual",
                                        "verification.share"))
                        .numbersFrom(2);
        found.lines().forEach(line -> row(table, line));
        compared.add(table, source(word("verification.how")));
    }

    private void row(PlainTable table, IndicatorLine line) {
        table.row(
                lines(
                        strong(name(line.indicator())),
                        SupplyCells.sub(word("unit." + line.indicator()))),
                SupplyCells.of(doors.messages(), getLocale(), line.outcome()),
                figure(line, line.promised(), line.promisedPerMu()),
                figure(line, line.actual(), line.actualPerMu()),
                share(line));
    }

    private static String figure(
            IndicatorLine line, @Nullable BigDecimal figure, @Nullable BigDecimal perMu) {
        return Shown.figure(line.indicator().isMoney() ? perMu : figure);
    }

    /** Of energy it is how much of what may be used is used. */
    private static String share(IndicatorLine line) {
        var promised = line.promised();
        var actual = line.actual();
        return promised == null || actual == null || promised.signum() == 0
                ? Shown.NOTHING
                : SupplyCells.percent(actual.divide(promised, 3, RoundingMode.HALF_UP));
    }

    private void earlier() {
        var lines = doors.verifications().of(plot.id());
        if (lines.isEmpty()) {
            return;
        }
        var table =
                new PlainTable(
                        word("verifications"),
                        heads(
                                "verification.decidedOn",
                                "verification.verdict",
                                "verification.year",
                                "document",
                                "verification.lines"));
        lines.forEach(line ->
                table.row(
                        lines(
                                new Span(Shown.date(line.note().decidedOn())),
                                SupplyCells.sub(line.enteredBy())),
                        SupplyCells.of(doors.messages(), getLocale(), line.note().verdict()),
                        String.valueOf(line.note().year()),
                        line.note().note() == null
                                ? new Span(line.note().document())
                                : lines(
                                        new Span(line.note().document()),
                                        SupplyCells.sub(line.note().note())),
                        indicators(line)));
        section("verifications").add(table);
    }

    /** As they stood then, those alone that could be judged. */
    private Div indicators(VerificationLine line) {
        var cell = new Div();
        cell.addClassName("chips");
        for (var one : line.lines()) {
            if (one.actual() != null && one.promised() != null) {
                var chip = SupplyCells.of(doors.messages(), getLocale(), one.outcome());
                chip.setText(name(one.indicator()) + " " + name(one.outcome()));
                cell.add(chip);
            }
        }
        if (cell.getComponentCount() == 0) {
            cell.setText(Shown.NOTHING);
        }
        return cell;
    }

    private void verify() {
        var verdict = new Select<ProductionVerdict>();
        verdict.setItems(ProductionVerdict.values());
        verdict.setItemLabelGenerator(this::name);
        verdict.setRequiredIndicatorVisible(true);
        var of = new Select<Integer>();
        int now = doors.today().getYear();
        of.setItems(IntStream.range(0, YEARS).mapToObj(i -> now - i).toList());
        of.setItemLabelGenerator(String::valueOf);
        of.setValue(year.getValue() == null ? Integer.valueOf(now - 1) : year.getValue());
        var document = new TextField();
        document.setRequiredIndicatorVisible(true);
        var on = day(doors.today());
        on.setRequiredIndicatorVisible(true);
        on.setMax(doors.today());
        var note = new TextArea();
        note.addClassName("wide");
        note.setMaxLength(2000);
        var dialog =
                new AskDialog(
                        word("verification.add"),
                        getTranslation("ui.form.save"),
                        () -> {
                            var needed = new Needed();
                            var found =
                                    needed.of(
                                            "verdict",
                                            verdict.getValue(),
                                            ProductionVerdict.NOT_REACHED);
                            var paper = needed.text("document", document.getValue());
                            var decided = needed.day("decidedOn", on.getValue());
                            needed.refuse();
                            doors.verifications()
                                    .verify(
                                            plot.id(),
                                            new VerificationNote(
                                                    of.getValue(),
                                                    found,
                                                    paper,
                                                    decided,
                                                    Needed.perhaps(note.getValue())));
                            done("verification.saved");
                        });
        dialog.saying(word("verification.add.detail"));
        dialog.with("year", word("verification.year"), of);
        dialog.with("verdict", word("verification.verdict"), verdict);
        dialog.with("document", word("document"), document);
        dialog.with("decidedOn", word("verification.decidedOn"), on);
        dialog.with("note", word("note"), note);
        dialog.open();
    }
}

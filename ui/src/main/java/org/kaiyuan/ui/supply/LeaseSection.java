package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LeaseCheckItem;
import org.kaiyuan.plots.LeaseCheckLine;
import org.kaiyuan.plots.LeaseCheckNote;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.SupplyContract;
import org.kaiyuan.plots.SupplyPhase;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Rows;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.plots.Needed;

/** 先租后让: whether the lease was kept, and the grant that follows. */
class LeaseSection extends SupplyPanel {
    private final transient SupplyContract contract;

    LeaseSection(
            SupplyDoors doors,
            PlotDetails plot,
            SupplyContract contract,
            SerializableRunnable changed) {
        super(doors, plot, changed);
        this.contract = contract;
        var checks = doors.leaseChecks().of(plot.id());
        var acts = new ArrayList<Component>();
        if (maySupply() && contract.phase() == SupplyPhase.LEASE) {
            acts.add(act("lease.check", Glyph.Of.PLUS, this::check));
            if (!checks.isEmpty() && checks.getFirst().note().passed()) {
                acts.add(act("lease.grant", Glyph.Of.CHECK, this::grant));
            }
        }
        var section = section("lease", acts.toArray(Component[]::new));
        section.add(
                quiet(
                        contract.phase() == SupplyPhase.GRANT
                                ? word("lease.granted", Shown.date(contract.grantedOn()))
                                : word("lease.until", Shown.date(contract.leaseEndsOn()))));
        if (checks.isEmpty()) {
            section.add(new EmptyState(Glyph.Of.CHECK, word("lease.none")));
            return;
        }
        var table =
                new PlainTable(
                        word("lease"),
                        heads(
                                "lease.checkedOn",
                                "lease.verdict",
                                "lease.conditions",
                                "lease.evidence"));
        checks.forEach(line -> row(table, line));
        section.add(table);
    }

    private void row(PlainTable table, LeaseCheckLine line) {
        var conditions = lines();
        line.note()
                .items()
                .forEach(item ->
                        conditions.add(
                                new Span(
                                        word(item.met() ? "lease.met" : "lease.unmet")
                                                + getTranslation("ui.colon")
                                                + item.condition()
                                                + (item.found() == null
                                                        ? ""
                                                        : "（" + item.found() + "）"))));
        table.row(
                lines(
                        new Span(Shown.date(line.note().checkedOn())),
                        SupplyCells.sub(line.enteredBy())),
                line.note().passed()
                        ? SupplyCells.chip(word("lease.passed"), "good")
                        : SupplyCells.chip(word("lease.failed"), "bad"),
                conditions,
                line.note().evidence());
    }

    /** A condition as it is typed. */
    private final class ItemRow implements Rows.Row<LeaseCheckItem> {
        private final TextField condition = new TextField(word("lease.condition"));
        private final TextField found = new TextField(word("lease.found"));
        private final Checkbox met = new Checkbox(word("lease.met"));

        ItemRow(@Nullable LeaseCheckItem item) {
            condition.addClassName("broad");
            met.setValue(true);
            if (item != null) {
                condition.setValue(item.condition());
                found.setValue(Objects.requireNonNullElse(item.found(), ""));
                met.setValue(item.met());
            }
        }

        @Override
        public List<Component> fields() {
            return List.of(condition, found, met);
        }

        @Override
        public @Nullable LeaseCheckItem value() {
            return condition.isEmpty() && found.isEmpty()
                    ? null
                    : new LeaseCheckItem(
                            condition.getValue(), met.getValue(), Needed.perhaps(found.getValue()));
        }
    }

    private void check() {
        var on = day(doors.today());
        on.setRequiredIndicatorVisible(true);
        on.setMax(doors.today());
        var items =
                new Rows<LeaseCheckItem>(word("lease.conditions"), word("lease.add"), ItemRow::new);
        items.addClassName("wide");
        items.setValue(usual());
        var passed = new Checkbox();
        passed.addClassName("wide");
        var evidence = new TextArea();
        evidence.setRequiredIndicatorVisible(true);
        evidence.addClassName("wide");
        var dialog =
                new AskDialog(
                        word("lease.check"),
                        getTranslation("ui.form.save"),
                        () -> {
                            var needed = new Needed();
                            var checkedOn = needed.day("checkedOn", on.getValue());
                            needed.refuse();
                            doors.leaseChecks()
                                    .check(
                                            plot.id(),
                                            new LeaseCheckNote(
                                                    checkedOn,
                                                    items.now(),
                                                    passed.getValue(),
                                                    evidence.getValue(),
                                                    List.of()));
                            done("lease.checked");
                        });
        dialog.setWidth("min(760px, 96vw)");
        dialog.setCloseOnOutsideClick(false);
        dialog.saying(word("lease.check.detail"));
        dialog.with("checkedOn", word("lease.checkedOn"), on);
        dialog.with("items", word("lease.conditions"), items);
        dialog.with("passed", word("lease.pass"), passed);
        dialog.with("evidence", word("lease.evidence"), evidence);
        dialog.open();
    }

    /** What the contract promises is what is usually looked at. */
    private List<LeaseCheckItem> usual() {
        var n = contract.note();
        var items = new ArrayList<LeaseCheckItem>();
        if (n.investmentYuanM2() != null) {
            items.add(item("lease.usual.investment", PerMu.shown(n.investmentYuanM2())));
        }
        if (n.taxYuanM2() != null) {
            items.add(item("lease.usual.tax", PerMu.shown(n.taxYuanM2())));
        }
        if (n.floorRatio() != null) {
            items.add(item("lease.usual.floorRatio", Shown.figure(n.floorRatio())));
        }
        if (n.productionOn() != null) {
            items.add(item("lease.usual.production", Shown.date(n.productionOn())));
        }
        return items;
    }

    private LeaseCheckItem item(String key, String figure) {
        return new LeaseCheckItem(word(key, figure), false, null);
    }

    private void grant() {
        var on = day(doors.today());
        on.setRequiredIndicatorVisible(true);
        on.setMax(doors.today());
        var document = new TextField();
        document.setRequiredIndicatorVisible(true);
        var dialog =
                new AskDialog(
                        word("lease.grant"),
                        word("lease.grant"),
                        () -> {
                            var needed = new Needed();
                            var grantedOn = needed.day("grantedOn", on.getValue());
                            needed.refuse();
                            doors.leaseChecks()
                                    .grant(
                                            plot.id(),
                                            contract.version(),
                                            grantedOn,
                                            document.getValue());
                            done("lease.grant.done");
                        });
        dialog.saying(word("lease.grant.detail"));
        dialog.with("grantedOn", word("contract.grantedOn"), on);
        dialog.with("document", word("document"), document);
        dialog.open();
    }
}

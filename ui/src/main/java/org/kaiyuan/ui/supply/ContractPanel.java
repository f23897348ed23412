package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.SupplyContract;
import org.kaiyuan.plots.SupplyMode;
import org.kaiyuan.plots.SupplyNote;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.plots.Needed;

/** The contract that runs, what is paid by it, how it was amended, and those before it. */
class ContractPanel extends SupplyPanel {
    ContractPanel(SupplyDoors doors, PlotDetails plot, SerializableRunnable changed) {
        super(doors, plot, changed);
        var all = doors.contracts().of(plot.id());
        var running = all.stream().filter(SupplyContract::isRunning).findFirst().orElse(null);
        if (running == null) {
            nothing();
        } else {
            contract(running);
            add(new PaymentSection(doors, plot, changed));
            if (running.note().mode() == SupplyMode.LEASE_THEN_GRANT) {
                add(new LeaseSection(doors, plot, running, changed));
            }
            amendments(running);
        }
        past(all.stream().filter(one -> !one.isRunning()).toList());
    }

    private void nothing() {
        var open = plot.state() == PlotState.ANNOUNCED || plot.state() == PlotState.SUPPLIED;
        var said = word(open ? "contract.none" : "contract.none.early");
        add(
                open && maySign()
                        ? new EmptyState(
                                Glyph.Of.FILE,
                                said,
                                act("contract.sign", Glyph.Of.PLUS, () -> ask(null)))
                        : new EmptyState(Glyph.Of.FILE, said));
    }

    private void contract(SupplyContract running) {
        var n = running.note();
        var acts = new ArrayList<Component>();
        if (maySign()) {
            acts.add(act("contract.amend", Glyph.Of.EDIT, () -> ask(running)));
        }
        if (maySupply()) {
            acts.add(act("contract.end", null, () -> end(running)));
        }
        var section = section("contract", acts.toArray(Component[]::new));
        var chips =
                new Div(
                        SupplyCells.chip(name(n.mode()), "neutral"),
                        SupplyCells.chip(
                                word("contract.phase." + running.phase()),
                                running.phase().name().equals("LEASE") ? "waiting" : "good"));
        chips.addClassName("chips");
        section.add(
                chips,
                facts(
                        fact("contract.number", n.number()),
                        fact("contract.signedOn", Shown.date(n.signedOn())),
                        fact("contract.holder", holder(n)),
                        fact("contract.term", word("contract.years", n.termYears())),
                        fact("contract.price", Shown.tenThousands(n.priceYuan())),
                        fact("contract.startOn", Shown.date(n.startOn())),
                        fact("contract.finishOn", Shown.date(n.finishOn())),
                        fact("contract.productionOn", Shown.date(n.productionOn()))));
        var more = new ArrayList<Component>();
        if (running.leaseEndsOn() != null) {
            more.add(fact("contract.lease", word("contract.years", Shown.figure(n.leaseYears()))));
            more.add(fact("contract.leaseEndsOn", Shown.date(running.leaseEndsOn())));
            more.add(fact("contract.grantedOn", Shown.date(running.grantedOn())));
        }
        if (n.leadId() != null) {
            var lead = new Anchor("leads/" + n.leadId(), word("contract.lead.open"));
            lead.getElement().setAttribute("router-link", true);
            more.add(fact("contract.lead", lead));
        }
        if (n.note() != null) {
            more.add(fact("contract.note", n.note()));
        }
        if (!more.isEmpty()) {
            section.add(facts(more.toArray(Component[]::new)));
        }
        section.add(promises(n));
    }

    /** A contract names an enterprise and a lead. */
    private boolean maySign() {
        return maySupply()
                && doors.person().may(EnterprisePermissions.READ)
                && doors.person().may(LeadPermissions.READ);
    }

    private Component holder(SupplyNote n) {
        if (n.holderId() == null || !doors.person().may(EnterprisePermissions.READ)) {
            return new Span(Shown.text(n.holderName()));
        }
        var link = new Anchor("enterprises/" + n.holderId(), Shown.text(n.holderName()));
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private Component promises(SupplyNote n) {
        return figures(
                figure("contract.investment", PerMu.shown(n.investmentYuanM2()), null),
                figure("contract.tax", PerMu.shown(n.taxYuanM2()), null),
                figure("contract.output", PerMu.shown(n.outputYuanM2()), null),
                figure("contract.floorRatio", Shown.figure(n.floorRatio()), null),
                figure("contract.energy", Shown.figure(n.energyTce()), null),
                figure("contract.jobs", Shown.figure(n.jobs()), null));
    }

    private void amendments(SupplyContract running) {
        var lines = doors.contracts().amendments(plot.id(), running.id());
        if (lines.size() < 2) {
            return;
        }
        var table =
                new PlainTable(
                        word("amendments"),
                        heads("amendment.at", "amendment.what", "amendment.why"));
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var before = i + 1 < lines.size() ? lines.get(i + 1).note() : null;
            table.row(
                    lines(new Span(Shown.moment(line.at())), SupplyCells.sub(line.actorName())),
                    before == null
                            ? new Span(word("amendment.signed"))
                            : changes(before, line.note()),
                    line.version() == 0 ? "" : Shown.text(line.reason()));
        }
        section("amendments").add(table);
    }

    private Component changes(SupplyNote before, SupplyNote after) {
        var cell = new Div();
        cell.addClassName("name-cell");
        ContractWords.changes(before, after)
                .forEach((key, change) ->
                        cell.add(
                                new Span(
                                        word("contract." + key)
                                                + getTranslation("ui.colon")
                                                + change)));
        if (cell.getComponentCount() == 0) {
            cell.add(new Span(word("amendment.granted")));
        }
        return cell;
    }

    private void past(List<SupplyContract> past) {
        if (past.isEmpty()) {
            return;
        }
        var table =
                new PlainTable(
                        word("contracts.past"),
                        heads(
                                "contract.number",
                                "contract.mode",
                                "contract.holder",
                                "contract.signedOn",
                                "contract.endedOn",
                                "contract.endReason"));
        past.forEach(one ->
                table.row(
                        one.note().number(),
                        name(one.note().mode()),
                        Shown.text(one.note().holderName()),
                        Shown.date(one.note().signedOn()),
                        Shown.date(one.endedOn()),
                        Shown.text(one.endReason())));
        section("contracts.past").add(table);
    }

    private void ask(@Nullable SupplyContract running) {
        new ContractDialog(
                        doors,
                        plot,
                        running,
                        () -> done(running == null ? "contract.signed" : "contract.amended"))
                .open();
    }

    private void end(SupplyContract running) {
        var on = day(doors.today());
        on.setRequiredIndicatorVisible(true);
        on.setMax(doors.today());
        var reason = new TextArea[1];
        var dialog =
                new AskDialog(
                        word("contract.end.of", running.note().number()),
                        word("contract.end"),
                        () -> {
                            var needed = new Needed();
                            var ended = needed.day("endedOn", on.getValue());
                            needed.refuse();
                            doors.contracts()
                                    .end(plot.id(), running.version(), ended, reason[0].getValue());
                            done("contract.ended");
                        });
        dialog.saying(word("contract.end.detail")).grave();
        dialog.with("endedOn", word("contract.endedOn"), on);
        reason[0] = dialog.reason();
        dialog.open();
    }
}

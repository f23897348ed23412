package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.PaymentNote;
import org.kaiyuan.plots.PaymentPlan;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Removal;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Units;
import org.kaiyuan.ui.plots.Needed;

/** What is due by the running contract, and what came. */
class PaymentSection extends SupplyPanel {
    PaymentSection(SupplyDoors doors, PlotDetails plot, SerializableRunnable changed) {
        super(doors, plot, changed);
        var plan = doors.payments().of(plot.id());
        var section =
                maySupply()
                        ? section(
                                "payments",
                                act("payment.plan", Glyph.Of.PLUS, () -> ask(null, plan)))
                        : section("payments");
        if (plan.instalments().isEmpty()) {
            section.add(new EmptyState(Glyph.Of.CALENDAR, word("payments.none")));
            return;
        }
        var overdue = figure("payments.overdue", Shown.tenThousands(plan.overdueYuan()), null);
        if (plan.overdueYuan().signum() > 0) {
            overdue.addClassName("overdue");
        }
        section.add(
                figures(
                        figure("contract.price", Shown.tenThousands(plan.priceYuan()), null),
                        figure("payments.planned", Shown.tenThousands(plan.plannedYuan()), null),
                        figure("payments.paid", Shown.tenThousands(plan.paidYuan()), null),
                        overdue));
        if (plan.priceYuan() != null && plan.priceYuan().compareTo(plan.plannedYuan()) != 0) {
            section.add(
                    quiet(
                            word(
                                    "payments.differs",
                                    Shown.tenThousands(
                                            plan.priceYuan().subtract(plan.plannedYuan())))));
        }
        section.add(table(plan));
    }

    private PlainTable table(PaymentPlan plan) {
        var acts = maySupply() || mayWrite();
        var heads =
                new ArrayList<>(
                        heads(
                                "payment.title",
                                "payment.dueOn",
                                "payment.state",
                                "payment.amount",
                                "payment.paid",
                                "payment.open"));
        if (acts) {
            heads.add(word("acts"));
        }
        var table = new PlainTable(word("payments"), heads).numbersFrom(3);
        for (var one : plan.instalments()) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(title(one));
            cells.add(Shown.date(one.dueOn()));
            cells.add(state(one));
            cells.add(Shown.tenThousands(one.amountYuan()));
            cells.add(Shown.tenThousands(one.paidYuan()));
            cells.add(Shown.tenThousands(one.openYuan()));
            if (acts) {
                cells.add(acts(one, plan));
            }
            table.row(cells.toArray());
        }
        return table;
    }

    private Component title(PaymentPlan.Instalment one) {
        var cell = lines(strong(one.title()));
        one.receipts()
                .forEach(receipt ->
                        cell.add(
                                SupplyCells.sub(
                                        word(
                                                        receipt.amountYuan().signum() < 0
                                                                ? "payment.back"
                                                                : "payment.received",
                                                        Shown.date(receipt.paidOn()),
                                                        Shown.tenThousands(
                                                                receipt.amountYuan().abs()),
                                                        receipt.enteredBy())
                                                + (receipt.reference() == null
                                                        ? ""
                                                        : " · " + receipt.reference())
                                                + (receipt.note() == null
                                                        ? ""
                                                        : " · " + receipt.note()))));
        return cell;
    }

    private Span state(PaymentPlan.Instalment one) {
        if (one.openYuan().signum() == 0) {
            return SupplyCells.chip(word("payment.settled"), "good");
        }
        if (one.overdueDays() > 0) {
            return SupplyCells.chip(word("payment.overdue", one.overdueDays()), "bad");
        }
        return SupplyCells.chip(
                word(one.paidYuan().signum() == 0 ? "payment.waiting" : "payment.partly"),
                "neutral");
    }

    private Component acts(PaymentPlan.Instalment one, PaymentPlan plan) {
        var acts = acts();
        if (mayWrite()) {
            acts.add(act("payment.receive", null, () -> receive(one)));
        }
        if (maySupply()) {
            acts.add(small("edit", one.title(), Glyph.Of.EDIT, () -> ask(one, plan)));
            if (one.receipts().isEmpty()) {
                acts.add(small("remove", one.title(), Glyph.Of.TRASH, () -> remove(one)));
            }
        }
        return acts;
    }

    private void receive(PaymentPlan.Instalment one) {
        var on = day(doors.today());
        on.setRequiredIndicatorVisible(true);
        on.setMax(doors.today());
        var amount = new BigDecimalField();
        amount.addClassName("number");
        amount.setRequiredIndicatorVisible(true);
        amount.setHelperText(word("payment.amount.help"));
        amount.setValue(one.openYuan().signum() == 0 ? null : Units.tenThousands(one.openYuan()));
        var reference = new TextField();
        reference.setMaxLength(100);
        var note = new TextArea();
        note.addClassName("wide");
        var dialog =
                new AskDialog(
                        word("payment.receive.of", one.title()),
                        word("payment.receive"),
                        () -> {
                            var needed = new Needed();
                            var paidOn = needed.day("paidOn", on.getValue());
                            var paid = needed.of("amountYuan", amount.getValue(), BigDecimal.ZERO);
                            needed.refuse();
                            doors.payments()
                                    .receive(
                                            plot.id(),
                                            one.id(),
                                            paidOn,
                                            Objects.requireNonNull(Units.whole(paid)),
                                            Needed.perhaps(reference.getValue()),
                                            Needed.perhaps(note.getValue()));
                            done("payment.saved");
                        });
        dialog.with("paidOn", word("payment.paidOn"), on);
        dialog.with("amountYuan", word("payment.received.amount"), amount);
        dialog.with("reference", word("payment.reference"), reference);
        dialog.with("note", word("note"), note);
        dialog.open();
    }

    /** The next instalment is usually what the price leaves. */
    private void ask(PaymentPlan.@Nullable Instalment one, PaymentPlan plan) {
        var title = new TextField();
        title.setRequiredIndicatorVisible(true);
        title.addClassName("wide");
        var due = day(one == null ? null : one.dueOn());
        due.setRequiredIndicatorVisible(true);
        var amount = new BigDecimalField();
        amount.addClassName("number");
        amount.setRequiredIndicatorVisible(true);
        if (one == null) {
            title.setValue(word("payment.title.usual", plan.instalments().size() + 1));
            var left =
                    plan.priceYuan() == null
                            ? BigDecimal.ZERO
                            : plan.priceYuan().subtract(plan.plannedYuan());
            amount.setValue(left.signum() > 0 ? Units.tenThousands(left) : null);
        } else {
            title.setValue(one.title());
            amount.setValue(Units.tenThousands(one.amountYuan()));
        }
        var dialog =
                new AskDialog(
                        word(one == null ? "payment.plan" : "payment.revise"),
                        getTranslation("ui.form.save"),
                        one == null ? 0 : one.version(),
                        basedOn -> {
                            var needed = new Needed();
                            var named = needed.text("title", title.getValue());
                            var on = needed.day("dueOn", due.getValue());
                            var wanted =
                                    needed.of("amountYuan", amount.getValue(), BigDecimal.ZERO);
                            needed.refuse();
                            var note =
                                    new PaymentNote(
                                            named, on, Objects.requireNonNull(Units.whole(wanted)));
                            if (one == null) {
                                doors.payments().plan(plot.id(), note);
                            } else {
                                doors.payments().revise(plot.id(), one.id(), basedOn, note);
                            }
                            done("payment.saved");
                        });
        dialog.with("title", word("payment.title"), title);
        dialog.with("dueOn", word("payment.dueOn"), due);
        dialog.with("amountYuan", word("payment.amount"), amount);
        dialog.open();
    }

    private void remove(PaymentPlan.Instalment one) {
        Removal.ask(
                word("payment.remove.of", one.title()),
                word("payment.remove.detail"),
                word("remove"),
                () -> {
                    doors.payments().remove(plot.id(), one.id(), one.version());
                    done("payment.saved");
                });
    }
}

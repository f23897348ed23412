package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LeaseDetails;
import org.kaiyuan.plots.LeaseId;
import org.kaiyuan.plots.LeaseTerms;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.RentPayment;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Removal;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** What may be done with a lease, each in a dialog of its own. */
record LeaseActs(FloorDoors doors, LeaseDetails lease, SerializableRunnable changed) {

    /** What came in, or was paid back. */
    AskDialog pay(@Nullable BigDecimal open) {
        var reference = new TextField();
        var amount = new BigDecimalField();
        var day = new DayField();
        var note = new TextField();
        amount.setValue(open);
        day.setValue(doors.today());
        day.setMax(doors.today());
        var dialog =
                new AskDialog(
                        say("ui.floors.pay"),
                        say("ui.floors.pay.go"),
                        () -> {
                            AtFields.told(
                                    "reference",
                                    () ->
                                            doors.payments()
                                                    .record(
                                                            lease.id(),
                                                            new RentPayment(
                                                                    reference.getValue(),
                                                                    needed(
                                                                            "amountYuan",
                                                                            amount.getValue()),
                                                                    needed(
                                                                            "paidOn",
                                                                            day.getValue()),
                                                                    text(note.getValue()))));
                            Tell.done(say("ui.floors.paid", Shown.figure(amount.getValue())));
                            changed.run();
                        });
        dialog.saying(say("ui.floors.pay.detail", Shown.figure(lease.sums().overdue())));
        dialog.with("reference", say("plots.floorColumn.reference"), reference)
                .setRequiredIndicatorVisible(true);
        dialog.with("amountYuan", say("ui.floors.pay.amount"), amount)
                .setRequiredIndicatorVisible(true);
        dialog.with("paidOn", say("ui.floors.pay.day"), day).setRequiredIndicatorVisible(true);
        dialog.with("note", say("plots.floorColumn.note"), note);
        reference.setHelperText(say("ui.floors.pay.reference.detail"));
        amount.setHelperText(say("ui.floors.pay.amount.detail"));
        dialog.open();
        return dialog;
    }

    /** The same units to the same tenant, for the same time again. */
    AskDialog renew(SerializableConsumer<LeaseId> renewed) {
        var number = new TextField();
        var note = new TextArea();
        var before = lease.terms();
        var from = before.toDay().plusDays(1);
        var terms = new TermFields[1];
        var dialog =
                new AskDialog(
                        say("ui.floors.renew.of", lease.number()),
                        say("ui.floors.renew"),
                        () ->
                                AtFields.told(
                                        "number",
                                        () -> {
                                            var id =
                                                    doors.signing()
                                                            .renew(
                                                                    lease.id(),
                                                                    number.getValue(),
                                                                    terms[0].terms(),
                                                                    text(note.getValue()));
                                            Tell.done(say("ui.floors.signed", number.getValue()));
                                            renewed.accept(id);
                                        }));
        terms[0] = new TermFields(dialog::refusedAt);
        terms[0].addClassName("wide");
        var length = java.time.Period.between(lease.fromDay(), from);
        terms[0].show(
                new LeaseTerms(
                        from.plus(length).minusDays(1),
                        before.rentYuanM2(),
                        before.depositYuan(),
                        java.util.List.of(),
                        java.util.List.of(),
                        before.growth(),
                        before.intervalMonths(),
                        before.dueDay()));
        dialog.saying(say("ui.floors.renew.detail", lease.tenant(), from));
        dialog.with("number", say("ui.floors.lease.number"), number)
                .setRequiredIndicatorVisible(true);
        dialog.form.add(terms[0]);
        dialog.with("note", say("plots.floorColumn.note"), note).addClassName("wide");
        dialog.setWidth("min(860px, 94vw)");
        dialog.open();
        return dialog;
    }

    /** What was agreed otherwise; what has begun stays. */
    AskDialog revise() {
        var number = new TextField();
        var choice = doors.choice();
        ComboBox<EnterpriseChoice.Entry> enterprise =
                choice == null ? new ComboBox<>() : choice.field();
        var tenant = new TextField();
        var note = new TextArea();
        var terms = new TermFields[1];
        number.setValue(lease.number());
        tenant.setValue(lease.tenant());
        note.setValue(Objects.requireNonNullElse(lease.note(), ""));
        if (choice != null && lease.enterprise() != null) {
            enterprise.setValue(choice.of(lease.enterprise()));
        }
        var dialog =
                new AskDialog(
                        say("ui.floors.edit.of", lease.number()),
                        say("ui.form.save"),
                        lease.version(),
                        basedOn ->
                                AtFields.told(
                                        "terms.toDay",
                                        () -> {
                                            doors.keeping()
                                                    .revise(
                                                            lease.id(),
                                                            basedOn,
                                                            number.getValue(),
                                                            chosen(choice, enterprise),
                                                            text(tenant.getValue()),
                                                            terms[0].terms(),
                                                            text(note.getValue()));
                                            Tell.done(say("ui.form.saved"));
                                            changed.run();
                                        }));
        terms[0] = new TermFields(dialog::refusedAt);
        terms[0].addClassName("wide");
        terms[0].show(lease.terms());
        dialog.saying(say("ui.floors.revise.detail"));
        dialog.with("number", say("ui.floors.lease.number"), number)
                .setRequiredIndicatorVisible(true);
        if (choice != null) {
            dialog.with("enterprise", say("ui.floors.tenant.enterprise"), enterprise);
        }
        dialog.with("tenant", say("ui.floors.tenant.name"), tenant);
        dialog.form.add(terms[0]);
        dialog.with("note", say("plots.floorColumn.note"), note).addClassName("wide");
        dialog.setWidth("min(860px, 94vw)");
        dialog.open();
        return dialog;
    }

    /** Before its last day. */
    AskDialog end() {
        var last = new DayField();
        var settled = new DayField();
        var reason = new TextArea[1];
        var dialog =
                new AskDialog(
                        say("ui.floors.end.of", lease.number()),
                        say("ui.floors.end"),
                        () ->
                                AtFields.told(
                                        "lastDay",
                                        () -> {
                                            doors.keeping()
                                                    .end(
                                                            lease.id(),
                                                            lease.version(),
                                                            new LeaseDetails.EarlyEnd(
                                                                    needed(
                                                                            "lastDay",
                                                                            last.getValue()),
                                                                    needed(
                                                                            "settledOn",
                                                                            settled.getValue()),
                                                                    reason[0].getValue()));
                                            Tell.done(say("ui.floors.ended", lease.number()));
                                            changed.run();
                                        }));
        last.setValue(later(doors.today(), lease.fromDay()));
        settled.setValue(last.getValue());
        last.setMin(lease.fromDay());
        last.setMax(lease.terms().toDay().minusDays(1));
        last.addValueChangeListener(change -> follow(settled, change.getValue()));
        dialog.saying(say("ui.floors.end.detail"));
        dialog.with("lastDay", say("ui.floors.end.lastDay"), last)
                .setRequiredIndicatorVisible(true);
        dialog.with("settledOn", say("plots.floorColumn.settledOn"), settled)
                .setRequiredIndicatorVisible(true);
        reason[0] = dialog.reason();
        dialog.grave().open();
        return dialog;
    }

    /** As if it had never been. */
    void withdraw(SerializableRunnable gone) {
        Removal.ask(
                say("ui.floors.withdraw.of", lease.number()),
                say("ui.floors.withdraw.detail"),
                say("ui.floors.withdraw"),
                () -> {
                    doors.keeping().withdraw(lease.id(), lease.version());
                    Tell.done(say("ui.floors.withdrawn", lease.number()));
                    gone.run();
                });
    }

    private @Nullable UUID chosen(
            @Nullable EnterpriseChoice choice, ComboBox<EnterpriseChoice.Entry> field) {
        if (choice == null) {
            return lease.enterprise();
        }
        return field.getValue() == null ? null : field.getValue().id();
    }

    private static void follow(DatePicker settled, @Nullable LocalDate last) {
        if (last != null && (settled.getValue() == null || settled.getValue().isBefore(last))) {
            settled.setValue(last);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static <V> V needed(String field, @Nullable V value) {
        if (value == null) {
            throw new PlotFieldsRefused(field, "plots.rule.required");
        }
        return value;
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private static String say(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}

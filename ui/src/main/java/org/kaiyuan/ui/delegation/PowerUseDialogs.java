package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DecisionDraft;
import org.kaiyuan.delegation.DecisionOutcome;
import org.kaiyuan.delegation.DecisionReferenceTaken;
import org.kaiyuan.delegation.DelegationFieldsRefused;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.PowerDecision;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;

/** What is entered of the use of a power. */
final class PowerUseDialogs {
    private static final int MONTHS = 36;

    private final PowerUseDoors doors;
    private final Component page;
    private final SerializableRunnable then;

    /** @param then what the page does once something was entered */
    PowerUseDialogs(PowerUseDoors doors, Component page, SerializableRunnable then) {
        this.doors = doors;
        this.page = page;
        this.then = then;
    }

    /** One case: a new one, or one that was entered by hand. */
    AskDialog one(EntryId entry, String matter, @Nullable PowerDecision before) {
        var reference = new TextField();
        reference.setMaxLength(120);
        reference.setRequiredIndicatorVisible(true);
        var applicant = new TextField();
        applicant.setMaxLength(200);
        var acceptedOn = new DayField();
        acceptedOn.setRequiredIndicatorVisible(true);
        acceptedOn.setValue(doors.today());
        var dueOn = new DayField();
        var decidedOn = new DayField();
        decidedOn.setHelperText(word("decidedOn.help"));
        var outcome = outcome(true);
        if (before != null) {
            reference.setValue(before.reference());
            applicant.setValue(before.applicant() == null ? "" : before.applicant());
            acceptedOn.setValue(before.acceptedOn());
            dueOn.setValue(before.dueOn());
            decidedOn.setValue(before.decidedOn());
            outcome.setValue(before.outcome());
        }
        var ask =
                new AskDialog(
                        word(before == null ? "enter.of" : "change.of", matter),
                        getTranslation("ui.form.save"),
                        before == null ? -1 : before.version(),
                        version -> {
                            var said =
                                    new DecisionDraft(
                                            reference.getValue(),
                                            applicant.getValue(),
                                            needed("acceptedOn", acceptedOn.getValue()),
                                            dueOn.getValue(),
                                            decidedOn.getValue(),
                                            outcome.getValue());
                            try {
                                if (before == null) {
                                    doors.use().enter(entry, said);
                                } else {
                                    doors.use().revise(before.id(), said, version);
                                }
                            } catch (DecisionReferenceTaken taken) {
                                throw new DelegationFieldsRefused(
                                        "reference", taken.messageKey(), said.reference());
                            }
                            then.run();
                        });
        ask.with("reference", word("reference"), reference);
        ask.with("applicant", word("applicant"), applicant);
        ask.with("acceptedOn", word("acceptedOn"), acceptedOn);
        ask.with("dueOn", word("dueOn"), dueOn);
        ask.with("decidedOn", word("decidedOn"), decidedOn);
        ask.with("outcome", word("outcome"), outcome);
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    /** How many cases of a month. */
    AskDialog month(EntryId entry, String matter) {
        var month = new Select<YearMonth>();
        var now = YearMonth.from(doors.today());
        month.setItems(IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList());
        month.setItemLabelGenerator(YearMonth::toString);
        month.setValue(now.minusMonths(1));
        var outcome = outcome(false);
        outcome.setValue(DecisionOutcome.GRANTED);
        var cases = new IntegerField();
        cases.setMin(0);
        cases.setStepButtonsVisible(true);
        cases.setRequiredIndicatorVisible(true);
        var ask =
                new AskDialog(
                        word("month.of", matter),
                        getTranslation("ui.form.save"),
                        () -> {
                            if (cases.getValue() == null) {
                                throw new DelegationFieldsRefused(
                                        "cases", "delegation.rule.required");
                            }
                            doors.months()
                                    .enter(
                                            entry,
                                            month.getValue(),
                                            outcome.getValue(),
                                            cases.getValue());
                            then.run();
                        });
        ask.saying(word("month.detail"));
        ask.with("month", word("month"), month);
        ask.with("outcome", word("outcome"), outcome);
        ask.with("cases", word("cases"), cases);
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    /** What a review said of it. */
    AskDialog overturn(PowerDecision decision) {
        var on = new DayField();
        on.setValue(decision.overturnedOn() == null ? doors.today() : decision.overturnedOn());
        var cases = new IntegerField();
        cases.setMin(0);
        cases.setMax(decision.cases());
        cases.setStepButtonsVisible(true);
        cases.setValue(decision.overturned() == 0 ? 1 : decision.overturned());
        cases.setHelperText(word("overturn.cases.help"));
        var why = new TextArea();
        why.setMaxLength(2000);
        why.addClassName("wide");
        why.setValue(decision.overturnedWhy() == null ? "" : decision.overturnedWhy());
        var ask =
                new AskDialog(
                        word("overturn"),
                        getTranslation("ui.form.save"),
                        decision.version(),
                        version -> {
                            if (cases.getValue() == null) {
                                throw new DelegationFieldsRefused(
                                        "cases", "delegation.rule.required");
                            }
                            doors.use()
                                    .overturn(
                                            decision.id(),
                                            needed("on", on.getValue()),
                                            why.getValue(),
                                            cases.getValue(),
                                            version);
                            then.run();
                        });
        ask.saying(word("overturn.detail"));
        ask.with("on", word("overturnedOn"), on);
        ask.with("cases", word("overturn.cases"), cases);
        ask.with("why", word("why"), why);
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    AskDialog remove(PowerDecision decision) {
        var ask =
                new AskDialog(
                                word("remove"),
                                word("remove"),
                                decision.version(),
                                version -> {
                                    doors.use().remove(decision.id(), version);
                                    then.run();
                                })
                        .saying(word("remove.detail"))
                        .grave();
        ask.form.addClassName("top");
        ask.open();
        return ask;
    }

    private Select<DecisionOutcome> outcome(boolean mayBeOpen) {
        var outcome = new Select<DecisionOutcome>();
        outcome.setItems(
                mayBeOpen
                        ? List.of(DecisionOutcome.values())
                        : List.of(DecisionOutcome.GRANTED, DecisionOutcome.REFUSED));
        outcome.setItemLabelGenerator(one -> one == null ? word("still") : name(one));
        if (mayBeOpen) {
            outcome.setEmptySelectionAllowed(true);
            outcome.setEmptySelectionCaption(word("still"));
        }
        return outcome;
    }

    private static LocalDate needed(String field, @Nullable LocalDate day) {
        if (day == null) {
            throw new DelegationFieldsRefused(field, "delegation.rule.required");
        }
        return day;
    }

    private String word(String key, Object... arguments) {
        return page.getTranslation("ui.powerUse." + key, arguments);
    }

    private String getTranslation(String key) {
        return page.getTranslation(key);
    }

    private String name(Enum<?> constant) {
        return page.getTranslation(Messages.keyOf(constant));
    }
}

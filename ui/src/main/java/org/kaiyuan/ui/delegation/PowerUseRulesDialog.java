package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationFieldsRefused;
import org.kaiyuan.delegation.PowerUseRules;
import org.kaiyuan.ui.kit.AskDialog;

/** What the zone decides for taking over and using its powers. */
final class PowerUseRulesDialog {
    final AskDialog ask;
    final IntegerField unusedMonths = new IntegerField();
    final Select<Integer> month = new Select<>();
    final IntegerField day = new IntegerField();
    final TextField expiryDays = new TextField();
    final TextField handoverDays = new TextField();

    PowerUseRulesDialog(PowerUseDoors doors, SerializableRunnable then) {
        var now = doors.rules().stored();
        ask =
                new AskDialog(
                        unusedMonths.getTranslation("ui.powerUse.rules"),
                        unusedMonths.getTranslation("ui.form.save"),
                        now.version(),
                        version -> {
                            doors.rules().decide(wanted(), version);
                            then.run();
                        });
        unusedMonths.setStepButtonsVisible(true);
        unusedMonths.setHelperText(word("unusedMonths.help"));
        month.setItems(IntStream.rangeClosed(1, 12).boxed().toList());
        month.setHelperText(word("evaluationMonth.help"));
        day.setStepButtonsVisible(true);
        expiryDays.setHelperText(word("days.help"));
        handoverDays.setHelperText(word("days.help"));
        ask.form.addClassName("top");
        ask.with("unusedMonths", word("unusedMonths"), unusedMonths);
        ask.with("evaluationMonth", word("evaluationMonth"), month);
        ask.with("evaluationDay", word("evaluationDay"), day);
        ask.with("expiryDays", word("expiryDays"), expiryDays);
        ask.with("handoverDays", word("handoverDays"), handoverDays);
        var rules = now.rules();
        unusedMonths.setValue(rules.unusedMonths());
        month.setValue(rules.evaluationMonth());
        day.setValue(rules.evaluationDay());
        expiryDays.setValue(text(rules.expiryDays()));
        handoverDays.setValue(text(rules.handoverDays()));
    }

    void open() {
        ask.open();
    }

    private PowerUseRules wanted() {
        return new PowerUseRules(
                needed("unusedMonths", unusedMonths.getValue()),
                needed("evaluationMonth", month.getValue()),
                needed("evaluationDay", day.getValue()),
                days("expiryDays", expiryDays.getValue()),
                days("handoverDays", handoverDays.getValue()));
    }

    private static int needed(String field, @Nullable Integer value) {
        if (value == null) {
            throw new DelegationFieldsRefused(field, "delegation.rule.required");
        }
        return value;
    }

    private static List<Integer> days(String field, String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        var parts = Arrays.asList(typed.strip().split("[\\s,，、;；]+"));
        if (!parts.stream().allMatch(part -> part.matches("\\d{1,3}"))) {
            throw new DelegationFieldsRefused(field, "delegation.rule.between", 0, 400);
        }
        return parts.stream().map(Integer::valueOf).toList();
    }

    private static String text(List<Integer> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    private String word(String key) {
        return unusedMonths.getTranslation("ui.powerUse.rules." + key);
    }
}

package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadAssignment;
import org.kaiyuan.leads.LeadFieldsRefused;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadRules;
import org.kaiyuan.leads.LeadRulesKeeping;
import org.kaiyuan.leads.LeadScoreTables;
import org.kaiyuan.leads.TeamMember;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.Units;

/** What the zone decides for its leads: times, limits, stages, and by what reviews score. */
@Route("leads/settings")
@RolesAllowed(LeadPermissions.CONFIGURE)
class LeadSettingsView extends Main implements HasDynamicTitle {
    final Map<String, IntegerField> days = new LinkedHashMap<>();
    final BigDecimalField majorYuan = new BigDecimalField();
    final BigDecimalField firstReportYuan = new BigDecimalField();
    final ComboBox<TeamMember> head = new ComboBox<>();
    final StageChoices stages;
    final ScoreTableFields table;
    final Button saveRules = new Button();
    final Button saveTable = new Button();

    private final transient LeadRulesKeeping keeping;

    /** What is shown is based on. */
    private long basedOn;

    private final transient LeadScoreTables tables;
    private final transient Messages messages;
    private final Div version = new Div();

    LeadSettingsView(
            LeadRulesKeeping keeping,
            LeadScoreTables tables,
            LeadAssignment assignment,
            Messages messages) {
        this.keeping = keeping;
        this.tables = tables;
        this.messages = messages;
        addClassNames("detail-page", "form-page", "lead-settings");
        stages = new StageChoices(messages);
        table = new ScoreTableFields();
        Colleagues.offer(head, assignment);
        head.setClearButtonVisible(true);
        head.setLabel(word("head"));
        head.setHelperText(word("head.help"));
        var stored = keeping.stored();
        basedOn = stored.version();
        var rules = stored.rules();
        show(rules, assignment);
        save(saveRules, "save", this::saveRules);
        save(saveTable, "table.save", this::saveTable);
        add(
                new H1(word("title")),
                new Paragraph(word("detail")),
                times(),
                limits(),
                section("stages", new Paragraph(word("stages.help")), stages),
                actions(saveRules),
                section("table", new Paragraph(word("table.help")), version, table),
                actions(saveTable));
        showTable();
    }

    @Override
    public String getPageTitle() {
        return word("title") + " · " + getTranslation("ui.product");
    }

    private Component times() {
        return section(
                "times",
                new Paragraph(word("times.help")),
                grid(
                        day("answerDays"),
                        day("triageDays"),
                        day("majorTriageDays"),
                        day("feedbackDays"),
                        day("followUpDays"),
                        day("poolDays"),
                        day("remindDays"),
                        day("escalateDays"),
                        head));
    }

    private Component limits() {
        majorYuan.setLabel(word("majorYuan"));
        majorYuan.setHelperText(word("majorYuan.help"));
        firstReportYuan.setLabel(word("firstReportYuan"));
        firstReportYuan.setHelperText(word("firstReportYuan.help"));
        majorYuan.addClassName("number");
        firstReportYuan.addClassName("number");
        return section("limits", grid(day("claimLimit"), majorYuan, firstReportYuan));
    }

    private IntegerField day(String key) {
        return days.computeIfAbsent(key, one -> new IntegerField());
    }

    private void show(LeadRules rules, LeadAssignment assignment) {
        number("answerDays", rules.answerDays());
        number("triageDays", rules.triageDays());
        number("majorTriageDays", rules.majorTriageDays());
        number("feedbackDays", rules.feedbackDays());
        number("followUpDays", rules.followUpDays());
        number("poolDays", rules.poolDays());
        number("remindDays", rules.remindDays());
        number("escalateDays", rules.escalateDays());
        number("claimLimit", rules.claimLimit());
        majorYuan.setValue(Units.hundredMillions(rules.majorYuan()));
        firstReportYuan.setValue(Units.hundredMillions(rules.firstReportYuan()));
        head.setValue(headOf(rules.head(), assignment));
        stages.show(rules.stages());
    }

    private static @Nullable TeamMember headOf(
            @Nullable String username, LeadAssignment assignment) {
        if (username == null) {
            return null;
        }
        return assignment.colleagues(username).stream()
                .filter(one -> one.username().equals(username))
                .findFirst()
                .orElseGet(() -> new TeamMember(username, username));
    }

    private void number(String key, int value) {
        var field = day(key);
        field.setLabel(word(key));
        field.setHelperText(word(key + ".help"));
        field.setManualValidation(true); // the use case refuses in words
        field.setStepButtonsVisible(true);
        field.setValue(value);
    }

    private int now(String key) {
        var value = day(key).getValue();
        if (value == null) {
            throw new LeadFieldsRefused(key, "leads.rule.required");
        }
        return value;
    }

    private LeadRules rules() {
        return new LeadRules(
                now("answerDays"),
                now("triageDays"),
                now("majorTriageDays"),
                Units.yuanOfHundredMillions(majorYuan.getValue()),
                now("feedbackDays"),
                now("followUpDays"),
                now("poolDays"),
                now("remindDays"),
                now("escalateDays"),
                now("claimLimit"),
                Units.yuanOfHundredMillions(firstReportYuan.getValue()),
                head.getValue() == null ? null : head.getValue().username(),
                stages.now());
    }

    private void saveRules() {
        days.values().forEach(field -> field.setInvalid(false));
        majorYuan.setInvalid(false);
        firstReportYuan.setInvalid(false);
        stages.accept();
        try {
            keeping.decide(rules(), basedOn);
            basedOn = keeping.stored().version();
        } catch (LeadFieldsRefused refused) {
            for (var fault : refused.fields()) {
                var sentence =
                        messages.text(getLocale(), fault.messageKey(), fault.arguments().toArray());
                var field =
                        switch (fault.field()) {
                            case "majorYuan" -> majorYuan;
                            case "firstReportYuan" -> firstReportYuan;
                            default -> days.get(fault.field());
                        };
                if (field != null) {
                    field.setErrorMessage(sentence);
                    field.setInvalid(true);
                } else {
                    stages.refused(fault.field(), sentence);
                }
            }
            Tell.refused(messages.text(getLocale(), refused));
            return;
        }
        Tell.done(word("saved"));
    }

    private void saveTable() {
        table.accept();
        try {
            tables.decide(table.basedOn(), table.now());
        } catch (LeadFieldsRefused refused) {
            for (var fault : refused.fields()) {
                table.refused(
                        messages.text(
                                getLocale(), fault.messageKey(), fault.arguments().toArray()));
            }
            return;
        }
        showTable();
        Tell.done(word("table.saved"));
    }

    private void showTable() {
        var newest = tables.newest();
        table.show(newest);
        version.removeAll();
        version.addClassName("lead-quiet");
        version.setText(
                newest.number() == 0
                        ? word("table.default")
                        : word("table.version", String.valueOf(newest.number())));
    }

    private void save(Button button, String key, Runnable act) {
        button.setText(word(key));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                act.run();
            } finally {
                button.setEnabled(true);
            }
        });
    }

    private static Div actions(Button button) {
        var row = new Div(button);
        row.addClassName("actions");
        return row;
    }

    private static Div grid(Component... fields) {
        var grid = new Div(fields);
        grid.addClassNames("form-grid", "top");
        return grid;
    }

    private Section section(String key, Component... content) {
        var section = new Section(new H2(word("group." + key)));
        section.add(content);
        section.addClassName("form-group");
        return section;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.leads.settings." + key, arguments);
    }
}

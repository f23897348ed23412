package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.SupplyChangedMeanwhile;
import org.kaiyuan.plots.SupplyRules;
import org.kaiyuan.plots.SupplyRulesKeeping;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.kit.UnsavedInput;
import org.kaiyuan.ui.plots.Needed;

/** 供地监管规则: what the zone decides for its supplies; the limits of the law are not among it. */
@Route("land/rules")
@RolesAllowed(PlotPermissions.SUPPLY)
class SupplyRulesView extends Main implements HasDynamicTitle, BeforeLeaveObserver {
    final Checkbox contractBeforeSupply = new Checkbox();
    final IntegerField mostFlexibleYears = new IntegerField();
    final IntegerField leastLeaseYears = new IntegerField();
    final IntegerField mostLeaseYears = new IntegerField();
    final IntegerField mostFirstLeaseYears = new IntegerField();
    final TextField remindDays = new TextField();
    final BigDecimalField lowPercent = new BigDecimalField();
    final BigDecimalField lowTax = new BigDecimalField();
    final BigDecimalField lowOutput = new BigDecimalField();
    final BigDecimalField lowFloorRatio = new BigDecimalField();
    final BigDecimalField lowInvestment = new BigDecimalField();
    final BigDecimalField partlyPercent = new BigDecimalField();
    final BigDecimalField stockPercent = new BigDecimalField();
    final Button save = new Button();
    final Div conflict = new Div();
    private final transient SupplyRulesKeeping keeping;
    private final FieldMarks marks = new FieldMarks(this);
    private final UnsavedInput unsaved = new UnsavedInput(this, this::isTouched);

    /** What is shown is based on. */
    private transient SupplyRulesKeeping.Stored based;

    /** What the fields said when they were filled. */
    private Map<String, String> filled = Map.of();

    SupplyRulesView(SupplyDoors doors) {
        keeping = doors.rules();
        based = keeping.stored();
        addClassNames("detail-page", "form-page", "lead-settings", "supply-rules");
        conflict.addClassName("lead-note");
        conflict.getElement().setAttribute("role", "alert");
        conflict.setVisible(false);
        save.setText(word("save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                save();
            } finally {
                save.setEnabled(true);
            }
        });
        var actions = new Div(save);
        actions.addClassName("actions");
        field("contractBeforeSupply", contractBeforeSupply);
        contractBeforeSupply.addClassName("wide");
        add(
                new H1(word("title")),
                new Paragraph(word("detail")),
                conflict,
                section(
                        "supply",
                        contractBeforeSupply,
                        years("mostFlexibleYears", mostFlexibleYears),
                        years("leastLeaseYears", leastLeaseYears),
                        years("mostLeaseYears", mostLeaseYears),
                        years("mostFirstLeaseYears", mostFirstLeaseYears),
                        field("remindDays", remindDays)),
                section(
                        "low",
                        figure("lowPercent", lowPercent),
                        figure("lowTaxYuanM2", lowTax),
                        figure("lowOutputYuanM2", lowOutput),
                        figure("lowFloorRatio", lowFloorRatio),
                        figure("lowInvestmentYuanM2", lowInvestment)),
                section("verification", figure("partlyPercent", partlyPercent)),
                section("stock", figure("stockPercent", stockPercent)),
                actions);
        show(based.rules());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        unsaved.ask(event);
    }

    @Override
    public String getPageTitle() {
        return word("title") + " · " + getTranslation("ui.product");
    }

    boolean isTouched() {
        return !filled.equals(typed());
    }

    /** Who was slower sees what the other changed, keeps what was typed, and may save once more. */
    private void save() {
        conflict.setVisible(false);
        try {
            if (!marks.done(() -> keeping.decide(wanted(), based.version()))) {
                return;
            }
        } catch (SupplyChangedMeanwhile slower) {
            var now = keeping.stored();
            tell(texts(based.rules()), texts(now.rules()));
            based = now;
            return;
        }
        based = keeping.stored();
        show(based.rules());
        unsaved.saved();
        Tell.done(word("saved"));
    }

    private void tell(Map<String, String> before, Map<String, String> after) {
        conflict.removeAll();
        conflict.add(new Div(word("conflict")));
        var list = new UnorderedList();
        after.forEach((key, text) -> {
            if (!text.equals(before.get(key))) {
                list.add(
                        new ListItem(
                                word(key)
                                        + getTranslation("ui.colon")
                                        + before.get(key)
                                        + " → "
                                        + text));
            }
        });
        conflict.add(list);
        conflict.setVisible(true);
        conflict.scrollIntoView();
    }

    private void show(SupplyRules r) {
        contractBeforeSupply.setValue(r.contractBeforeSupply());
        mostFlexibleYears.setValue(r.mostFlexibleYears());
        leastLeaseYears.setValue(r.leastLeaseYears());
        mostLeaseYears.setValue(r.mostLeaseYears());
        mostFirstLeaseYears.setValue(r.mostFirstLeaseYears());
        remindDays.setValue(days(r));
        lowPercent.setValue(r.lowPercent());
        lowTax.setValue(PerMu.of(r.lowTaxYuanM2()));
        lowOutput.setValue(PerMu.of(r.lowOutputYuanM2()));
        lowFloorRatio.setValue(r.lowFloorRatio());
        lowInvestment.setValue(PerMu.of(r.lowInvestmentYuanM2()));
        partlyPercent.setValue(r.partlyPercent());
        stockPercent.setValue(r.stockPercent());
        filled = typed();
    }

    private SupplyRules wanted() {
        var needed = new Needed();
        var rules =
                new SupplyRules(
                        contractBeforeSupply.getValue(),
                        needed.of("mostFlexibleYears", mostFlexibleYears.getValue(), 0),
                        needed.of("leastLeaseYears", leastLeaseYears.getValue(), 0),
                        needed.of("mostLeaseYears", mostLeaseYears.getValue(), 0),
                        needed.of("mostFirstLeaseYears", mostFirstLeaseYears.getValue(), 0),
                        typedDays(),
                        needed.of("lowPercent", lowPercent.getValue(), BigDecimal.ZERO),
                        PerMu.stored(lowTax.getValue()),
                        PerMu.stored(lowOutput.getValue()),
                        lowFloorRatio.getValue(),
                        PerMu.stored(lowInvestment.getValue()),
                        needed.of("partlyPercent", partlyPercent.getValue(), BigDecimal.ZERO),
                        needed.of("stockPercent", stockPercent.getValue(), BigDecimal.ZERO));
        needed.refuse();
        return rules;
    }

    private List<Integer> typedDays() {
        var typed = remindDays.getValue().strip();
        if (typed.isEmpty()) {
            return List.of();
        }
        var parts = Arrays.asList(typed.split("[\\s,，、;；]+"));
        if (!parts.stream().allMatch(part -> part.matches("\\d{1,3}"))) {
            throw new PlotFieldsRefused("remindDays", "plots.rule.range", 0, 400);
        }
        return parts.stream().map(Integer::valueOf).toList();
    }

    private Map<String, String> typed() {
        var all = new LinkedHashMap<String, String>();
        var fields =
                List.<HasValue<?, ?>>of(
                        contractBeforeSupply,
                        mostFlexibleYears,
                        leastLeaseYears,
                        mostLeaseYears,
                        mostFirstLeaseYears,
                        remindDays,
                        lowPercent,
                        lowTax,
                        lowOutput,
                        lowFloorRatio,
                        lowInvestment,
                        partlyPercent,
                        stockPercent);
        for (int i = 0; i < fields.size(); i++) {
            all.put(String.valueOf(i), String.valueOf(fields.get(i).getValue()));
        }
        return all;
    }

    /** As people read them. */
    private Map<String, String> texts(SupplyRules r) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("contractBeforeSupply", word(r.contractBeforeSupply() ? "yes" : "no"));
        texts.put("mostFlexibleYears", String.valueOf(r.mostFlexibleYears()));
        texts.put("leastLeaseYears", String.valueOf(r.leastLeaseYears()));
        texts.put("mostLeaseYears", String.valueOf(r.mostLeaseYears()));
        texts.put("mostFirstLeaseYears", String.valueOf(r.mostFirstLeaseYears()));
        texts.put("remindDays", Shown.text(days(r)));
        texts.put("lowPercent", Shown.figure(r.lowPercent()));
        texts.put("lowTaxYuanM2", PerMu.shown(r.lowTaxYuanM2()));
        texts.put("lowOutputYuanM2", PerMu.shown(r.lowOutputYuanM2()));
        texts.put("lowFloorRatio", Shown.figure(r.lowFloorRatio()));
        texts.put("lowInvestmentYuanM2", PerMu.shown(r.lowInvestmentYuanM2()));
        texts.put("partlyPercent", Shown.figure(r.partlyPercent()));
        texts.put("stockPercent", Shown.figure(r.stockPercent()));
        return texts;
    }

    private static String days(SupplyRules r) {
        return r.remindDays().stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    private IntegerField years(String key, IntegerField field) {
        field.setStepButtonsVisible(true);
        field.setRequiredIndicatorVisible(true);
        field.setHelperText(word(key + ".help"));
        return field(key, field);
    }

    private BigDecimalField figure(String key, BigDecimalField field) {
        field.addClassName("number");
        field.setHelperText(word(key + ".help"));
        return field(key, field);
    }

    private <F extends Component & HasValidation & HasLabel> F field(String key, F field) {
        field.setLabel(word(key));
        marks.at(key, field);
        return field;
    }

    private Section section(String key, Component... fields) {
        var grid = new Div(fields);
        grid.addClassNames("form-grid", "top");
        var section =
                new Section(
                        new H2(word("group." + key)),
                        new Paragraph(word("group." + key + ".help")),
                        grid);
        section.addClassName("form-group");
        return section;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.supply.rules." + key, arguments);
    }
}

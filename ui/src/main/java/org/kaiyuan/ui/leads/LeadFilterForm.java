package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.ui.kit.DayField;

/** All that one can filter by; every change is told at once. What only links ask for is kept as it is. */
class LeadFilterForm extends Div {
    final MultiSelectComboBox<LeadStage> stage = new MultiSelectComboBox<>();
    final MultiSelectComboBox<LeadState> state = new MultiSelectComboBox<>();
    final ColleagueBox owner;
    final ComboBox<InvestmentWay> way = new ComboBox<>();
    final ComboBox<String> leadingIndustry = new ComboBox<>();
    final ComboBox<String> subIndustry = new ComboBox<>();
    final ComboBox<String> tag = new ComboBox<>();
    final BigDecimalField investmentFrom = new BigDecimalField();
    final BigDecimalField investmentTo = new BigDecimalField();
    final DayField registeredFrom = new DayField();
    final DayField registeredTo = new DayField();
    final DayField dueUntil = new DayField();
    final Checkbox pool = new Checkbox();

    private final transient Consumer<LeadFilter> told;
    private transient LeadFilter shown = LeadFilter.ALL;
    private boolean settling;

    LeadFilterForm(LeadListDoors doors, StageWords stages, Consumer<LeadFilter> told) {
        this.told = told;
        owner = new ColleagueBox(doors.assignment());
        addClassName("filter-form");
        stage.setItems(stages.rules().order());
        stage.setItemLabelGenerator(stages::of);
        state.setItems(LeadState.values());
        state.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        way.setItems(InvestmentWay.values());
        way.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        leadingIndustry.setItems(Industries.leading());
        subIndustry.setItems(Industries.subIndustries(null));
        tag.setItems(doors.directory().tags());
        for (var box : List.of(way, leadingIndustry, subIndustry, tag)) {
            box.setClearButtonVisible(true);
        }
        for (var day : List.of(registeredFrom, registeredTo, dueUntil)) {
            day.setClearButtonVisible(true);
        }
        field(stage, "leads.column.stage");
        field(state, "leads.column.state");
        field(owner, "leads.column.owner");
        field(way, "leads.column.way");
        field(leadingIndustry, "leads.column.leadingIndustry");
        field(subIndustry, "leads.column.subIndustry");
        field(tag, "leads.column.tags");
        field(investmentFrom, "ui.leads.list.investmentFrom");
        field(investmentTo, "ui.leads.list.investmentTo");
        field(registeredFrom, "ui.leads.list.registeredFrom");
        field(registeredTo, "ui.leads.list.registeredTo");
        field(dueUntil, "ui.leads.list.dueUntil");
        field(pool, "ui.leads.list.onlyPool");
    }

    private <C extends Component & HasLabel & HasValue<?, ?>> void field(C field, String key) {
        field.setLabel(getTranslation(key));
        field.addValueChangeListener(change -> {
            if (!settling) {
                told.accept(filter());
            }
        });
        add(field);
    }

    /** Shows the filter without telling anybody. */
    void show(LeadFilter f) {
        settling = true;
        shown = f;
        stage.setValue(f.stages());
        state.setValue(f.states());
        owner.show(f.owner());
        way.setValue(f.way());
        leadingIndustry.setValue(f.leadingIndustry());
        subIndustry.setValue(f.subIndustry());
        tag.setValue(f.tag());
        investmentFrom.setValue(tenThousands(f.investmentFromYuan()));
        investmentTo.setValue(tenThousands(f.investmentToYuan()));
        registeredFrom.setValue(f.registeredFrom());
        registeredTo.setValue(f.registeredTo());
        dueUntil.setValue(f.dueUntil());
        pool.setValue(f.pool());
        settling = false;
    }

    LeadFilter filter() {
        return shown.but()
                .stages(stage.getValue())
                .states(state.getValue())
                .owner(owner.username())
                .way(way.getValue())
                .leadingIndustry(leadingIndustry.getValue())
                .subIndustry(subIndustry.getValue())
                .tag(tag.getValue())
                .investmentFromYuan(yuan(investmentFrom.getValue()))
                .investmentToYuan(yuan(investmentTo.getValue()))
                .registeredFrom(registeredFrom.getValue())
                .registeredTo(registeredTo.getValue())
                .dueUntil(dueUntil.getValue())
                .pool(pool.getValue())
                .filter();
    }

    private static @Nullable BigDecimal tenThousands(@Nullable Long yuan) {
        return yuan == null
                ? null
                : new BigDecimal(
                        BigDecimal.valueOf(yuan)
                                .movePointLeft(4)
                                .stripTrailingZeros()
                                .toPlainString());
    }

    /** What no lead could cost asks for nothing. */
    private static @Nullable Long yuan(@Nullable BigDecimal tenThousands) {
        if (tenThousands == null || tenThousands.abs().precision() - tenThousands.scale() > 13) {
            return null;
        }
        return tenThousands.movePointRight(4).longValue();
    }
}

package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.enterprises.Industries;

/** All that one can filter by; every change is told at once. */
class FilterForm extends Div {
    final MultiSelectComboBox<EnterpriseStatus> status = new MultiSelectComboBox<>();
    final ComboBox<String> industry = new ComboBox<>();
    final ComboBox<String> leadingIndustry = new ComboBox<>();
    final ComboBox<String> subIndustry = new ComboBox<>();
    final ComboBox<String> qualification = new ComboBox<>();
    final ComboBox<String> division = new ComboBox<>();
    final ComboBox<String> tag = new ComboBox<>();
    final BigDecimalField capitalFrom = new BigDecimalField();
    final BigDecimalField capitalTo = new BigDecimalField();
    final IntegerField foundedFrom = new IntegerField();
    final IntegerField foundedTo = new IntegerField();
    final Checkbox aboveScale = new Checkbox();
    final Checkbox fourAbove = new Checkbox();

    private final transient Consumer<EnterpriseFilter> told;
    private boolean settling;

    FilterForm(FilterWords words, List<String> tags, Consumer<EnterpriseFilter> told) {
        this.told = told;
        addClassName("filter-form");
        status.setItems(EnterpriseStatus.values());
        status.setItemLabelGenerator(words::status);
        industry.setItems(Industries.codes());
        industry.setItemLabelGenerator(Industries::shown);
        leadingIndustry.setItems(Industries.leading());
        subIndustry.setItems(Industries.subIndustries(null));
        qualification.setItems(words.qualifications().keySet());
        qualification.setItemLabelGenerator(words::qualification);
        division.setItems(Divisions.codes());
        division.setItemLabelGenerator(Divisions::shown);
        tag.setItems(tags);
        for (var box :
                List.of(industry, leadingIndustry, subIndustry, qualification, division, tag)) {
            box.setClearButtonVisible(true);
        }
        field(status, "ui.enterprises.status");
        field(leadingIndustry, "ui.enterprises.leadingIndustry");
        field(subIndustry, "ui.enterprises.subIndustry");
        field(industry, "ui.filter.industry");
        field(qualification, "ui.enterprises.qualification");
        field(division, "ui.enterprises.division");
        field(tag, "ui.enterprises.tag");
        field(capitalFrom, "ui.filter.capitalFrom");
        field(capitalTo, "ui.filter.capitalTo");
        field(foundedFrom, "ui.filter.foundedFrom");
        field(foundedTo, "ui.filter.foundedTo");
        field(aboveScale, "ui.enterprises.aboveScale");
        field(fourAbove, "ui.enterprises.fourAbove");
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
    void show(EnterpriseFilter f) {
        settling = true;
        status.setValue(f.statuses());
        industry.setValue(f.industryCode());
        leadingIndustry.setValue(f.leadingIndustry());
        subIndustry.setValue(f.subIndustry());
        qualification.setValue(f.qualification());
        division.setValue(f.divisionCode());
        tag.setValue(f.tag());
        capitalFrom.setValue(tenThousands(f.capitalFromYuan()));
        capitalTo.setValue(tenThousands(f.capitalToYuan()));
        foundedFrom.setValue(f.foundedFromYear());
        foundedTo.setValue(f.foundedToYear());
        aboveScale.setValue(Boolean.TRUE.equals(f.aboveScale()));
        fourAbove.setValue(Boolean.TRUE.equals(f.fourAbove()));
        settling = false;
    }

    EnterpriseFilter filter() {
        return new EnterpriseFilter(
                null,
                industry.getValue(),
                leadingIndustry.getValue(),
                subIndustry.getValue(),
                status.getValue(),
                qualification.getValue(),
                aboveScale.getValue() ? Boolean.TRUE : null,
                fourAbove.getValue() ? Boolean.TRUE : null,
                yuan(capitalFrom.getValue()),
                yuan(capitalTo.getValue()),
                foundedFrom.getValue(),
                foundedTo.getValue(),
                division.getValue(),
                tag.getValue());
    }

    private static @Nullable BigDecimal tenThousands(@Nullable BigDecimal yuan) {
        return yuan == null
                ? null
                : new BigDecimal(yuan.movePointLeft(4).stripTrailingZeros().toPlainString());
    }

    private static @Nullable BigDecimal yuan(@Nullable BigDecimal tenThousands) {
        return tenThousands == null ? null : tenThousands.movePointRight(4);
    }
}

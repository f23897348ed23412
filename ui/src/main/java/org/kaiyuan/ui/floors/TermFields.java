package org.kaiyuan.ui.floors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.plots.LeaseTerms;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Rows;

/** What is agreed on the rent, to be typed; of a new lease, of its renewal and of its change. */
class TermFields extends Div {
    final DatePicker to = new DayField();
    final BigDecimalField rent = new BigDecimalField();
    final BigDecimalField deposit = new BigDecimalField();
    final Select<Integer> interval = new Select<>();
    final IntegerField dueDay = new IntegerField();
    final Rows<LeaseTerms.FreeDays> free;
    final Rows<LeaseTerms.Step> steps;
    final BigDecimalField percent = new BigDecimalField();
    final IntegerField every = new IntegerField();

    /** @param marks is told by which name refusals call which field */
    TermFields(SerializableBiConsumer<String, HasValidation> marks) {
        addClassName("form-grid");
        free =
                new Rows<>(
                        getTranslation("plots.floorColumn.free"),
                        getTranslation("ui.floors.free.add"),
                        this::free);
        steps =
                new Rows<>(
                        getTranslation("plots.floorColumn.steps"),
                        getTranslation("ui.floors.steps.add"),
                        this::step);
        interval.setItems(1, 3, 6, 12);
        interval.setItemLabelGenerator(months -> getTranslation("ui.floors.interval." + months));
        interval.setValue(3);
        dueDay.setValue(1);
        dueDay.setHelperText(getTranslation("ui.floors.dueDay.detail"));
        percent.setHelperText(getTranslation("ui.floors.growth.detail"));
        to.setRequiredIndicatorVisible(true);
        rent.setRequiredIndicatorVisible(true);
        add(
                field(marks, "terms.toDay", "plots.floorColumn.toDay", to),
                field(marks, "terms.rentYuanM2", "ui.floors.rent", rent),
                field(marks, "terms.depositYuan", "ui.floors.deposit", deposit),
                field(marks, "terms.intervalMonths", "plots.floorColumn.intervalMonths", interval),
                field(marks, "terms.dueDay", "plots.floorColumn.dueDay", dueDay),
                field(marks, "terms.growth.percent", "ui.floors.growth.percent", percent),
                field(marks, "terms.growth.everyMonths", "ui.floors.growth.every", every),
                wide(field(marks, "terms.free", "plots.floorColumn.free", free)),
                wide(field(marks, "terms.steps", "plots.floorColumn.steps", steps)));
    }

    void show(LeaseTerms t) {
        to.setValue(t.toDay());
        rent.setValue(
                t.rentYuanM2().stripTrailingZeros().scale() < 2
                        ? t.rentYuanM2().setScale(2, java.math.RoundingMode.HALF_UP)
                        : t.rentYuanM2().stripTrailingZeros());
        deposit.setValue(t.depositYuan());
        interval.setValue(t.intervalMonths());
        dueDay.setValue(t.dueDay());
        free.setValue(t.free());
        steps.setValue(t.steps());
        var growth = t.growth();
        if (growth != null) {
            percent.setValue(growth.percent().stripTrailingZeros());
            every.setValue(growth.everyMonths());
        }
    }

    /** @throws PlotFieldsRefused when something that is needed is missing */
    LeaseTerms terms() {
        var missing = new ArrayList<FieldFault>();
        needed(missing, "terms.toDay", to.getValue());
        needed(missing, "terms.rentYuanM2", rent.getValue());
        needed(missing, "terms.dueDay", dueDay.getValue());
        if (percent.isEmpty() != every.isEmpty()) {
            needed(
                    missing,
                    percent.isEmpty() ? "terms.growth.percent" : "terms.growth.everyMonths",
                    null);
        }
        if (free.now().stream().anyMatch(TermFields::isOpen)) {
            needed(missing, "terms.free", null);
        }
        if (!missing.isEmpty()) {
            throw new PlotFieldsRefused(missing);
        }
        return new LeaseTerms(
                Objects.requireNonNull(to.getValue()),
                Objects.requireNonNull(rent.getValue()),
                deposit.getValue(),
                free.now(),
                steps.now(),
                percent.isEmpty()
                        ? null
                        : new LeaseTerms.Growth(percent.getValue(), every.getValue()),
                interval.getValue(),
                dueDay.getValue());
    }

    /** What is in the fields, to see whether somebody has changed it. */
    List<@Nullable Object> content() {
        var all = new ArrayList<@Nullable Object>();
        all.add(to.getValue());
        all.add(rent.getValue());
        all.add(deposit.getValue());
        all.add(interval.getValue());
        all.add(dueDay.getValue());
        all.add(percent.getValue());
        all.add(every.getValue());
        all.add(free.now());
        all.add(steps.now());
        return all;
    }

    private static boolean isOpen(LeaseTerms.FreeDays days) {
        return days.fromDay().equals(LocalDate.MAX) || days.toDay().equals(LocalDate.MAX);
    }

    static void needed(List<FieldFault> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(new FieldFault(field, "plots.rule.required", List.of()));
        }
    }

    private Rows.Row<LeaseTerms.FreeDays> free(LeaseTerms.@Nullable FreeDays value) {
        var from = new DayField();
        from.setLabel(getTranslation("ui.floors.free.from"));
        var until = new DayField();
        until.setLabel(getTranslation("ui.floors.free.to"));
        if (value != null) {
            from.setValue(value.fromDay());
            until.setValue(value.toDay());
        }
        return new Rows.Row<>() {
            @Override
            public List<Component> fields() {
                return List.of(from, until);
            }

            @Override
            public LeaseTerms.@Nullable FreeDays value() {
                return from.isEmpty() && until.isEmpty()
                        ? null
                        : new LeaseTerms.FreeDays(day(from), day(until));
            }
        };
    }

    private Rows.Row<LeaseTerms.Step> step(LeaseTerms.@Nullable Step value) {
        var from = new DayField();
        from.setLabel(getTranslation("ui.floors.steps.from"));
        var yuan = new BigDecimalField(getTranslation("ui.floors.rent"));
        if (value != null) {
            from.setValue(value.fromDay());
            yuan.setValue(value.rentYuanM2().stripTrailingZeros());
        }
        return new Rows.Row<>() {
            @Override
            public List<Component> fields() {
                return List.of(from, yuan);
            }

            @Override
            public LeaseTerms.@Nullable Step value() {
                return from.isEmpty() && yuan.isEmpty()
                        ? null
                        : new LeaseTerms.Step(
                                day(from),
                                Objects.requireNonNullElse(yuan.getValue(), BigDecimal.ZERO));
            }
        };
    }

    /** A day beyond every lease where none was typed: refused in words. */
    private static LocalDate day(DatePicker field) {
        return field.getValue() == null ? LocalDate.MAX : field.getValue();
    }

    private <F extends Component & HasValidation & HasLabel> F field(
            SerializableBiConsumer<String, HasValidation> marks,
            String key,
            String labelKey,
            F field) {
        field.setLabel(getTranslation(labelKey));
        if (field instanceof HasSize sized) {
            sized.setWidthFull();
        }
        marks.accept(key, field);
        return field;
    }

    private static Component wide(Component field) {
        field.addClassName("wide");
        return field;
    }
}

package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.Industries;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.Utility;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.Rows;
import org.kaiyuan.ui.kit.Units;

/** What the papers say of a plot, to be typed: areas in 亩, money in 万元 per 亩. */
class PlotFields extends Div {
    private static final BigDecimal MU_PER_TEN_THOUSAND = BigDecimal.valueOf(15);

    static final PlotProfile EMPTY =
            new PlotProfile(
                    "", "", "", List.of(), null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null, List.of(), List.of(), null, null, null);

    final TextField number = new TextField();
    final TextField name = new TextField();
    final ComboBox<String> use = new ComboBox<>();
    final Rows<PlotProfile.UseShare> shares;
    final BigDecimalField declared = new BigDecimalField();
    final TextField planName = new TextField();
    final DatePicker plannedOn = new DayField();
    final BigDecimalField leastRatio = new BigDecimalField();
    final BigDecimalField mostRatio = new BigDecimalField();
    final BigDecimalField leastDensity = new BigDecimalField();
    final BigDecimalField mostHeight = new BigDecimalField();
    final BigDecimalField mostGreen = new BigDecimalField();
    final BigDecimalField mostService = new BigDecimalField();
    final BigDecimalField investment = new BigDecimalField();
    final BigDecimalField tax = new BigDecimalField();
    final BigDecimalField output = new BigDecimalField();
    final BigDecimalField price = new BigDecimalField();
    final TextField priceBasis = new TextField();
    final CheckboxGroup<Utility> utilities = new CheckboxGroup<>();
    final MultiSelectComboBox<String> industries = new MultiSelectComboBox<>();
    final ComboBox<EnterpriseChoice.Entry> holder;
    final TextField holderName = new TextField();
    final TextArea note = new TextArea();
    final FieldMarks marks = new FieldMarks(this);

    private final transient @Nullable EnterpriseChoice enterprises;
    private transient PlotProfile shown = EMPTY;

    /** @param enterprises null where the person may not see any */
    PlotFields(PlotDoors doors, @Nullable EnterpriseChoice enterprises) {
        this.enterprises = enterprises;
        holder = enterprises == null ? new ComboBox<>() : enterprises.field();
        holder.setVisible(enterprises != null);
        addClassName("form-groups");
        shares =
                new Rows<>(
                        getTranslation("plots.column.shares"),
                        getTranslation("ui.plots.shares.add"),
                        this::share);
        use.setItems(LandUses.codes());
        use.setItemLabelGenerator(LandUses::shown);
        industries.setItems(Industries.leading());
        utilities.setItems(Utility.values());
        utilities.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        number.setRequiredIndicatorVisible(true);
        name.setRequiredIndicatorVisible(true);
        use.setRequiredIndicatorVisible(true);
        mostService.setHelperText(getTranslation("ui.plots.service.detail"));
        group(
                "ui.plots.group.ground",
                field("number", "plots.column.number", number),
                field("name", "plots.column.name", name),
                field("useCode", "plots.column.useCode", use),
                field("declaredM2", "ui.plots.declared", declared),
                wide(shares));
        group(
                "ui.plots.group.plan",
                field("planName", "plots.column.planName", planName),
                field("plannedOn", "plots.column.plannedOn", plannedOn),
                field("leastRatio", "plots.column.leastRatio", leastRatio),
                field("mostRatio", "plots.column.mostRatio", mostRatio),
                field("leastDensity", "ui.plots.density", leastDensity),
                field("mostHeightM", "ui.plots.height", mostHeight),
                field("mostGreen", "ui.plots.green", mostGreen),
                field("mostService", "ui.plots.service", mostService));
        group(
                "ui.plots.group.standard",
                field("investmentYuanM2", "ui.plots.investment", investment),
                field("taxYuanM2", "ui.plots.tax", tax),
                field("outputYuanM2", "ui.plots.output", output),
                field("priceYuanM2", "ui.plots.price", price),
                field("priceBasis", "plots.column.priceBasis", priceBasis),
                wide(field("utilities", "plots.column.utilities", utilities)),
                wide(field("industries", "plots.column.industries", industries)));
        group(
                "ui.plots.group.holder",
                field("holderId", "ui.plots.holder.enterprise", holder),
                field("holderName", "ui.plots.holder.name", holderName),
                wide(field("note", "plots.column.note", note)));
    }

    private Rows.Row<PlotProfile.UseShare> share(PlotProfile.@Nullable UseShare value) {
        var code = new ComboBox<String>();
        code.setItems(LandUses.codes());
        code.setItemLabelGenerator(LandUses::shown);
        code.setLabel(getTranslation("plots.column.useCode"));
        var percent = new BigDecimalField(getTranslation("ui.plots.percent"));
        if (value != null) {
            code.setValue(value.useCode());
            percent.setValue(value.percent());
        }
        return new Rows.Row<>() {
            @Override
            public List<Component> fields() {
                return List.of(code, percent);
            }

            @Override
            public PlotProfile.@Nullable UseShare value() {
                return code.isEmpty() && percent.isEmpty()
                        ? null
                        : new PlotProfile.UseShare(
                                code.getValue() == null ? "" : code.getValue(),
                                percent.getValue() == null ? BigDecimal.ZERO : percent.getValue());
            }
        };
    }

    private <F extends Component & HasValidation & HasLabel> F field(
            String key, String labelKey, F field) {
        field.setLabel(getTranslation(labelKey));
        if (field instanceof HasSize sized) {
            sized.setWidthFull();
        }
        marks.at(key, field);
        return field;
    }

    private static Component wide(Component field) {
        field.addClassName("wide");
        return field;
    }

    private void group(String key, Component... fields) {
        var grid = new Div(fields);
        grid.addClassName("form-grid");
        var group = new Div(new H2(getTranslation(key)), grid);
        group.addClassName("form-group");
        add(group);
    }

    void show(PlotProfile p) {
        shown = p;
        number.setValue(p.number());
        name.setValue(p.name());
        put(use, p.useCode().isEmpty() ? null : p.useCode());
        shares.setValue(p.shares());
        put(declared, Units.mu(p.declaredM2()));
        put(planName, p.planName());
        put(plannedOn, p.plannedOn());
        put(leastRatio, plain(p.leastRatio()));
        put(mostRatio, plain(p.mostRatio()));
        put(leastDensity, plain(p.leastDensity()));
        put(mostHeight, plain(p.mostHeightM()));
        put(mostGreen, plain(p.mostGreen()));
        put(mostService, plain(p.mostService()));
        put(investment, perMu(p.investmentYuanM2()));
        put(tax, perMu(p.taxYuanM2()));
        put(output, perMu(p.outputYuanM2()));
        put(price, perMu(p.priceYuanM2()));
        priceBasis.setValue(Objects.requireNonNullElse(p.priceBasis(), ""));
        utilities.setValue(Set.copyOf(p.utilities()));
        industries.setValue(Set.copyOf(p.industries()));
        if (enterprises != null) {
            holder.setValue(p.holderId() == null ? null : enterprises.of(p.holderId()));
        }
        put(holderName, p.holderName());
        put(note, p.note());
    }

    /** What is typed; a figure that was not touched stays exactly what it was. */
    PlotProfile profile() {
        return new PlotProfile(
                number.getValue().strip(),
                name.getValue().strip(),
                use.getValue() == null ? "" : use.getValue(),
                shares.now(),
                kept(
                        declared,
                        shown.declaredM2(),
                        Units.mu(shown.declaredM2()),
                        typed -> Objects.requireNonNull(Units.squareMetres(typed))),
                text(planName.getValue()),
                plannedOn.getValue(),
                leastRatio.getValue(),
                mostRatio.getValue(),
                leastDensity.getValue(),
                mostHeight.getValue(),
                mostGreen.getValue(),
                mostService.getValue(),
                perM2(investment, shown.investmentYuanM2()),
                perM2(tax, shown.taxYuanM2()),
                perM2(output, shown.outputYuanM2()),
                perM2(price, shown.priceYuanM2()),
                text(priceBasis.getValue()),
                utilities.getValue().stream().sorted().toList(),
                industries.getValue().stream().sorted().toList(),
                holderId(),
                holderName(),
                text(note.getValue()));
    }

    private @Nullable UUID holderId() {
        if (enterprises == null) {
            return shown.holderId();
        }
        return holder.getValue() == null ? null : holder.getValue().id();
    }

    /** Of an enterprise chosen here its name, unless another was typed. */
    private @Nullable String holderName() {
        var typed = text(holderName.getValue());
        return typed == null && holder.getValue() != null ? holder.getValue().name() : typed;
    }

    private static @Nullable BigDecimal perMu(@Nullable BigDecimal yuanPerM2) {
        var figure = PlotFacts.tenThousandsPerMu(yuanPerM2);
        return figure == null ? null : Units.plain(figure);
    }

    private static @Nullable BigDecimal perM2(BigDecimalField field, @Nullable BigDecimal before) {
        return kept(field, before, perMu(before), typed -> typed.multiply(MU_PER_TEN_THOUSAND));
    }

    private static @Nullable BigDecimal kept(
            BigDecimalField field,
            @Nullable BigDecimal before,
            @Nullable BigDecimal beforeShown,
            java.util.function.UnaryOperator<BigDecimal> stored) {
        var typed = field.getValue();
        if (typed == null) {
            return null;
        }
        return Units.same(typed, beforeShown) ? before : stored.apply(typed);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal figure) {
        return figure == null ? null : Units.plain(figure);
    }

    private static <V> void put(HasValue<?, V> field, @Nullable V value) {
        if (value == null) {
            field.clear();
        } else {
            field.setValue(value);
        }
    }
}

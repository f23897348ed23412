package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.enterprises.QualificationLine;
import org.kaiyuan.enterprises.YearlyFigures;
import org.kaiyuan.ui.kit.Rows;

/** The lines of an enterprise's form: former names, contacts, qualifications and yearly figures. */
final class ChildRows {
    static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal FIFTEEN = BigDecimal.valueOf(15);

    /** What a label on the page is called, by the end of its message key. */
    private final UnaryOperator<String> word;

    ChildRows(UnaryOperator<String> word) {
        this.word = word;
    }

    Rows<FormerName> formerNames(String label, String add) {
        return new Rows<>(
                label,
                add,
                former -> {
                    var name = text("formerName", former == null ? null : former.name());
                    name.addClassName("broad");
                    var until = date("until", former == null ? null : former.until());
                    return row(
                            List.of(name, until),
                            () ->
                                    name.getValue().isBlank() && until.getValue() == null
                                            ? null
                                            : new FormerName(name.getValue(), until.getValue()));
                });
    }

    Rows<ContactLine> contacts(String label, String add) {
        return new Rows<>(
                label,
                add,
                line -> {
                    var name = text("contact.name", line == null ? null : line.name());
                    var position = text("contact.position", line == null ? null : line.position());
                    var phone = text("contact.phone", line == null ? null : line.phone());
                    var email = text("contact.email", line == null ? null : line.email());
                    return row(
                            List.of(name, position, phone, email),
                            () ->
                                    allBlank(name, position, phone, email)
                                            ? null
                                            : new ContactLine(
                                                    line == null ? null : line.id(),
                                                    name.getValue(),
                                                    blank(position),
                                                    blank(phone),
                                                    blank(email)));
                });
    }

    Rows<QualificationLine> qualifications(String label, String add, Map<String, String> kinds) {
        return new Rows<>(
                label,
                add,
                line -> {
                    var kind = new Select<String>();
                    kind.setLabel(word.apply("qualification"));
                    kind.setItems(kinds.keySet());
                    kind.setItemLabelGenerator(code -> kinds.getOrDefault(code, code));
                    kind.setValue(line == null ? null : line.kindCode());
                    var number = text("qualification.number", line == null ? null : line.number());
                    var from = date("validFrom", line == null ? null : line.validFrom());
                    var until = date("validUntil", line == null ? null : line.validUntil());
                    return row(
                            List.of(kind, number, from, until),
                            () ->
                                    kind.getValue() == null
                                            ? null
                                            : new QualificationLine(
                                                    line == null ? null : line.id(),
                                                    kind.getValue(),
                                                    blank(number),
                                                    from.getValue(),
                                                    until.getValue()));
                });
    }

    Rows<YearlyFigures> figures(String label, String add, LocalDate today) {
        return new Rows<>(
                label,
                add,
                f -> {
                    var year = new IntegerField(word.apply("year"));
                    year.setValue(f == null ? Integer.valueOf(today.getYear() - 1) : f.year());
                    var revenue = money("revenue", f == null ? null : f.revenueYuan());
                    var tax = money("tax", f == null ? null : f.taxYuan());
                    var investment =
                            money("investment", f == null ? null : f.fixedAssetInvestmentYuan());
                    var rd = money("rd", f == null ? null : f.rdYuan());
                    var exported = money("export", f == null ? null : f.exportYuan());
                    var land = number("land", f == null ? null : mu(f.landAreaM2()));
                    var energy = number("energy", f == null ? null : f.energyTce());
                    var employees = new IntegerField(word.apply("employees"));
                    employees.setValue(f == null ? null : f.employees());
                    var source = text("source", f == null ? "企业填报" : f.source());
                    var reported = date("reportedOn", f == null ? today : f.reportedOn());
                    return row(
                            List.of(
                                    year,
                                    revenue,
                                    tax,
                                    investment,
                                    rd,
                                    exported,
                                    land,
                                    energy,
                                    employees,
                                    source,
                                    reported),
                            () ->
                                    year.getValue() == null
                                            ? null
                                            : new YearlyFigures(
                                                    year.getValue(),
                                                    yuan(revenue),
                                                    yuan(tax),
                                                    yuan(investment),
                                                    yuan(rd),
                                                    f != null
                                                                    && same(
                                                                            land.getValue(),
                                                                            mu(f.landAreaM2()))
                                                            ? f.landAreaM2()
                                                            : squareMetres(land.getValue()),
                                                    energy.getValue(),
                                                    employees.getValue(),
                                                    yuan(exported),
                                                    source.getValue(),
                                                    Objects.requireNonNullElse(
                                                            reported.getValue(), today)));
                });
    }

    static @Nullable BigDecimal yuan(BigDecimalField field) {
        var amount = field.getValue();
        return amount == null ? null : amount.multiply(TEN_THOUSAND);
    }

    static @Nullable BigDecimal tenThousands(@Nullable BigDecimal yuan) {
        return yuan == null ? null : plain(yuan.divide(TEN_THOUSAND, 6, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal mu(@Nullable BigDecimal squareMetres) {
        return squareMetres == null
                ? null
                : plain(
                        squareMetres
                                .multiply(FIFTEEN)
                                .divide(TEN_THOUSAND, 4, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal squareMetres(@Nullable BigDecimal mu) {
        return mu == null
                ? null
                : mu.multiply(TEN_THOUSAND).divide(FIFTEEN, 2, RoundingMode.HALF_UP);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static BigDecimal plain(BigDecimal number) {
        var least = number.stripTrailingZeros();
        return least.scale() < 0 ? least.setScale(0, RoundingMode.UNNECESSARY) : least;
    }

    private interface Value<T> {
        @Nullable T now();
    }

    private static <T> Rows.Row<T> row(List<Component> fields, Value<T> value) {
        return new Rows.Row<>() {
            @Override
            public List<Component> fields() {
                return fields;
            }

            @Override
            public @Nullable T value() {
                return value.now();
            }
        };
    }

    private TextField text(String key, @Nullable String value) {
        var field = new TextField(word.apply(key));
        field.setValue(value == null ? "" : value);
        return field;
    }

    private DatePicker date(String key, @Nullable LocalDate value) {
        var field = new DatePicker(word.apply(key), value);
        return field;
    }

    private BigDecimalField money(String key, @Nullable BigDecimal yuan) {
        return number(key, tenThousands(yuan));
    }

    private BigDecimalField number(String key, @Nullable BigDecimal value) {
        var field = new BigDecimalField(word.apply(key));
        field.addClassName("number");
        field.setValue(value);
        return field;
    }

    private static @Nullable String blank(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue();
    }

    private static boolean allBlank(TextField... fields) {
        for (var field : fields) {
            if (!field.getValue().isBlank()) {
                return false;
            }
        }
        return true;
    }
}

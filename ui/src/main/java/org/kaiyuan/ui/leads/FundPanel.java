package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.FundLine;
import org.kaiyuan.leads.FundSource;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadFieldsRefused;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Units;

/** What was paid in, month by month; home funds and foreign ones are never added up. */
class FundPanel extends LeadPanel {
    FundPanel(LeadDoors doors, LeadDetails lead, SerializableRunnable changed) {
        super(doors, lead, changed);
        add(mayWrite() ? head("funds", add("fund.add", () -> ask(null))) : head("funds"));
        var lines = doors.progress().funds(lead.id());
        if (lines.isEmpty()) {
            add(quiet(word("funds.none")));
            return;
        }
        add(table(lines));
    }

    private PlainTable table(List<FundLine> lines) {
        var byMonth = new TreeMap<YearMonth, Map<FundSource, FundLine>>(Comparator.reverseOrder());
        var sums = new EnumMap<FundSource, BigDecimal>(FundSource.class);
        for (var line : lines) {
            byMonth.computeIfAbsent(line.month(), month -> new EnumMap<>(FundSource.class))
                    .put(line.source(), line);
            sums.merge(line.source(), line.amount(), BigDecimal::add);
        }
        var heads = new ArrayList<>(List.of(word("fund.month")));
        for (var source : FundSource.values()) {
            heads.add(word("fund.in", name(source), word(unit(source))));
        }
        var table = new PlainTable(word("funds"), heads).numbersFrom(1);
        byMonth.forEach((month, bySource) -> {
            var cells = new ArrayList<Object>(List.of(month.toString()));
            for (var source : FundSource.values()) {
                var line = bySource.get(source);
                if (line == null) {
                    cells.add(Shown.NOTHING);
                } else if (!mayWrite()) {
                    cells.add(Shown.tenThousands(line.amount()));
                } else {
                    var change =
                            new NativeButton(Shown.tenThousands(line.amount()), click -> ask(line));
                    change.addClassName("lead-figure");
                    change.setTitle(line.remark() == null ? word("fund.edit") : line.remark());
                    cells.add(change);
                }
            }
            table.row(cells.toArray());
        });
        var sum = new ArrayList<Object>(List.of(word("sum")));
        for (var source : FundSource.values()) {
            sum.add(Shown.tenThousands(sums.get(source)));
        }
        return table.sum(sum.toArray());
    }

    static String unit(FundSource source) {
        return source == FundSource.FOREIGN ? "unit.tenThousandUsd" : "unit.tenThousandYuan";
    }

    private void ask(@Nullable FundLine line) {
        var now = YearMonth.now(doors.clock());
        var source = new Select<FundSource>();
        source.setItems(FundSource.values());
        source.setItemLabelGenerator(
                one -> one == null ? "" : word("fund.in", name(one), word(unit(one))));
        source.setValue(line == null ? FundSource.OTHER_PROVINCES : line.source());
        source.addClassName("wide");
        var year = new IntegerField();
        year.setValue(line == null ? now.getYear() : line.month().getYear());
        var month = new Select<Integer>();
        month.setItems(IntStream.rangeClosed(1, 12).boxed().toList());
        month.setValue(line == null ? now.getMonthValue() : line.month().getMonthValue());
        var amount = new BigDecimalField();
        amount.addClassName("number");
        amount.setRequiredIndicatorVisible(true);
        amount.setHelperText(word("fund.amount.help"));
        amount.setValue(line == null ? null : Units.tenThousands(line.amount()));
        var remark = new TextField();
        remark.addClassName("wide");
        remark.setValue(line == null || line.remark() == null ? "" : line.remark());
        if (line != null) { // another month or source is another line
            source.setReadOnly(true);
            year.setReadOnly(true);
            month.setReadOnly(true);
        }
        var dialog =
                new AskDialog(
                        word(line == null ? "fund.add" : "fund.edit"),
                        getTranslation("ui.form.save"),
                        () -> {
                            var paid = Units.whole(amount.getValue());
                            if (paid == null) {
                                throw new LeadFieldsRefused("amount", "leads.rule.required");
                            }
                            if (year.getValue() == null
                                    || year.getValue() < 1990
                                    || year.getValue() > 9999) {
                                throw new LeadFieldsRefused("month", "leads.rule.day");
                            }
                            doors.progress()
                                    .paidIn(
                                            lead.id(),
                                            new FundLine(
                                                    YearMonth.of(year.getValue(), month.getValue()),
                                                    source.getValue(),
                                                    paid,
                                                    remark.getValue().isBlank()
                                                            ? null
                                                            : remark.getValue()));
                            done("fund.saved");
                        });
        dialog.with("source", word("fund.source"), source);
        dialog.with("month", word("fund.year"), year);
        dialog.with("monthOfYear", word("fund.monthOfYear"), month);
        dialog.with("amount", word("fund.amount"), amount);
        dialog.with("remark", word("fund.remark"), remark);
        dialog.open();
    }
}

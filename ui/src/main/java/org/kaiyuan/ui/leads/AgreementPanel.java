package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.AgreementKind;
import org.kaiyuan.leads.AgreementLine;
import org.kaiyuan.leads.AgreementNote;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Units;

/** The agreements with the investor, the newest first. */
class AgreementPanel extends LeadPanel {
    AgreementPanel(LeadDoors doors, LeadDetails lead, SerializableRunnable changed) {
        super(doors, lead, changed);
        add(
                mayWrite()
                        ? head("agreements", add("agreement.add", () -> ask(null)))
                        : head("agreements"));
        var lines = doors.agreements().of(lead.id());
        if (lines.isEmpty()) {
            add(quiet(word("agreements.none")));
        }
        lines.forEach(line -> add(card(line)));
    }

    private Component card(AgreementLine line) {
        var note = line.note();
        var title = new Span(note.title());
        title.addClassName("title");
        var top = new Div(chip(name(note.kind())), title);
        top.addClassName("line");
        if (mayWrite()) {
            top.add(edit(note.title(), () -> ask(line)));
        }
        var facts =
                new Div(
                        fact("agreement.signedOn", Shown.date(note.signedOn())),
                        fact("agreement.parties", String.join("、", note.parties())),
                        fact("agreement.amount", Shown.tenThousands(note.amountYuan())),
                        fact(
                                "agreement.promised",
                                Shown.tenThousands(note.promisedInvestmentYuan())),
                        fact("agreement.taxPerMu", Shown.tenThousands(note.taxPerMuYuan())),
                        fact("agreement.startOn", Shown.date(note.startOn())),
                        fact("agreement.productionOn", Shown.date(note.productionOn())));
        facts.addClassNames("facts", "tight");
        var card = new Div(top, facts);
        card.addClassName("record");
        return card;
    }

    private Component fact(String key, String text) {
        var what = new Div(word(key));
        what.addClassName("what");
        var value = new Div(text);
        value.addClassName("value");
        return new Div(what, value);
    }

    private void ask(@Nullable AgreementLine line) {
        var before = line == null ? null : line.note();
        var kind = new Select<AgreementKind>();
        kind.setItems(AgreementKind.values());
        kind.setItemLabelGenerator(this::name);
        kind.setValue(before == null ? AgreementKind.INVESTMENT : before.kind());
        var title = new TextField();
        title.setRequiredIndicatorVisible(true);
        title.addClassName("wide");
        title.setValue(
                before == null
                        ? word("agreement.title.usual", lead.profile().projectName())
                        : before.title());
        var parties = new MultiSelectComboBox<String>();
        parties.addClassName("wide");
        var known =
                new LinkedHashSet<>(
                        before == null
                                ? lead.profile().investors().stream()
                                        .map(InvestorLine::name)
                                        .toList()
                                : before.parties());
        parties.setItems(known);
        parties.setAllowCustomValue(true);
        parties.addCustomValueSetListener(set -> parties.select(set.getDetail()));
        parties.setHelperText(word("agreement.parties.help"));
        parties.select(known);
        var amount = money(before == null ? null : Units.tenThousands(before.amountYuan()));
        var promised =
                money(
                        before == null
                                ? promisedByProfile()
                                : Units.tenThousands(before.promisedInvestmentYuan()));
        var tax = money(before == null ? null : Units.tenThousands(before.taxPerMuYuan()));
        var signed = new DayField();
        signed.setValue(before == null ? LocalDate.now(doors.clock()) : before.signedOn());
        signed.setRequiredIndicatorVisible(true);
        var start = new DayField();
        start.setValue(before == null ? null : before.startOn());
        var production = new DayField();
        production.setValue(before == null ? null : before.productionOn());
        var dialog =
                new AskDialog(
                        word(line == null ? "agreement.add" : "agreement.edit"),
                        getTranslation("ui.form.save"),
                        () -> {
                            var note =
                                    new AgreementNote(
                                            kind.getValue(),
                                            title.getValue(),
                                            List.copyOf(parties.getValue()),
                                            Units.whole(amount.getValue()),
                                            Units.whole(promised.getValue()),
                                            Units.whole(tax.getValue()),
                                            signed.getValue() == null
                                                    ? LocalDate.now(doors.clock())
                                                    : signed.getValue(),
                                            start.getValue(),
                                            production.getValue());
                            if (line == null) {
                                doors.agreements().add(lead.id(), note);
                            } else {
                                doors.agreements()
                                        .revise(lead.id(), line.id(), line.version(), note);
                            }
                            done("agreement.saved");
                        });
        dialog.with("kind", word("agreement.kind"), kind);
        dialog.with("signedOn", word("agreement.signedOn"), signed);
        dialog.with("title", word("agreement.title"), title);
        dialog.with("parties", word("agreement.parties"), parties);
        dialog.with("amountYuan", word("agreement.amount"), amount);
        dialog.with("promisedInvestmentYuan", word("agreement.promised"), promised);
        dialog.with("taxPerMuYuan", word("agreement.taxPerMu"), tax);
        dialog.with("startOn", word("agreement.startOn"), start);
        dialog.with("productionOn", word("agreement.productionOn"), production);
        dialog.open();
    }

    private @Nullable BigDecimal promisedByProfile() {
        var p = lead.profile();
        return p.totalInvestment() == null
                ? null
                : Units.tenThousands(p.totalInvestment().multiply(p.exchangeRate()));
    }

    private static BigDecimalField money(@Nullable BigDecimal tenThousands) {
        var field = new BigDecimalField();
        field.addClassName("number");
        field.setValue(tenThousands);
        return field;
    }
}

package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadTarget;
import org.kaiyuan.leads.LeadTargets;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Saying what somebody is to bring in a quarter. */
final class TargetDialog extends Dialog {
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    final ComboBox<ZonePeople.Colleague> who = new ComboBox<>();
    final IntegerField newLeads = new IntegerField();
    final IntegerField signed = new IntegerField();
    final BigDecimalField signedSum = new BigDecimalField();
    final BigDecimalField paidIn = new BigDecimalField();
    final Button save = new Button();

    private final transient LeadTargets targets;
    private final transient Runnable then;
    private final int year;
    private final int quarter;

    /**
     * @param of whom; null where it is still to be chosen
     * @param set what was set before; null for nothing
     */
    TargetDialog(
            LeadTargets targets,
            ZonePeople people,
            int year,
            int quarter,
            @Nullable String of,
            @Nullable LeadTarget set,
            Runnable then) {
        this.targets = targets;
        this.then = then;
        this.year = year;
        this.quarter = quarter;
        setHeaderTitle(
                getTranslation(
                        "ui.leads.targets.set.title",
                        Integer.toString(year),
                        Integer.toString(quarter)));
        setWidth("min(560px, 94vw)");
        who.setLabel(getTranslation("ui.leads.targets.who"));
        who.setItemLabelGenerator(ZonePeople.Colleague::displayName);
        who.setRequiredIndicatorVisible(true);
        who.setItems(query -> {
            int skipped = query.getOffset();
            int limit = query.getLimit();
            return skipped > 0 || limit == 0
                    ? Stream.empty()
                    : people.find(query.getFilter().orElse(""), limit).stream();
        });
        if (of != null) {
            people.of(List.of(of)).stream().findFirst().ifPresent(who::setValue);
            who.setReadOnly(who.getValue() != null);
        }
        newLeads.setLabel(getTranslation("ui.leads.targets.newLeads"));
        signed.setLabel(getTranslation("ui.leads.targets.signed"));
        signedSum.setLabel(getTranslation("ui.leads.targets.signedSum"));
        signedSum.setSuffixComponent(new Span(getTranslation("ui.leads.figures.wan")));
        paidIn.setLabel(getTranslation("ui.leads.targets.paidIn"));
        paidIn.setSuffixComponent(new Span(getTranslation("ui.leads.figures.wan")));
        if (set != null) {
            newLeads.setValue(set.newLeads());
            signed.setValue(set.signed());
            signedSum.setValue(inTenThousands(set.signedYuan()));
            paidIn.setValue(inTenThousands(set.paidInYuan()));
        }
        save.setText(getTranslation("ui.form.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                save();
            } finally {
                save.setEnabled(isOpened()); // not again while it fades
            }
        });
        add(new FormLayout(who, newLeads, signed, signedSum, paidIn));
        getFooter().add(new Button(getTranslation("ui.form.cancel"), click -> close()), save);
    }

    private void save() {
        var chosen = who.getValue();
        if (chosen == null) {
            who.setInvalid(true);
            who.setErrorMessage(getTranslation("ui.leads.targets.who.none"));
            return;
        }
        targets.set(
                new LeadTarget(
                        chosen.username(),
                        year,
                        quarter,
                        count(newLeads),
                        count(signed),
                        yuan(signedSum),
                        yuan(paidIn)));
        close();
        Tell.done(getTranslation("ui.form.saved"));
        then.run();
    }

    private static int count(IntegerField field) {
        var value = field.getValue();
        return value == null ? 0 : value;
    }

    private static BigDecimal yuan(BigDecimalField field) {
        var value = field.getValue();
        return value == null ? BigDecimal.ZERO : value.multiply(TEN_THOUSAND);
    }

    private BigDecimal inTenThousands(BigDecimal yuan) {
        return new BigDecimal(Shown.tenThousands(yuan).replace(",", ""));
    }
}

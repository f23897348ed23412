package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.plots.LandUses;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.SupplyContract;
import org.kaiyuan.plots.SupplyMode;
import org.kaiyuan.plots.SupplyNote;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Units;
import org.kaiyuan.ui.leads.LeadChoice;
import org.kaiyuan.ui.plots.Needed;

/** Signing a supply contract, or changing the words of the one that runs. */
final class ContractDialog {
    /** Of industrial ground, at most by law: 城镇国有土地使用权出让和转让暂行条例 art. 12. */
    private static final int USUAL_YEARS = 50;

    final Select<SupplyMode> mode = new Select<>();
    final TextField number = new TextField();
    final DayField signedOn = new DayField();
    final ComboBox<EnterpriseChoice.Entry> holder;
    final TextField holderName = new TextField();
    final ComboBox<LeadRow> lead;
    final IntegerField termYears = new IntegerField();
    final IntegerField leaseYears = new IntegerField();
    final BigDecimalField price = figure();
    final DayField startOn = new DayField();
    final DayField finishOn = new DayField();
    final DayField productionOn = new DayField();
    final BigDecimalField investment = figure();
    final BigDecimalField tax = figure();
    final BigDecimalField output = figure();
    final BigDecimalField floorRatio = figure();
    final BigDecimalField energy = figure();
    final IntegerField jobs = new IntegerField();
    final TextArea note = new TextArea();
    final TextArea reason;
    final AskDialog ask;
    private final SupplyDoors doors;
    private final @Nullable EnterpriseChoice enterprises;
    private final LeadChoice leads;

    /** @param running null where one is signed */
    ContractDialog(
            SupplyDoors doors,
            PlotDetails plot,
            @Nullable SupplyContract running,
            SerializableRunnable changed) {
        this.doors = doors;
        enterprises =
                doors.person().may(EnterprisePermissions.READ)
                        ? new EnterpriseChoice(doors.enterprises())
                        : null;
        leads = new LeadChoice(doors.leadList(), doors.leads(), doors.person());
        lead = leads.field();
        holder = enterprises == null ? new ComboBox<>() : enterprises.field();
        ask =
                new AskDialog(
                        word(
                                running == null ? "contract.sign.of" : "contract.amend.of",
                                plot.profile().number()),
                        word(running == null ? "contract.sign" : "contract.amend"),
                        running == null ? 0 : running.version(),
                        basedOn -> {
                            save(plot, running, basedOn);
                            changed.run();
                        });
        ask.setWidth("min(860px, 96vw)");
        ask.addClassName("contract-dialog");
        group("paper");
        field("mode", mode);
        field("number", number);
        field("signedOn", signedOn);
        ask.with("holderId", word("contract.holderId"), holder);
        ask.with("holderName", word("contract.holder"), holderName);
        ask.with("leadId", word("contract.lead"), lead);
        group("terms");
        ask.with("termYears", word("contract.term"), termYears);
        ask.with("leaseYears", word("contract.lease"), leaseYears);
        ask.with("priceYuan", word("contract.price"), price);
        field("startOn", startOn);
        field("finishOn", finishOn);
        field("productionOn", productionOn);
        group("promises");
        ask.with("investmentYuanM2", word("contract.investment"), investment);
        ask.with("taxYuanM2", word("contract.tax"), tax);
        ask.with("outputYuanM2", word("contract.output"), output);
        field("floorRatio", floorRatio);
        ask.with("energyTce", word("contract.energy"), energy);
        field("jobs", jobs);
        note.addClassName("wide");
        field("note", note);
        reason = running == null ? new TextArea() : ask.reason();
        choices();
        if (running == null) {
            asStandard(plot);
        } else {
            show(running.note());
            mode.setReadOnly(true);
        }
        leaseShown();
    }

    void open() {
        ask.open();
    }

    private void choices() {
        var locale = UI.getCurrent().getLocale();
        mode.setItems(SupplyMode.values());
        mode.setItemLabelGenerator(one -> doors.messages().of(locale, one));
        mode.setValue(SupplyMode.GRANT);
        mode.addValueChangeListener(change -> leaseShown());
        number.setRequiredIndicatorVisible(true);
        signedOn.setRequiredIndicatorVisible(true);
        signedOn.setMax(doors.today());
        termYears.setRequiredIndicatorVisible(true);
        leaseYears.setRequiredIndicatorVisible(true);
        holderName.setRequiredIndicatorVisible(true);
        holderName.setHelperText(word("contract.holder.help"));
        holder.setVisible(enterprises != null);
        holder.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                holderName.setValue(change.getValue().name());
            }
        });
        lead.setVisible(doors.person().may(LeadPermissions.READ));
        startOn.setHelperText(word("contract.startOn.help"));
        note.setMaxLength(4000);
    }

    /** What the standard of the plot asks for is what is usually promised. */
    private void asStandard(PlotDetails plot) {
        var p = plot.profile();
        signedOn.setValue(doors.today());
        if (LandUses.isIndustrial(p.useCode())) {
            termYears.setValue(USUAL_YEARS);
        }
        if (enterprises != null && p.holderId() != null) {
            holder.setValue(enterprises.of(p.holderId()));
        }
        holderName.setValue(Objects.requireNonNullElse(p.holderName(), ""));
        investment.setValue(PerMu.of(p.investmentYuanM2()));
        tax.setValue(PerMu.of(p.taxYuanM2()));
        output.setValue(PerMu.of(p.outputYuanM2()));
        floorRatio.setValue(p.leastRatio());
    }

    private void show(SupplyNote n) {
        mode.setValue(n.mode());
        number.setValue(n.number());
        signedOn.setValue(n.signedOn());
        if (enterprises != null && n.holderId() != null) {
            holder.setValue(enterprises.of(n.holderId()));
        }
        holderName.setValue(Objects.requireNonNullElse(n.holderName(), ""));
        if (n.leadId() != null) {
            lead.setValue(leads.of(n.leadId()));
        }
        termYears.setValue(n.termYears());
        leaseYears.setValue(n.leaseYears());
        price.setValue(Units.tenThousands(n.priceYuan()));
        startOn.setValue(n.startOn());
        finishOn.setValue(n.finishOn());
        productionOn.setValue(n.productionOn());
        investment.setValue(PerMu.of(n.investmentYuanM2()));
        tax.setValue(PerMu.of(n.taxYuanM2()));
        output.setValue(PerMu.of(n.outputYuanM2()));
        floorRatio.setValue(n.floorRatio());
        energy.setValue(n.energyTce());
        jobs.setValue(n.jobs());
        note.setValue(Objects.requireNonNullElse(n.note(), ""));
    }

    private void save(PlotDetails plot, @Nullable SupplyContract running, long basedOn) {
        var wanted = wanted(running);
        if (running == null) {
            doors.contracts().sign(plot.id(), wanted);
        } else {
            doors.contracts().amend(plot.id(), basedOn, wanted, reason.getValue());
        }
    }

    private SupplyNote wanted(@Nullable SupplyContract running) {
        var needed = new Needed();
        var paper = needed.text("number", number.getValue());
        var signed = needed.day("signedOn", signedOn.getValue());
        var named = holderName.getValue();
        var held = holderId(running);
        if (held == null) {
            named = needed.text("holderName", named);
        }
        int years = needed.of("termYears", termYears.getValue(), 0);
        needed.refuse();
        return new SupplyNote(
                mode.getValue(),
                paper,
                signed,
                held,
                Needed.perhaps(named),
                leadId(running),
                years,
                mode.getValue() == SupplyMode.LEASE_THEN_GRANT ? leaseYears.getValue() : null,
                Units.whole(price.getValue()),
                startOn.getValue(),
                finishOn.getValue(),
                productionOn.getValue(),
                PerMu.stored(investment.getValue()),
                PerMu.stored(tax.getValue()),
                PerMu.stored(output.getValue()),
                floorRatio.getValue(),
                energy.getValue(),
                jobs.getValue(),
                Needed.perhaps(note.getValue()));
    }

    /** Who may not see enterprises leaves it as it is. */
    private @Nullable UUID holderId(@Nullable SupplyContract running) {
        if (enterprises == null) {
            return running == null ? null : running.note().holderId();
        }
        return holder.getValue() == null ? null : holder.getValue().id();
    }

    /** A lead that the person may not see stays with it. */
    private @Nullable UUID leadId(@Nullable SupplyContract running) {
        if (lead.getValue() != null) {
            return lead.getValue().id().value();
        }
        var before = running == null ? null : running.note().leadId();
        return before == null || leads.of(before) != null ? null : before;
    }

    private void leaseShown() {
        leaseYears.setVisible(mode.getValue() == SupplyMode.LEASE_THEN_GRANT);
    }

    private void group(String key) {
        var head = new H3(word("contract.group." + key));
        head.addClassName("wide");
        ask.form.add(head);
    }

    private <F extends Component> void field(String key, F field) {
        ask.with(key, word("contract." + key), field);
    }

    private String word(String key, Object... arguments) {
        return UI.getCurrent().getTranslation("ui.supply." + key, arguments);
    }

    private static BigDecimalField figure() {
        var field = new BigDecimalField();
        field.addClassName("number");
        return field;
    }
}

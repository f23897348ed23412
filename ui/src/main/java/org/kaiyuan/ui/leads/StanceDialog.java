package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import org.kaiyuan.leads.Coordination;
import org.kaiyuan.leads.Coordination.Side;
import org.kaiyuan.leads.Coordination.Stance;
import org.kaiyuan.leads.LeadCoordination;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** What the zone says where another zone reported the same investor. */
final class StanceDialog extends Dialog {
    final RadioButtonGroup<Stance> stance = new RadioButtonGroup<>();
    final IntegerField share = new IntegerField();
    final Checkbox named = new Checkbox();
    final Button save = new Button();

    private final transient LeadCoordination coordination;
    private final transient Coordination record;
    private final transient Runnable then;

    StanceDialog(LeadCoordination coordination, Coordination record, Runnable then) {
        this.coordination = coordination;
        this.record = record;
        this.then = then;
        setHeaderTitle(getTranslation("ui.leads.coordination.say"));
        setWidth("min(560px, 94vw)");
        var dates =
                new Paragraph(
                        getTranslation(
                                "ui.leads.coordination.dates",
                                Shown.date(record.firstOn()),
                                Shown.date(record.laterOn())));
        stance.setLabel(getTranslation("ui.leads.coordination.stance"));
        stance.setItems(Stance.values());
        stance.setItemLabelGenerator(one -> getTranslation("ui.leads.coordination.stance." + one));
        stance.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        stance.setRequiredIndicatorVisible(true);
        stance.addValueChangeListener(change -> fit());
        share.setLabel(getTranslation("ui.leads.coordination.share"));
        share.setHelperText(getTranslation("ui.leads.coordination.share.help"));
        share.setMin(0);
        share.setMax(100);
        share.setStepButtonsVisible(true);
        share.setSuffixComponent(new Div("%"));
        named.setLabel(getTranslation("ui.leads.coordination.named"));
        named.setHelperText(getTranslation("ui.leads.coordination.named.help"));
        var mine = record.side() == Side.FIRST ? record.first() : record.later();
        if (mine.stance() != null) {
            stance.setValue(mine.stance());
        }
        if (mine.share() != null) {
            share.setValue(mine.share());
        }
        named.setValue(mine.named());
        save.setText(getTranslation("ui.leads.coordination.send"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                save();
            } finally {
                save.setEnabled(isOpened()); // not again while it fades
            }
        });
        var body = new Div(dates, stance, share, named);
        body.addClassName("dialog-lines");
        add(body);
        getFooter().add(new Button(getTranslation("ui.form.cancel"), click -> close()), save);
        fit();
    }

    private void fit() {
        var chosen = stance.getValue();
        share.setVisible(chosen != null && chosen.hasShare());
    }

    private void save() {
        var chosen = stance.getValue();
        if (chosen == null) {
            stance.setErrorMessage(getTranslation("ui.leads.coordination.stance.missing"));
            stance.setInvalid(true);
            return;
        }
        var wanted = share.getValue();
        if (chosen.hasShare() && (wanted == null || wanted < 0 || wanted > 100)) {
            share.setErrorMessage(getTranslation("leads.rule.share"));
            share.setInvalid(true);
            share.focus();
            return;
        }
        var now = coordination.say(record.id(), chosen, wanted, named.getValue());
        close();
        Tell.done(
                getTranslation(
                        now.outcome() == null
                                ? "ui.leads.coordination.sent"
                                : "ui.leads.coordination.settledNow"));
        then.run();
    }
}

package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.Fair;
import org.kaiyuan.leads.FairDraft;
import org.kaiyuan.leads.LeadFairs;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.FieldMarks;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** Entering a fair, changing or removing one. */
final class FairDialog extends Dialog {
    final TextField name = new TextField();
    final TextField place = new TextField();
    final DayField heldOn = new DayField();
    final DayField endedOn = new DayField();
    final Button save = new Button();
    final Button remove = new Button();

    private final transient LeadFairs fairs;
    private final transient @Nullable Fair fair;
    private final transient Runnable then;

    /** @param fair null for a new one */
    FairDialog(LeadFairs fairs, @Nullable Fair fair, Runnable then) {
        this.fairs = fairs;
        this.fair = fair;
        this.then = then;
        setHeaderTitle(
                getTranslation(fair == null ? "ui.leads.fairs.new" : "ui.leads.fairs.change"));
        setWidth("min(560px, 94vw)");
        name.setLabel(getTranslation("ui.leads.fairs.name"));
        name.setMaxLength(100);
        name.setRequiredIndicatorVisible(true);
        place.setLabel(getTranslation("ui.leads.fairs.place"));
        place.setMaxLength(100);
        heldOn.setLabel(getTranslation("ui.leads.fairs.heldOn"));
        heldOn.setRequiredIndicatorVisible(true);
        endedOn.setLabel(getTranslation("ui.leads.fairs.endedOn"));
        endedOn.setHelperText(getTranslation("ui.leads.fairs.endedOn.help"));
        if (fair != null) {
            name.setValue(fair.name());
            place.setValue(fair.place() == null ? "" : fair.place());
            heldOn.setValue(fair.heldOn());
            endedOn.setValue(fair.endedOn());
        }
        save.setText(getTranslation("ui.form.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        var marks =
                new FieldMarks(this)
                        .at("name", name)
                        .at("place", place)
                        .at("heldOn", heldOn)
                        .at("endedOn", endedOn);
        save.addClickListener(click -> {
            try {
                if (marks.done(this::save)) {
                    close();
                    Tell.done(getTranslation("ui.form.saved"));
                    then.run();
                }
            } finally {
                save.setEnabled(isOpened()); // not again while it fades
            }
        });
        remove.setText(getTranslation("ui.leads.fairs.remove"));
        remove.setIcon(new Glyph(Glyph.Of.TRASH));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        remove.setVisible(fair != null);
        remove.addClickListener(click -> askToRemove());
        add(new FormLayout(name, place, heldOn, endedOn));
        getFooter()
                .add(remove, new Button(getTranslation("ui.form.cancel"), click -> close()), save);
    }

    private void save() {
        var draft =
                new FairDraft(
                        name.getValue(), place.getValue(), heldOn.getValue(), endedOn.getValue());
        if (fair == null) {
            fairs.create(draft);
        } else {
            fairs.change(fair.id(), fair.version(), draft);
        }
    }

    private void askToRemove() {
        if (fair == null) {
            return;
        }
        var ask =
                new ConfirmDialog(
                        getTranslation("ui.leads.fairs.remove.ask", fair.name()),
                        getTranslation("ui.leads.fairs.remove.detail"),
                        getTranslation("ui.leads.fairs.remove"),
                        confirmed -> {
                            fairs.remove(fair.id(), fair.version());
                            close();
                            then.run();
                        });
        ask.setConfirmButtonTheme("error primary");
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("ui.form.cancel"));
        ask.open();
    }
}

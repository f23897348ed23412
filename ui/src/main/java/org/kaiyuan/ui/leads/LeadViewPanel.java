package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kaiyuan.leads.LeadFieldsRefused;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.leads.LeadSavedViews;
import org.kaiyuan.leads.SavedLeadView;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** The views that one keeps or that colleagues share; keeping the present one under an old name replaces it. */
class LeadViewPanel extends Div {
    final Div list = new Div();
    final TextField name = new TextField();
    final Checkbox shared = new Checkbox();
    final Button save = new Button();

    private final transient LeadSavedViews views;
    private final transient Supplier<LeadQuestion> asked;
    private final transient Consumer<LeadQuestion> opened;

    LeadViewPanel(
            LeadSavedViews views, Supplier<LeadQuestion> asked, Consumer<LeadQuestion> opened) {
        this.views = views;
        this.asked = asked;
        this.opened = opened;
        addClassName("saved-views");
        name.setLabel(getTranslation("ui.views.name"));
        name.setMaxLength(60);
        name.setManualValidation(true);
        shared.setLabel(getTranslation("ui.views.share"));
        save.setText(getTranslation("ui.views.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> keep());
        var fresh = new Div(name, shared, new Div(save));
        fresh.addClassName("fresh");
        add(list, fresh);
    }

    private void keep() {
        name.setInvalid(false);
        try {
            views.save(name.getValue(), asked.get(), shared.getValue());
        } catch (LeadFieldsRefused refused) { // its one field is the name
            var fault = refused.fields().getFirst();
            name.setErrorMessage(getTranslation(fault.messageKey(), fault.arguments().toArray()));
            name.setInvalid(true);
            return;
        }
        Tell.done(getTranslation("ui.views.saved", name.getValue().strip()));
        name.clear();
        shared.clear();
        refresh();
    }

    void refresh() {
        list.removeAll();
        var kept = views.list();
        kept.forEach(view -> list.add(row(view)));
        if (kept.isEmpty()) {
            var nothing = new Div(getTranslation("ui.views.none"));
            nothing.addClassName("nothing");
            list.add(nothing);
        }
    }

    private Div row(SavedLeadView view) {
        var open = new Button(view.name(), click -> opened.accept(view.question()));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var row = new Div(open);
        row.addClassName("row");
        if (view.shared()) {
            row.add(
                    LeadCells.chip(
                            view.mine()
                                    ? getTranslation("ui.views.shared")
                                    : getTranslation("ui.views.sharedBy", view.ownerName()),
                            "shared"));
        }
        if (view.mine()) {
            var remove =
                    new Button(
                            new Glyph(Glyph.Of.TRASH),
                            click -> {
                                views.remove(view.id());
                                refresh();
                            });
            remove.setAriaLabel(getTranslation("ui.views.remove", view.name()));
            remove.addThemeNames("tertiary", "icon");
            var acts = new Div(remove);
            acts.addClassName("acts");
            row.add(acts);
        }
        return row;
    }
}

package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import org.kaiyuan.leads.LeadAssignment;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Giving the selected leads to somebody. */
class LeadBulkBar extends Div {
    final Span told = new Span();
    final ColleagueBox to;
    final Button give = new Button();
    final Button none = new Button();

    private transient Set<LeadId> selected = Set.of();

    LeadBulkBar(LeadAssignment assignment, Runnable done) {
        to = new ColleagueBox(assignment);
        addClassName("bulk-bar");
        told.getElement().setAttribute("role", "status");
        to.setPlaceholder(getTranslation("ui.leads.list.giveTo"));
        to.setAriaLabel(getTranslation("ui.leads.list.giveTo"));
        to.addValueChangeListener(change -> give.setEnabled(change.getValue() != null));
        give.setText(getTranslation("ui.leads.list.give"));
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        give.setEnabled(false);
        give.addClickListener(click -> {
            var somebody = to.getValue();
            if (somebody != null) {
                int given = assignment.giveAll(selected, somebody.username());
                Tell.done(
                        getTranslation(
                                "ui.leads.list.given", Shown.figure(given), somebody.name()));
                to.clear();
                done.run();
            }
        });
        none.setText(getTranslation("ui.bulk.none"));
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        none.addClickListener(click -> done.run());
        add(told, to, give, none);
        setVisible(false);
    }

    void selected(Set<LeadId> ids) {
        selected = ids;
        told.setText(getTranslation("ui.leads.list.selected", Shown.figure(ids.size())));
        setVisible(!ids.isEmpty());
    }
}

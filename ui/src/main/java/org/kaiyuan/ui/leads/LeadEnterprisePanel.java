package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadFieldsRefused;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.kaiyuan.ui.kit.AskDialog;

/** The enterprise that came of a lead: one of the directory, or registered there now. */
class LeadEnterprisePanel extends LeadPanel {
    LeadEnterprisePanel(LeadDoors doors, LeadDetails lead, SerializableRunnable changed) {
        super(doors, lead, changed);
        boolean reads = doors.person().may(EnterprisePermissions.READ);
        var actions = new ArrayList<Button>();
        if (mayWrite() && reads) {
            actions.add(add("enterprise.link", this::link));
        }
        if (mayWrite()
                && lead.enterpriseId() == null
                && doors.person().may(EnterprisePermissions.WRITE)) {
            actions.add(add("enterprise.register", this::register));
        }
        add(head("enterprise", actions.toArray(Button[]::new)));
        var id = lead.enterpriseId();
        if (id == null) {
            add(quiet(word("enterprise.none")));
        } else if (reads) {
            add(
                    new Anchor(
                            "enterprises/" + id,
                            new EnterpriseChoice(doors.enterprises()).of(id.value()).name()));
        } else {
            add(quiet(word("enterprise.linked")));
        }
    }

    private void link() {
        var enterprise = new EnterpriseChoice(doors.enterprises()).field();
        enterprise.addClassName("wide");
        var dialog =
                new AskDialog(
                        word("enterprise.link"),
                        word("enterprise.link"),
                        () -> {
                            var chosen = enterprise.getValue();
                            if (chosen == null) {
                                throw new LeadFieldsRefused("enterprise", "leads.rule.required");
                            }
                            doors.progress().link(lead.id(), new EnterpriseId(chosen.id()));
                            done("enterprise.saved");
                        });
        dialog.with("enterprise", word("enterprise.search"), enterprise);
        dialog.open();
    }

    private void register() {
        var name = new TextField();
        name.addClassName("wide");
        name.setRequiredIndicatorVisible(true);
        var investors = lead.profile().investors();
        name.setValue(investors.isEmpty() ? "" : investors.getFirst().name());
        var code = new TextField();
        var dialog =
                new AskDialog(
                        word("enterprise.register"),
                        word("enterprise.register"),
                        () -> {
                            doors.progress()
                                    .registerEnterprise(
                                            lead.id(),
                                            name.getValue(),
                                            code.getValue().isBlank() ? null : code.getValue());
                            done("enterprise.saved");
                        });
        dialog.saying(word("enterprise.register.detail"));
        dialog.with("name", word("enterprise.name"), name);
        dialog.with("creditCode", word("investor.creditCode"), code);
        dialog.open();
    }
}

package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.services.PublicRecord;
import org.kaiyuan.ui.kit.Tell;

/** Whether everybody may read the park's record, and the switch of it. */
class DeskPublicRecord extends Div {
    private final transient PublicRecord record;
    private final transient TenantDirectory tenants;

    DeskPublicRecord(PublicRecord record, TenantDirectory tenants) {
        this.record = record;
        this.tenants = tenants;
        addClassName("desk-record");
    }

    void refresh() {
        removeAll();
        boolean on = record.shown().on();
        add(new Paragraph(word(on ? "record.on" : "record.off")));
        if (on) {
            var code =
                    CurrentTenant.maybe()
                            .flatMap(tenants::find)
                            .map(TenantSummary::code)
                            .orElse("");
            var link = new Anchor("z/" + code + "/services/record", word("record.open"));
            link.setTarget("_blank");
            link.getElement().setAttribute("router-ignore", true);
            link.getElement().setAttribute("rel", "noopener");
            add(link);
        }
        var turn =
                new Button(
                        word(on ? "record.hide" : "record.show"),
                        click -> {
                            record.show(!on);
                            Tell.done(getTranslation("ui.form.saved"));
                            refresh();
                        });
        turn.setDisableOnClick(true);
        add(turn);
    }

    private String word(String key) {
        return getTranslation("ui.services.desk." + key);
    }
}

package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.SignInRules;
import org.kaiyuan.platform.access.SignInRules.WhoNeedsSecondFactor;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Tell;

/** What the zone asks of those who sign in. */
@Route("sign-in-rules")
@RolesAllowed(AccessPermissions.READ)
class SignInRulesView extends Main implements HasDynamicTitle {
    final Select<WhoNeedsSecondFactor> secondFactor = new Select<>();
    final IntegerField passwordDays = new IntegerField();
    final IntegerField idleMinutes = new IntegerField();
    final Button save = new Button();

    SignInRulesView(SignInRules rules, CurrentPerson current, Messages messages) {
        addClassNames("detail-page", "form-page");
        var rule = rules.rule();
        boolean mine = current.may(AccessPermissions.GRANT);
        secondFactor.setLabel(getTranslation("ui.factor"));
        secondFactor.setItems(WhoNeedsSecondFactor.values());
        secondFactor.setItemLabelGenerator(who -> messages.of(getLocale(), who));
        secondFactor.setValue(rule.secondFactor());
        secondFactor.setReadOnly(!mine);
        passwordDays.setLabel(getTranslation("ui.rules.password"));
        passwordDays.setHelperText(getTranslation("ui.rules.password.help"));
        passwordDays.setValue(rule.passwordDays());
        passwordDays.setReadOnly(!mine);
        idleMinutes.setLabel(getTranslation("ui.rules.idle"));
        idleMinutes.setValue(rule.idleMinutes());
        idleMinutes.setReadOnly(!mine);
        save.setText(getTranslation("ui.form.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setVisible(mine);
        save.addClickListener(click -> {
            rules.decide(
                    new SignInRules.Rule(
                            secondFactor.getValue(),
                            passwordDays.getValue(),
                            idleMinutes.getValue() == null ? 0 : idleMinutes.getValue()));
            Tell.done(getTranslation("ui.form.saved"));
        });
        var fields = new Div(secondFactor, passwordDays, idleMinutes);
        fields.addClassNames("form-grid", "top");
        var group = new Div(fields);
        group.addClassName("form-group");
        add(
                new H1(getTranslation("ui.rules")),
                new Paragraph(getTranslation("ui.rules.detail")),
                group,
                save);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.rules") + " · " + getTranslation("ui.product");
    }
}

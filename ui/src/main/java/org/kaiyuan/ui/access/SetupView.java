package org.kaiyuan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.kaiyuan.platform.access.FirstOperator;

/** Where the first account of an installation is made, by who holds the code of its console. */
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
class SetupView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final AccountFields fields = new AccountFields();
    final Button create = new Button();
    private final transient FirstOperator operator;
    private final Div desk = new Div();
    private String code = "";

    SetupView(FirstOperator operator) {
        this.operator = operator;
        addClassName("gate");
        var mark = new Div();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var motto = new Paragraph(getTranslation("ui.login.motto"));
        motto.addClassName("motto");
        var face = new Div(mark, new H1(getTranslation("ui.product")), motto);
        face.addClassName("gate-face");
        desk.addClassName("gate-desk");
        create.setText(getTranslation("ui.setup.create"));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickListener(click -> create());
        add(face, desk);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code =
                event.getLocation()
                        .getQueryParameters()
                        .getParameters()
                        .getOrDefault("code", List.of(""))
                        .getFirst();
        desk.removeAll();
        if (operator.isDue()) {
            desk.add(new Paragraph(getTranslation("ui.setup.detail")), fields, create);
        } else {
            desk.add(
                    new Paragraph(getTranslation("ui.setup.done")),
                    new Anchor("login", getTranslation("ui.login")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.setup") + " · " + getTranslation("ui.product");
    }

    private void create() {
        if (fields.isComplete()) {
            operator.create(
                    code,
                    fields.username.getValue(),
                    fields.password.getValue(),
                    fields.displayName.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
        }
    }
}

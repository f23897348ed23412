package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** The catalogue that the operator, or a supervisor, shares with zones. */
@Route("delegation/shared")
@RolesAllowed(DelegationPermissions.SHARE)
class SharedMattersView extends Main implements HasDynamicTitle {
    final TextField typed = new TextField();
    final SharedMatterGrid rows;

    SharedMattersView(DelegationDoors doors) {
        addClassNames("list-page", "shared-matters");
        setSizeFull();
        rows = new SharedMatterGrid(doors, typed::getValue);
        typed.setPlaceholder(getTranslation("ui.delegation.shared.typed"));
        typed.setAriaLabel(getTranslation("ui.delegation.shared.typed"));
        typed.setPrefixComponent(new Glyph(Glyph.Of.SEARCH));
        typed.setClearButtonVisible(true);
        typed.setMaxLength(200);
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.addClassName("wide");
        typed.addValueChangeListener(change -> rows.renew());
        var actions = new Div();
        actions.addClassName("actions");
        if (doors.shares()) {
            actions.add(share(doors));
            if (CurrentTenant.maybe().isPresent()) {
                actions.add(
                        new Button(
                                getTranslation("ui.delegation.shared.all"),
                                click -> {
                                    int many = doors.shared().shareAll();
                                    Tell.done(
                                            getTranslation("ui.delegation.shared.all.done", many));
                                    rows.renew();
                                }));
            }
        }
        var head = new Div(new H1(getTranslation("ui.delegation.shared.place")), actions);
        head.addClassName("page-head");
        var bar = new Div(typed);
        bar.addClassName("filter-bar");
        add(head, new Paragraph(getTranslation("ui.delegation.shared.detail")), bar, rows);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.delegation.shared.place") + " · " + getTranslation("ui.product");
    }

    private Button share(DelegationDoors doors) {
        var share =
                new Button(
                        getTranslation("ui.delegation.matter.share"),
                        new Glyph(Glyph.Of.PLUS),
                        click ->
                                new MatterDialog(
                                                doors,
                                                getTranslation("ui.delegation.matter.share"),
                                                null,
                                                0,
                                                (said, version) -> {
                                                    doors.shared().share(said);
                                                    rows.renew();
                                                })
                                        .open());
        share.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return share;
    }
}

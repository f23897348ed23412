package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.row;
import static org.kaiyuan.ui.services.PortalPieces.sub;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.ColleagueRight;
import org.kaiyuan.services.ColleagueRights;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;
import org.kaiyuan.ui.shell.PortalShell;

/** 同事权限: what each colleague may do for the enterprise, and until when. */
@Route(value = "portal/rights/:enterprise", layout = PortalShell.class)
@RolesAllowed(PortalPermissions.ENTER)
class PortalRightsView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    final List<Line> lines = new ArrayList<>();
    private final transient PortalServiceDoors doors;

    PortalRightsView(PortalServiceDoors doors) {
        this.doors = doors;
        addClassName("portal-services");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        lines.clear();
        try {
            var given = event.getRouteParameters().get("enterprise").orElse("");
            show(new EnterpriseId(UUID.fromString(given)));
        } catch (UnknownEnterprise | IllegalArgumentException unknown) {
            add(new EmptyState(Glyph.Of.BUILDING, getTranslation("enterprises.refusal.unknown")));
        }
    }

    @Override
    public String getPageTitle() {
        return word(this, "rights") + " · " + getTranslation("ui.portal.product");
    }

    private void show(EnterpriseId enterprise) {
        var profile = doors.enterprises().record(enterprise);
        boolean mayGive = doors.enterprises().isAdministrator(enterprise);
        add(
                PortalPieces.link("portal/enterprises/" + enterprise, word(this, "rights.back")),
                new H1(word(this, "rights")),
                sub(profile.name()),
                new Paragraph(word(this, mayGive ? "rights.detail" : "rights.look")));
        for (var one : doors.rights().of(enterprise)) {
            var line = new Line(enterprise, one, mayGive && !one.administrator());
            lines.add(line);
            add(line);
        }
    }

    /** One colleague. */
    final class Line extends Div {
        final CheckboxGroup<ColleagueRight> rights = new CheckboxGroup<>();
        final DayField until = new DayField();
        final Button save = new Button();

        Line(EnterpriseId enterprise, ColleagueRights.Line one, boolean mayGive) {
            addClassNames("form-group", "right-line");
            var name = new Span(one.name());
            name.addClassName("title");
            add(row("name-cell", name, sub(one.username())));
            if (one.administrator()) {
                add(PortalPieces.chip(word(this, "rights.all"), "good"));
                return;
            }
            if (!mayGive) {
                add(
                        sub(
                                one.rights().isEmpty()
                                        ? word(this, "rights.none")
                                        : one.rights().stream()
                                                .sorted()
                                                .map(right ->
                                                        doors.messages()
                                                                .of(
                                                                        PortalPieces.locale(this),
                                                                        right))
                                                .collect(
                                                        Collectors.joining(
                                                                word(this, "between")))));
                if (one.until() != null) {
                    add(sub(word(this, "rights.until.day", Shown.date(one.until()))));
                }
                return;
            }
            rights.setLabel(word(this, "rights.may", one.name()));
            rights.setItems(ColleagueRight.values());
            rights.setItemLabelGenerator(
                    right -> doors.messages().of(PortalPieces.locale(this), right));
            rights.setValue(one.rights());
            until.setLabel(word(this, "rights.until"));
            until.setHelperText(word(this, "rights.until.help"));
            until.setMin(doors.today());
            until.setValue(one.until());
            save.setText(getTranslation("ui.form.save"));
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            save.setDisableOnClick(true);
            save.addClickListener(click -> {
                try {
                    doors.rights()
                            .give(enterprise, one.username(), rights.getValue(), until.getValue());
                    Tell.done(word(this, "rights.given", one.name()));
                } finally {
                    save.setEnabled(true);
                }
            });
            add(rights, until, save);
        }
    }
}

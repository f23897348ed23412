package org.kaiyuan.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.portal.ConfirmationCodes;
import org.kaiyuan.portal.Confirmations;
import org.kaiyuan.portal.RepresentativeRow;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** On the enterprise's page: who stands for it, and codes with which somebody may come to. */
public final class StandsForPanel extends Div {
    final Div people = new Div();
    final Div waiting = new Div();
    final Button make = new Button();

    private final transient Doors doors;
    private final EnterpriseId enterprise;

    /** The use cases behind the panel. */
    @org.springframework.stereotype.Component
    public record Doors(
            Confirmations confirmations, ConfirmationCodes codes, TenantDirectory tenants) {}

    public StandsForPanel(Doors doors, EnterpriseId enterprise) {
        this.doors = doors;
        this.enterprise = enterprise;
        make.setText(getTranslation("ui.portal.code.new"));
        make.setIcon(new Glyph(Glyph.Of.PLUS));
        make.addClickListener(click -> {
            var dialog =
                    new CodeDialog(
                            "ui.portal.code.new",
                            true,
                            (whom, administrator) ->
                                    doors.codes().make(enterprise, administrator, whom),
                            new ParkCode(doors.tenants()),
                            this::refresh);
            dialog.administrator.setValue(nobodyLooksAfterThem());
            dialog.open();
        });
        add(people, make, waiting);
        refresh();
    }

    void refresh() {
        people.removeAll();
        var standing = doors.confirmations().of(enterprise);
        standing.forEach(one -> people.add(line(one)));
        if (standing.isEmpty()) {
            people.add(new Paragraph(getTranslation("ui.portal.nobody")));
        }
        waiting.removeAll();
        var open = doors.codes().open(enterprise);
        if (!open.isEmpty()) {
            waiting.add(new H3(getTranslation("ui.portal.codes")));
            open.forEach(code -> waiting.add(line(code)));
        }
    }

    private boolean nobodyLooksAfterThem() {
        return doors.confirmations().of(enterprise).stream()
                .noneMatch(RepresentativeRow::administrator);
    }

    private Component line(RepresentativeRow one) {
        var row =
                new Div(
                        new Span(one.personName()),
                        quiet(one.username() + " · " + one.phone()),
                        quiet(
                                getTranslation(
                                        "ui.portal.decided",
                                        Shown.text(one.decidedBy()),
                                        Shown.moment(one.decidedAt()))));
        row.addClassName("line");
        if (one.administrator()) {
            row.add(PortalHomeView.chip(getTranslation("ui.portal.administrator"), ""));
        }
        row.add(
                new Button(
                        getTranslation("ui.portal.end"),
                        click ->
                                RepresentativesView.ending(
                                                doors.confirmations(), one, this::refresh)
                                        .open()));
        return row;
    }

    private Component line(ConfirmationCodes.Line code) {
        var row =
                new Div(
                        new Span(Shown.text(code.madeFor())),
                        quiet(
                                getTranslation(
                                        "ui.portal.code.until",
                                        code.madeBy(),
                                        Shown.moment(code.expiresAt()))));
        row.addClassName("line");
        if (code.administrator()) {
            row.add(PortalHomeView.chip(getTranslation("ui.portal.administrator"), ""));
        }
        row.add(
                new Button(
                        getTranslation("ui.portal.code.revoke"),
                        click -> {
                            doors.codes().revoke(enterprise, code.id());
                            refresh();
                        }));
        return row;
    }

    private static Span quiet(String text) {
        var quiet = new Span(text);
        quiet.addClassName("sub");
        return quiet;
    }
}

package org.kaiyuan.ui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.portal.Colleagues;
import org.kaiyuan.portal.ConfirmationCodes;
import org.kaiyuan.portal.RepresentativeRow;
import org.kaiyuan.ui.kit.AnewAs;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Who stands for the enterprise; its administrators invite, dismiss and hand over. */
class ColleaguesPanel extends Div {
    final Div people = new Div();
    final Div waiting = new Div();
    final Button invite = new Button();

    private final transient Colleagues colleagues;
    private final EnterpriseId enterprise;
    private final boolean administrator;
    private final String me;
    private final transient ParkCode park;

    ColleaguesPanel(
            Colleagues colleagues,
            EnterpriseId enterprise,
            boolean administrator,
            String me,
            ParkCode park) {
        this.colleagues = colleagues;
        this.enterprise = enterprise;
        this.administrator = administrator;
        this.me = me;
        this.park = park;
        people.addClassName("portal-lines");
        waiting.addClassName("portal-lines");
        invite.setText(getTranslation("ui.portal.invite"));
        invite.setIcon(new Glyph(Glyph.Of.PLUS));
        invite.setVisible(administrator);
        invite.addClickListener(click ->
                new CodeDialog(
                                "ui.portal.invite",
                                false,
                                (whom, as) -> colleagues.invite(enterprise, whom),
                                park,
                                this::refresh)
                        .open());
        add(people, invite, waiting);
        refresh();
    }

    void refresh() {
        people.removeAll();
        colleagues.of(enterprise).forEach(one -> people.add(line(one)));
        waiting.removeAll();
        if (administrator) {
            var open = colleagues.invitations(enterprise);
            if (!open.isEmpty()) {
                waiting.add(new H3(getTranslation("ui.portal.codes")));
                open.forEach(code -> waiting.add(line(code)));
            }
        }
    }

    private Component line(RepresentativeRow one) {
        var name = new Span(one.personName());
        name.addClassName("title");
        var sub = new Span(one.username() + " · " + one.phone());
        sub.addClassName("sub");
        var words = new Div(name, sub);
        words.addClassName("name-cell");
        if (one.administrator()) {
            words.add(PortalHomeView.chip(getTranslation("ui.portal.administrator"), ""));
        }
        var row = new Div(words);
        row.addClassName("line");
        if (one.username().equals(me)) {
            row.add(button("ui.portal.leave", () -> leaving().open()));
        } else if (administrator) {
            row.add(
                    button("ui.portal.hand-over", () -> handingOver(one).open()),
                    button("ui.portal.dismiss", () -> dismissing(one).open()));
        }
        return row;
    }

    private Component line(ConfirmationCodes.Line code) {
        var row =
                new Div(
                        new Span(Shown.text(code.madeFor())),
                        new Span(
                                getTranslation(
                                        "ui.portal.code.until",
                                        code.madeBy(),
                                        Shown.moment(code.expiresAt()))),
                        button(
                                "ui.portal.code.revoke",
                                () -> {
                                    colleagues.revoke(enterprise, code.id());
                                    refresh();
                                }));
        row.addClassName("line");
        return row;
    }

    private ConfirmDialog handingOver(RepresentativeRow one) {
        var ask =
                new ConfirmDialog(
                        getTranslation("ui.portal.hand-over.title", one.personName()),
                        getTranslation("ui.portal.hand-over.detail"),
                        getTranslation("ui.portal.hand-over"),
                        sure -> {
                            colleagues.handOver(enterprise, one.id());
                            getUI().ifPresent(ui -> ui.getPage().reload());
                        });
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("ui.form.cancel"));
        return ask;
    }

    private ReasonDialog dismissing(RepresentativeRow one) {
        return new ReasonDialog(
                getTranslation("ui.portal.dismiss.title", one.personName()),
                getTranslation("ui.portal.dismiss.detail"),
                getTranslation("ui.portal.dismiss"),
                why -> {
                    colleagues.dismiss(enterprise, one.id(), why);
                    Tell.done(getTranslation("ui.portal.dismissed", one.personName()));
                    refresh();
                });
    }

    private ReasonDialog leaving() {
        return new ReasonDialog(
                getTranslation("ui.portal.leave.title"),
                getTranslation("ui.portal.leave.detail"),
                getTranslation("ui.portal.leave"),
                why -> {
                    colleagues.leave(enterprise, why);
                    getUI().ifPresent(AnewAs::everywhere);
                });
    }

    private Button button(String key, Runnable work) {
        return new Button(getTranslation(key), click -> work.run());
    }
}

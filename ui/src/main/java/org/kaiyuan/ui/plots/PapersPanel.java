package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.CertificateDraft;
import org.kaiyuan.plots.CertificateKind;
import org.kaiyuan.plots.CertificateLine;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.plots.PlotPermissions;
import org.kaiyuan.plots.RightDraft;
import org.kaiyuan.plots.RightKind;
import org.kaiyuan.plots.RightLine;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Removal;
import org.kaiyuan.ui.kit.Shown;

/** Rights over a plot, one above the other, and the papers about it. */
class PapersPanel extends Div {
    private final transient PlotDoors doors;
    private final transient PlotDetails plot;
    private final SerializableRunnable changed;
    private final boolean writes;

    PapersPanel(PlotDoors doors, PlotDetails plot, SerializableRunnable changed) {
        this.doors = doors;
        this.plot = plot;
        this.changed = changed;
        writes = plot.endedOn() == null && doors.person().may(PlotPermissions.WRITE);
        add(rights(), certificates());
    }

    private Component rights() {
        var lines = doors.rights().of(plot.id(), null);
        var section = section("ui.plots.rights", "ui.plots.rights.add", () -> right(null));
        if (lines.isEmpty()) {
            section.add(new EmptyState(Glyph.Of.LAYERS, getTranslation("ui.plots.rights.none")));
            return section;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.plots.rights"),
                        heads(
                                "rights.kind",
                                "rights.holder",
                                "rights.height",
                                "rights.time",
                                "rights.certificate",
                                "reservations.acts"));
        lines.forEach(line ->
                table.row(
                        doors.messages().of(getLocale(), line.right().kind()),
                        line.right().holderName(),
                        height(line.right()),
                        Shown.date(line.right().from())
                                + " — "
                                + (line.right().to() == null ? "" : line.right().to()),
                        Shown.text(line.right().certificate()),
                        writes ? change(() -> right(line)) : new Span()));
        section.add(table);
        return section;
    }

    private Component certificates() {
        var lines = doors.certificates().of(plot.id());
        var section =
                section("ui.plots.certificates", "ui.plots.certificates.add", () -> paper(null));
        if (lines.isEmpty()) {
            section.add(
                    new EmptyState(Glyph.Of.FILE, getTranslation("ui.plots.certificates.none")));
            return section;
        }
        var table =
                new PlainTable(
                        getTranslation("ui.plots.certificates"),
                        heads(
                                "certificates.kind",
                                "certificates.number",
                                "certificates.issuer",
                                "certificates.issued",
                                "certificates.expires",
                                "reservations.acts"));
        lines.forEach(line -> {
            var c = line.certificate();
            table.row(
                    doors.messages().of(getLocale(), c.kind()),
                    c.number(),
                    Shown.text(c.issuer()),
                    Shown.date(c.issuedOn()),
                    c.expiresOn() == null
                            ? getTranslation("ui.plots.certificates.endless")
                            : Shown.date(c.expiresOn()),
                    writes ? paperActs(line) : new Span());
        });
        section.add(table);
        return section;
    }

    private Component paperActs(CertificateLine line) {
        var remove = new Button(new Glyph(Glyph.Of.TRASH), click -> remove(line));
        remove.setAriaLabel(
                getTranslation("ui.plots.certificates.remove", line.certificate().number()));
        remove.addThemeNames("tertiary", "icon");
        var acts = new Div(change(() -> paper(line)), remove);
        acts.addClassName("actions");
        return acts;
    }

    private void remove(CertificateLine line) {
        Removal.ask(
                getTranslation("ui.plots.certificates.remove", line.certificate().number()),
                getTranslation("ui.plots.certificates.remove.detail"),
                getTranslation("ui.plots.layers.remove"),
                () -> {
                    doors.certificates().remove(line.id(), line.version());
                    changed.run();
                });
    }

    private void right(@Nullable RightLine line) {
        var kind = new Select<RightKind>();
        kind.setItems(RightKind.values());
        kind.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        var holder = new TextField();
        var from = new DayField();
        var to = new DayField();
        var low = new BigDecimalField();
        var high = new BigDecimalField();
        var certificate = new TextField();
        var note = new TextArea();
        if (line == null) {
            kind.setValue(RightKind.SURFACE);
            from.setValue(doors.today());
        } else {
            var r = line.right();
            kind.setValue(r.kind());
            holder.setValue(r.holderName());
            from.setValue(r.from());
            to.setValue(r.to());
            low.setValue(r.lowM());
            high.setValue(r.highM());
            certificate.setValue(Objects.requireNonNullElse(r.certificate(), ""));
            note.setValue(Objects.requireNonNullElse(r.note(), ""));
        }
        var dialog =
                new AskDialog(
                        getTranslation(line == null ? "ui.plots.rights.add" : "ui.plots.rights"),
                        getTranslation("ui.form.save"),
                        line == null ? 0 : line.version(),
                        basedOn -> {
                            var name = holder.getValue().strip();
                            var draft =
                                    new RightDraft(
                                            kind.getValue(),
                                            // an enterprise stays chosen while it is still called
                                            // so
                                            line != null && line.right().holderName().equals(name)
                                                    ? line.right().holderId()
                                                    : null,
                                            name,
                                            Objects.requireNonNullElse(
                                                    from.getValue(), doors.today()),
                                            to.getValue(),
                                            low.getValue(),
                                            high.getValue(),
                                            text(certificate.getValue()),
                                            text(note.getValue()));
                            if (line == null) {
                                doors.rights().add(plot.id(), draft);
                            } else {
                                doors.rights().change(line.id(), basedOn, draft);
                            }
                            changed.run();
                        });
        dialog.with("kind", word("rights.kind"), kind);
        dialog.with("holderName", word("rights.holder"), holder);
        dialog.with("from", word("rights.from"), from);
        dialog.with("to", word("rights.to"), to);
        dialog.with("lowM", word("rights.low"), low);
        dialog.with("highM", word("rights.high"), high);
        dialog.with("certificate", word("rights.certificate"), certificate);
        dialog.with("note", getTranslation("plots.column.note"), note);
        dialog.open();
    }

    private void paper(@Nullable CertificateLine line) {
        var kind = new Select<CertificateKind>();
        kind.setItems(CertificateKind.values());
        kind.setItemLabelGenerator(one -> doors.messages().of(getLocale(), one));
        var number = new TextField();
        var issuer = new TextField();
        var issued = new DayField();
        var expires = new DayField();
        var note = new TextArea();
        if (line == null) {
            kind.setValue(CertificateKind.REAL_ESTATE);
        } else {
            var c = line.certificate();
            kind.setValue(c.kind());
            number.setValue(c.number());
            issuer.setValue(Objects.requireNonNullElse(c.issuer(), ""));
            issued.setValue(c.issuedOn());
            expires.setValue(c.expiresOn());
            note.setValue(Objects.requireNonNullElse(c.note(), ""));
        }
        var dialog =
                new AskDialog(
                        getTranslation(
                                line == null
                                        ? "ui.plots.certificates.add"
                                        : "ui.plots.certificates"),
                        getTranslation("ui.form.save"),
                        line == null ? 0 : line.version(),
                        basedOn -> {
                            var draft =
                                    new CertificateDraft(
                                            kind.getValue(),
                                            number.getValue().strip(),
                                            issued.getValue(),
                                            expires.getValue(),
                                            text(issuer.getValue()),
                                            text(note.getValue()));
                            if (line == null) {
                                doors.certificates().add(plot.id(), draft);
                            } else {
                                doors.certificates().change(line.id(), basedOn, draft);
                            }
                            changed.run();
                        });
        dialog.with("kind", word("certificates.kind"), kind);
        dialog.with("number", word("certificates.number"), number);
        dialog.with("issuer", word("certificates.issuer"), issuer);
        dialog.with("issuedOn", word("certificates.issued"), issued);
        dialog.with("expiresOn", word("certificates.expires"), expires);
        dialog.with("note", getTranslation("plots.column.note"), note);
        dialog.open();
    }

    private Section section(String titleKey, String addKey, SerializableRunnable add) {
        var section = new Section(new H2(getTranslation(titleKey)));
        section.addClassName("lead-section");
        if (writes) {
            var button =
                    new Button(
                            getTranslation(addKey), new Glyph(Glyph.Of.PLUS), click -> add.run());
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            section.add(button);
        }
        return section;
    }

    private Button change(SerializableRunnable act) {
        var button = new Button(getTranslation("ui.plots.edit"), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private List<String> heads(String... keys) {
        return java.util.Arrays.stream(keys).map(this::word).toList();
    }

    private String word(String key) {
        return getTranslation("ui.plots." + key);
    }

    private static String height(RightDraft right) {
        if (right.lowM() == null && right.highM() == null) {
            return Shown.NOTHING;
        }
        return metres(right.lowM()) + " — " + metres(right.highM());
    }

    private static String metres(@Nullable BigDecimal height) {
        return height == null ? "" : Shown.figure(height) + " m";
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}

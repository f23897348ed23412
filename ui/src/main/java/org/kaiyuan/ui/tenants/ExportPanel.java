package org.kaiyuan.ui.tenants;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import java.util.UUID;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenants.ExportState;
import org.kaiyuan.platform.tenants.TenantExport;
import org.kaiyuan.platform.tenants.TenantExports;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** Exports of everything of a tenant: beginning one, how far it is, taking the archive. */
class ExportPanel extends Div {
    final Button begin = new Button();
    final Button look = new Button();
    final Div lines = new Div();

    private final transient Doors doors;
    private final transient Messages messages;

    /** Whose exports they are: the operator's question or the tenant's own. */
    interface Doors {
        List<TenantExport> list();

        UUID begin();

        TenantExports.Download open(UUID id);
    }

    ExportPanel(Doors doors, Messages messages) {
        this.doors = doors;
        this.messages = messages;
        addClassName("form-group");
        begin.setText(getTranslation("ui.tenants.export.begin"));
        begin.setIcon(new Glyph(Glyph.Of.EXPORT));
        begin.setDisableOnClick(true);
        begin.addClickListener(click -> {
            try {
                doors.begin();
                Tell.done(getTranslation("ui.tenants.export.begun"));
                refresh();
            } finally {
                begin.setEnabled(true);
            }
        });
        look.setText(getTranslation("ui.tenants.export.look"));
        look.addClickListener(click -> refresh());
        var actions = new Div(begin, look);
        actions.addClassName("actions");
        add(new Paragraph(getTranslation("ui.tenants.export.detail")), actions, lines);
        refresh();
    }

    void refresh() {
        lines.removeAll();
        doors.list().forEach(export -> lines.add(line(export)));
    }

    private Component line(TenantExport export) {
        var state = new Span(messages.of(getLocale(), export.state()));
        state.addClassNames("chip", export.state() == ExportState.FAILED ? "bad" : "level");
        var who = new Span(Shown.moment(export.requestedAt()) + " · " + export.requestedBy());
        var line = new Div(state, who);
        line.addClassName("line");
        switch (export.state()) {
            case RUNNING ->
                    line.add(
                            new Span(
                                    getTranslation(
                                            "ui.tenants.export.running",
                                            export.done(),
                                            export.total(),
                                            Shown.figure(export.rows()))));
            case READY -> line.add(figures(export), archive(export.id()));
            case FAILED ->
                    line.add(
                            new Span(
                                    getTranslation(
                                            "ui.tenants.export.failed",
                                            Shown.text(export.incident()))));
            case WAITING, GONE -> {}
        }
        return line;
    }

    private Component figures(TenantExport export) {
        var bytes = export.bytes();
        return new Span(
                getTranslation(
                        "ui.tenants.export.figures",
                        Shown.figure(export.rows()),
                        Shown.figure(bytes == null ? null : bytes / 1024.0 / 1024.0)));
    }

    private Component archive(UUID id) {
        DownloadHandler handler =
                event -> {
                    var archive = doors.open(id);
                    event.setFileName(archive.name());
                    event.setContentType("application/zip");
                    event.setContentLength(archive.bytes());
                    archive.sendTo(event.getOutputStream());
                };
        return new Anchor(handler, getTranslation("ui.tenants.export.take"));
    }
}

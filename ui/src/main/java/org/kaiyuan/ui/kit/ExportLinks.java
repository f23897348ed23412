package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.transfer.ExportedFile;
import org.kaiyuan.platform.transfer.TabularFormat;

/** The same table to be taken along as XLSX or CSV. */
public final class ExportLinks extends Div {
    private final transient Messages messages;
    private final transient Locale locale;
    private final transient Function<TabularFormat, ExportedFile> export;

    /** @param export is called by downloads, which do not hold the session */
    public ExportLinks(
            Messages messages, Locale locale, Function<TabularFormat, ExportedFile> export) {
        this("ui.export.as", messages, locale, export);
    }

    /**
     * @param key what the links say, a message key whose argument is the format
     * @param export is called by downloads, which do not hold the session
     */
    public ExportLinks(
            String key,
            Messages messages,
            Locale locale,
            Function<TabularFormat, ExportedFile> export) {
        this.messages = messages;
        this.locale = locale;
        this.export = export;
        for (var format : List.of(TabularFormat.XLSX, TabularFormat.CSV)) {
            DownloadHandler handler = event -> send(event, format);
            var name = format.extension().toUpperCase(Locale.ROOT);
            var link = new Anchor(handler, getTranslation(key, name));
            link.addClassNames("download", format.extension());
            add(link);
        }
    }

    /** A refusal is a sentence here, too, though a browser shows it on a page of its own. */
    private void send(DownloadEvent event, TabularFormat format) throws IOException {
        try (var file = export.apply(format)) {
            event.setFileName(file.name());
            event.setContentType(format.mediaType());
            event.setContentLength(file.bytes());
            file.sendTo(event.getOutputStream());
        } catch (Refusal refused) {
            var response = event.getResponse();
            response.setStatus(409);
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream()
                    .write(messages.whole(locale, refused).getBytes(StandardCharsets.UTF_8));
        }
    }
}

package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.plots.PlotFile;
import org.kaiyuan.plots.ground.GroundFormat;

/** Plots or a layer, to be taken along as a file of shapes. */
class GroundExportLinks extends Div {
    private static final Charset CHINESE = Charset.forName("GB18030");

    private final transient Messages messages;
    private final transient Writing writing;
    private final transient Locale locale = getLocale();

    /** Makes the file. */
    @FunctionalInterface
    interface Writing {
        PlotFile write(GroundFormat format, Charset charset, Locale locale);
    }

    /** @param writing is called by downloads, which do not hold the session */
    GroundExportLinks(Messages messages, Writing writing) {
        this.messages = messages;
        this.writing = writing;
        addClassName("export-links");
        for (var format : GroundFormat.values()) {
            link(messages.of(locale, format), format, StandardCharsets.UTF_8);
            if (format == GroundFormat.COORDINATE_TEXT || format == GroundFormat.SHAPEFILE) {
                link(messages.of(locale, format) + " GB18030", format, CHINESE);
            }
        }
    }

    private void link(String label, GroundFormat format, Charset charset) {
        DownloadHandler handler = event -> send(event, format, charset);
        var link = new Anchor(handler, label);
        link.addClassNames("download", format.extension());
        add(link);
    }

    /** A refusal is a sentence here, too, though a browser shows it on a page of its own. */
    private void send(DownloadEvent event, GroundFormat format, Charset charset)
            throws IOException {
        try {
            var file = writing.write(format, charset, locale);
            event.setFileName(file.name());
            event.setContentType(file.mediaType());
            event.setContentLength(file.content().length);
            event.getOutputStream().write(file.content());
        } catch (Refusal refused) {
            var response = event.getResponse();
            response.setStatus(409);
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream()
                    .write(messages.whole(locale, refused).getBytes(StandardCharsets.UTF_8));
        }
    }
}

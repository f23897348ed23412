package org.kaiyuan.ui.plots;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.plots.PlotQuestion;
import org.kaiyuan.plots.ground.GroundFormat;

/** What is asked of the plots, to be taken along as a file of shapes. */
class PlotExportLinks extends Div {
    private static final Charset CHINESE = Charset.forName("GB18030");

    private final transient PlotDoors doors;
    private final transient Supplier<PlotQuestion> asked;
    private final transient Locale locale = getLocale();

    /** @param asked is called by downloads, which do not hold the session */
    PlotExportLinks(PlotDoors doors, Supplier<PlotQuestion> asked) {
        this.doors = doors;
        this.asked = asked;
        addClassName("export-links");
        for (var format : GroundFormat.values()) {
            link(doors.messages().of(locale, format), format, StandardCharsets.UTF_8);
            if (format == GroundFormat.COORDINATE_TEXT || format == GroundFormat.SHAPEFILE) {
                link(doors.messages().of(locale, format) + " GB18030", format, CHINESE);
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
        var question = asked.get();
        try {
            var file =
                    doors.export()
                            .plots(question.filter(), question.asOf(), format, charset, locale);
            event.setFileName(file.name());
            event.setContentType(file.mediaType());
            event.setContentLength(file.content().length);
            event.getOutputStream().write(file.content());
        } catch (Refusal refused) {
            var response = event.getResponse();
            response.setStatus(409);
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream()
                    .write(doors.messages().text(locale, refused).getBytes(StandardCharsets.UTF_8));
        }
    }
}

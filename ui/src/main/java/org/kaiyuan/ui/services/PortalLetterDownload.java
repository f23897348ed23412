package org.kaiyuan.ui.services;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.LetterId;

/** A letter as DOCX, on its way to the enterprise; whether they may is asked anew each time. */
final class PortalLetterDownload implements DownloadHandler {
    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final transient PortalServiceDoors doors;
    private final CaseId id;
    private final LetterId letter;

    PortalLetterDownload(PortalServiceDoors doors, CaseId id, LetterId letter) {
        this.doors = doors;
        this.id = id;
        this.letter = letter;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        try {
            var file = doors.letters().docx(id, letter);
            event.setFileName(file.name());
            event.setContentType(DOCX);
            event.setContentLength(file.content().length);
            event.getOutputStream().write(file.content());
        } catch (Refusal refused) {
            event.getResponse().setStatus(refused.kind() == Refusal.Kind.NOT_THERE ? 404 : 503);
        }
    }
}

package org.kaiyuan.ui.files;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.refusal.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * One file on its way to a browser: to be saved, or shown in place where it is a picture. Whether the
 * person may is asked anew each time.
 */
public final class FileDownload implements DownloadHandler {
    private final transient Attachments attachments;
    private final FileId id;
    private final boolean inPlace;

    /** To be saved. */
    public FileDownload(Attachments attachments, FileId id) {
        this(attachments, id, false);
    }

    /** @param inPlace whether a picture is shown where it stands */
    public FileDownload(Attachments attachments, FileId id, boolean inPlace) {
        this.attachments = attachments;
        this.id = id;
        this.inPlace = inPlace;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        try (var opened = attachments.open(id)) {
            var file = opened.file();
            var response = event.getResponse();
            var disposition =
                    inPlace && file.isPicture()
                            ? ContentDisposition.inline()
                            : ContentDisposition.attachment();
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    disposition.filename(file.name(), StandardCharsets.UTF_8).build().toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setContentType(file.mediaType());
            response.setHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(file.bytes()));
            opened.content().transferTo(response.getOutputStream());
        } catch (Refusal refused) {
            event.getResponse().setStatus(status(refused));
        }
    }

    private static int status(Refusal refused) {
        return refused.kind() == Refusal.Kind.NOT_THERE ? 404 : 503;
    }
}

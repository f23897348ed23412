package org.kaiyuan.platform.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kaiyuan.platform.transfer.ExportedFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** How a finished export leaves through the API: as a file to be kept, never shown inline. */
public final class ExportAnswer {
    private ExportAnswer() {}

    public static void send(ExportedFile file, HttpServletResponse response) throws IOException {
        response.setContentType(file.format().mediaType());
        response.setContentLengthLong(file.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        file.sendTo(response.getOutputStream());
    }
}

package org.kaiyuan.ui.services;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;

/** Letters and archives on their way to a browser; whether the person may is asked anew each time. */
final class CaseDownloads {
    private CaseDownloads() {}

    /** A small file, whole. */
    record Ready(String name, byte[] content) {}

    /** Makes a small file. */
    @FunctionalInterface
    interface Making {
        Ready make();
    }

    /** Writes a file of any size. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static DownloadHandler bytes(Messages messages, String mediaType, Making making) {
        return event -> {
            try {
                var file = making.make();
                event.setFileName(file.name());
                event.setContentType(mediaType);
                event.setContentLength(file.content().length);
                event.getOutputStream().write(file.content());
            } catch (Refusal refused) {
                refuse(event, messages, refused);
            }
        };
    }

    /** What fails halfway is not sent as if it were whole. */
    static DownloadHandler written(
            Messages messages, String name, String mediaType, Writing writing) {
        return event -> {
            var file = Files.createTempFile("kaiyuan-case-", ".part");
            try {
                try (var out = Files.newOutputStream(file)) {
                    writing.to(out);
                }
                event.setFileName(name);
                event.setContentType(mediaType);
                event.setContentLength(Files.size(file));
                Files.copy(file, event.getOutputStream());
            } catch (Refusal refused) {
                refuse(event, messages, refused);
            } finally {
                Files.deleteIfExists(file);
            }
        };
    }

    private static void refuse(DownloadEvent event, Messages messages, Refusal refused)
            throws IOException {
        var response = event.getResponse();
        response.setStatus(refused.kind() == Refusal.Kind.NOT_THERE ? 404 : 409);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream()
                .write(
                        messages.whole(Locale.SIMPLIFIED_CHINESE, refused)
                                .getBytes(StandardCharsets.UTF_8));
    }
}

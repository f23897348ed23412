package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;

/** The field that takes a file: it goes from the request to the disk and on, never into the session. */
public final class TableUpload<T> extends Upload {
    private static final SerializableRunnable LEFT =
            () -> {}; // nobody is there to be told: the import stands in the list

    private final transient Bringing<T> bringing;
    private final long mostBytes;
    private final transient Messages messages;

    /** Takes the content of a file and gives what came of it, such as the id under which it is kept. */
    @FunctionalInterface
    public interface Bringing<T> {
        T bring(String fileName, InputStream content);
    }

    /**
     * @param mostBytes the largest file
     * @param brought is told what came of it, on the page's own thread
     */
    public TableUpload(
            Bringing<T> bringing,
            long mostBytes,
            Messages messages,
            SerializableConsumer<T> brought) {
        this(bringing, mostBytes, List.of(".xlsx", ".csv", ".txt", ".gz"), messages, brought);
    }

    /**
     * @param mostBytes the largest file
     * @param extensions of the files that are taken, each with its dot
     * @param brought is told what came of it, on the page's own thread
     */
    public TableUpload(
            Bringing<T> bringing,
            long mostBytes,
            List<String> extensions,
            Messages messages,
            SerializableConsumer<T> brought) {
        this.bringing = bringing;
        this.mostBytes = mostBytes;
        this.messages = messages;
        setAcceptedFileExtensions(extensions.toArray(String[]::new));
        setMaxFiles(1);
        setMaxFileSize((int) mostBytes);
        setWidthFull();
        var choose = new Button(getTranslation("ui.import.choose"));
        choose.addThemeNames("primary");
        setUploadButton(choose);
        setDropLabel(new Span(getTranslation("ui.import.drop")));
        setDropLabelIcon(new Glyph(Glyph.Of.IMPORT));
        setI18n(words(extensions));
        setUploadHandler(
                new UploadHandler() {
                    @Override
                    public void handleUploadRequest(UploadEvent event) throws IOException {
                        take(event, brought);
                    }

                    @Override
                    public long getFileSizeMax() {
                        return mostBytes + 1;
                    }

                    @Override
                    public long getRequestSizeMax() {
                        return mostBytes + (1 << 20);
                    }
                });
        addFileRejectedListener(refused -> Tell.refused(refused.getErrorMessage()));
    }

    private void take(UploadEvent event, SerializableConsumer<T> brought) throws IOException {
        var ui = event.getUI();
        try (var content = event.getInputStream()) {
            var id = bringing.bring(event.getFileName(), content);
            ui.accessLater(() -> brought.accept(id), LEFT).run();
        } catch (Refusal refusal) {
            var sentence = messages.whole(ui.getLocale(), refusal);
            event.reject(sentence);
            ui.accessLater(
                            () -> {
                                clearFileList();
                                Tell.refused(sentence);
                            },
                            LEFT)
                    .run();
        }
    }

    private UploadI18N words(List<String> extensions) {
        var words = new UploadI18N();
        words.setError(
                new UploadI18N.Error()
                        .setFileIsTooBig(
                                getTranslation("transfer.refusal.tooLarge", mostBytes >> 20))
                        .setIncorrectFileType(
                                getTranslation("ui.import.wrongType", String.join("、", extensions)))
                        .setTooManyFiles(getTranslation("ui.import.oneFile")));
        words.setFile(
                new UploadI18N.File()
                        .setRetry(getTranslation("ui.import.retry"))
                        .setStart(getTranslation("ui.import.choose"))
                        .setRemove(getTranslation("ui.import.remove")));
        var uploading = new UploadI18N.Uploading();
        uploading.setStatus(
                new UploadI18N.Uploading.Status()
                        .setConnecting(getTranslation("ui.import.connecting"))
                        .setStalled(getTranslation("ui.import.stalled"))
                        .setProcessing(getTranslation("ui.import.processing"))
                        .setHeld(getTranslation("ui.import.connecting")));
        uploading.setRemainingTime(
                new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(getTranslation("ui.import.remaining"))
                        .setUnknown(""));
        uploading.setError(
                new UploadI18N.Uploading.Error()
                        .setServerUnavailable(getTranslation("ui.import.notSent"))
                        .setUnexpectedServerError(getTranslation("ui.import.notTaken"))
                        .setForbidden(getTranslation("ui.import.notTaken")));
        words.setUploading(uploading);
        words.setUnits(List.of("B", "kB", "MB", "GB"));
        return words;
    }
}

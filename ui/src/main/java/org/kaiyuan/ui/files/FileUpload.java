package org.kaiyuan.ui.files;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.List;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.Sizes;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** Takes files for one record: from the request to the disk, never into the session. */
public class FileUpload extends Upload {
    private static final int MOST_AT_ONCE = 20;

    private final transient Attachments attachments;
    private final transient Messages messages;
    private final RecordRef record;

    /** @param attached is told each file, on the page's own thread */
    public FileUpload(
            Attachments attachments,
            Messages messages,
            RecordRef record,
            SerializableConsumer<AttachedFile> attached) {
        this.attachments = attachments;
        this.messages = messages;
        this.record = record;
        long most = attachments.largest();
        setAcceptedFileExtensions(
                attachments.extensions().stream().map(one -> "." + one).toArray(String[]::new));
        setMaxFiles(MOST_AT_ONCE);
        setMaxFileSize((int) Math.min(most, Integer.MAX_VALUE));
        setWidthFull();
        setUploadButton(new Button(getTranslation("ui.files.choose"), new Glyph(Glyph.Of.CLIP)));
        setDropLabel(new Span(getTranslation("ui.files.drop", Sizes.of(most))));
        setDropLabelIcon(new Glyph(Glyph.Of.IMPORT));
        setI18n(words(most));
        setUploadHandler(
                new UploadHandler() {
                    @Override
                    public void handleUploadRequest(UploadEvent event) throws IOException {
                        take(event, attached);
                    }

                    @Override
                    public long getFileSizeMax() {
                        return most + 1;
                    }

                    @Override
                    public long getRequestSizeMax() {
                        return most + (1 << 20);
                    }
                });
        addFileRejectedListener(refused -> Tell.refused(refused.getErrorMessage()));
    }

    private void take(UploadEvent event, SerializableConsumer<AttachedFile> attached)
            throws IOException {
        var ui = event.getUI();
        try (var content = event.getInputStream()) {
            var file = attachments.attach(record, event.getFileName(), content);
            ui.access(() -> attached.accept(file));
        } catch (Refusal refusal) {
            var sentence = messages.text(ui.getLocale(), refusal);
            event.reject(sentence);
            ui.access(() -> Tell.refused(sentence));
        }
    }

    private UploadI18N words(long most) {
        var words = new UploadI18N();
        words.setError(
                new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("files.refusal.tooLarge", Sizes.of(most)))
                        .setIncorrectFileType(
                                getTranslation(
                                        "ui.files.wrongType",
                                        String.join("、", attachments.extensions())))
                        .setTooManyFiles(getTranslation("ui.files.tooMany", MOST_AT_ONCE)));
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

package org.kaiyuan.ui.services;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.CasePapers;
import org.kaiyuan.ui.files.FileUpload;

/** A scan, or a photo by the camera of a phone, of a paper of one material. */
class CaseScan extends Div {
    /** @param brought is told each file, on the page's own thread */
    CaseScan(
            CaseDoors doors,
            CaseId id,
            String material,
            SerializableConsumer<AttachedFile> brought) {
        addClassName("case-scan");
        var told = new Div();
        told.getElement().setAttribute("role", "status");
        told.addClassName("lead-quiet");
        SerializableConsumer<AttachedFile> taken =
                file -> {
                    doors.papers().paper(id, material, file.id());
                    told.setText(getTranslation("ui.services.desk.scan.done", file.name()));
                    brought.accept(file);
                };
        var record = new RecordRef(CasePapers.SUBJECT, id.value());
        var scan = new FileUpload(doors.attachments(), doors.messages(), record, taken);
        scan.addAllFinishedListener(finished -> scan.clearFileList());
        // an own field: with a camera a phone offers nothing else
        var photo = new FileUpload(doors.attachments(), doors.messages(), record, taken);
        photo.addAllFinishedListener(finished -> photo.clearFileList());
        photo.setAcceptedMimeTypes("image/*");
        photo.getElement().setAttribute("capture", "environment");
        photo.setDropAllowed(false);
        photo.setUploadButton(new Button(getTranslation("ui.services.desk.scan.photo")));
        photo.addClassName("photo");
        add(scan, photo, told);
    }
}

package org.kaiyuan.ui.services;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.services.Sample;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.ui.files.FileDownload;
import org.kaiyuan.ui.files.FileUpload;
import org.kaiyuan.ui.kit.Glyph;

/** Samples of one material. Taking one out leaves the file: an edition that counts may show it. */
final class ServiceSampleBox extends Div {
    private final transient ServiceCatalogueDoors doors;
    private final transient List<Sample> samples;
    private final Div rows = new Div();
    private final transient SerializableConsumer<List<Sample>> changed;
    private final boolean mayChange;

    ServiceSampleBox(
            ServiceCatalogueDoors doors,
            ServiceId service,
            List<Sample> samples,
            boolean mayChange,
            SerializableConsumer<List<Sample>> changed) {
        this.doors = doors;
        this.samples = new ArrayList<>(samples);
        this.mayChange = mayChange;
        this.changed = changed;
        addClassName("service-samples");
        rows.addClassName("file-rows");
        rows.getElement().setAttribute("role", "list");
        add(rows);
        if (mayChange) {
            var upload =
                    new FileUpload(
                            doors.attachments(),
                            doors.messages(),
                            ServiceCatalogueDoors.samples(service),
                            file -> {
                                this.samples.add(new Sample(file.id(), file.name()));
                                tell();
                            });
            upload.addAllFinishedListener(finished -> upload.clearFileList());
            add(upload);
        }
        list();
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    private void tell() {
        list();
        changed.accept(samples());
    }

    private void list() {
        rows.removeAll();
        for (var sample : samples) {
            var row =
                    new Div(
                            new Anchor(
                                    new FileDownload(doors.attachments(), sample.file()),
                                    sample.name()));
            row.addClassName("form-file");
            row.getElement().setAttribute("role", "listitem");
            if (mayChange) {
                row.add(
                        ServiceCells.small(
                                Glyph.Of.TRASH,
                                getTranslation("ui.services.catalogue.sample.remove")
                                        + " "
                                        + sample.name(),
                                () -> {
                                    samples.remove(sample);
                                    tell();
                                }));
            }
            rows.add(row);
        }
    }
}

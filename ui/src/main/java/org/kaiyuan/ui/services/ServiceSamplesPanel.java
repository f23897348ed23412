package org.kaiyuan.ui.services;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.Sample;
import org.kaiyuan.services.ServiceDetails;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.ui.kit.Tell;

/** Samples of the materials, brought and taken out; what is changed stands in the draft until it is published. */
final class ServiceSamplesPanel extends Div {
    private final transient ServiceCatalogueDoors doors;
    private final transient ServiceDetails service;
    private final transient SerializableRunnable written;

    ServiceSamplesPanel(
            ServiceCatalogueDoors doors, ServiceDetails service, SerializableRunnable written) {
        this.doors = doors;
        this.service = service;
        this.written = written;
        addClassName("service-samples-panel");
        var note = note();
        if (note == null || (!doors.edits() && noSamples(note))) {
            return;
        }
        add(new H2(getTranslation("ui.services.catalogue.samples")));
        if (doors.edits()) {
            add(new Paragraph(getTranslation("ui.services.catalogue.samples.detail")));
        }
        for (int i = 0; i < note.materials().size(); i++) {
            add(material(note, i));
        }
    }

    private static boolean noSamples(ServiceNote note) {
        return note.materials().stream().allMatch(one -> one.samples().isEmpty());
    }

    private @org.jspecify.annotations.Nullable ServiceNote note() {
        if (doors.edits() && service.draft() != null) {
            return service.draft();
        }
        return service.current() == null ? service.draft() : service.current().note();
    }

    private Details material(ServiceNote note, int index) {
        var material = note.materials().get(index);
        var box =
                new ServiceSampleBox(
                        doors,
                        service.row().id(),
                        material.samples(),
                        doors.edits(),
                        samples -> write(note, index, samples));
        return new Details(
                getTranslation(
                        "ui.services.catalogue.samples.of",
                        material.name(),
                        material.samples().size()),
                box);
    }

    private void write(ServiceNote note, int index, List<Sample> samples) {
        var materials = new ArrayList<>(note.materials());
        materials.set(index, with(materials.get(index), samples));
        doors.keeping().write(service.row().id(), with(note, materials), service.row().version());
        Tell.done(getTranslation("ui.services.catalogue.samples.written"));
        written.run();
    }

    static Material with(Material one, List<Sample> samples) {
        return new Material(
                one.key(),
                one.name(),
                one.nameEn(),
                one.originals(),
                one.copies(),
                one.required(),
                one.deferrable(),
                one.held(),
                one.remark(),
                one.when(),
                samples);
    }

    private static ServiceNote with(ServiceNote note, List<Material> materials) {
        return new ServiceNote(
                note.guide(),
                note.english(),
                note.grounds(),
                materials,
                note.kind(),
                note.statutoryDays(),
                note.promisedDays(),
                note.modes(),
                note.visits(),
                note.window(),
                note.topics(),
                note.form(),
                note.procedure(),
                note.letters(),
                note.parts());
    }
}

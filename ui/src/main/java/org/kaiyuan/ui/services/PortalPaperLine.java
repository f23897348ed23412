package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.row;
import static org.kaiyuan.ui.services.PortalPieces.sub;
import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Sizes;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.ui.files.FileDownload;
import org.kaiyuan.ui.files.ResumableUpload;
import org.kaiyuan.ui.kit.Glyph;

/** A material that is handed in: what is wanted, what is there already, and bringing more of it. */
class PortalPaperLine extends Div {
    final Checkbox later = new Checkbox();
    final Div files = new Div();
    final Div fault = new Div();
    private final transient PortalServiceDoors doors;
    private final transient Material material;
    private final transient List<AttachedFile> held;
    private final transient @Nullable Keeping keeping;

    /** Where papers are kept. */
    interface Keeping {
        RecordRef record();

        /** The file hangs on the record already. */
        void add(AttachedFile file);

        /** Null where what was handed in stays. */
        default @Nullable Runnable removing(AttachedFile file) {
            return null;
        }
    }

    /**
     * @param keeping null for looking only
     * @param mayFollow whether it may be handed in later (容缺)
     */
    PortalPaperLine(
            PortalServiceDoors doors,
            ServiceId service,
            Material material,
            List<AttachedFile> present,
            @Nullable Keeping keeping,
            boolean mayFollow) {
        this.doors = doors;
        this.material = material;
        this.held = new ArrayList<>(present);
        this.keeping = keeping;
        addClassName("paper");
        setId("paper-" + material.key());
        files.addClassName("paper-files");
        fault.addClassName("paper-fault");
        fault.getElement().setAttribute("role", "alert");
        fault.setVisible(false);
        add(
                new PortalMaterialLine(material, doors.zone(), service, PortalPieces.english(this)),
                fault,
                files);
        if (keeping != null && !material.held()) {
            add(bringing(keeping));
            later.setLabel(word(this, "paper.later"));
            later.setVisible(mayFollow && material.deferrable());
            add(later);
        }
        showFiles();
    }

    String key() {
        return material.key();
    }

    List<Condition> when() {
        return material.when();
    }

    String name() {
        var english = material.nameEn();
        return PortalPieces.english(this) && english != null ? english : material.name();
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Papers that were handed in, and not taken away again. */
    List<AttachedFile> papers() {
        return List.copyOf(held);
    }

    /** @param sentence what is wrong; null for nothing */
    void mark(@Nullable String sentence) {
        fault.setText(sentence == null ? "" : sentence);
        fault.setVisible(sentence != null);
        setClassName("wrong", sentence != null);
    }

    /** What somebody of the park found. */
    PortalPaperLine remarked(@Nullable String remark) {
        if (remark != null && !remark.isBlank()) {
            var said = new Div(new Span(word(this, "paper.remark", remark)));
            said.addClassName("park-says");
            addComponentAtIndex(1, said);
        }
        return this;
    }

    private Component bringing(Keeping at) {
        var upload =
                new ResumableUpload(doors.attachments(), at.record(), file -> brought(at, file));
        upload.at(material.key(), name());
        upload.offerCamera();
        return upload;
    }

    /** Also for tests, which have no browser to choose a file in. */
    void brought(AttachedFile file) {
        var at = keeping;
        if (at != null) {
            brought(at, file);
        }
    }

    private void brought(Keeping at, AttachedFile file) {
        at.add(file);
        if (held.stream().noneMatch(one -> one.id().equals(file.id()))) {
            held.add(file);
        }
        mark(null);
        later.setValue(false);
        showFiles();
    }

    private void showFiles() {
        files.removeAll();
        held.forEach(file -> files.add(line(file)));
        files.setVisible(!held.isEmpty());
    }

    private Div line(AttachedFile file) {
        var name = new Anchor(new FileDownload(doors.attachments(), file.id()), file.name());
        name.addClassName("name");
        var line = row("paper-file", new Glyph(Glyph.Of.FILE), name, sub(Sizes.of(file.bytes())));
        var removing = keeping == null ? null : keeping.removing(file);
        if (removing != null) {
            var remove =
                    new Button(
                            new Glyph(Glyph.Of.TRASH),
                            click -> {
                                removing.run();
                                held.removeIf(one -> one.id().equals(file.id()));
                                showFiles();
                            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            remove.setAriaLabel(getTranslation("ui.files.remove") + " " + file.name());
            line.add(remove);
        }
        return line;
    }
}

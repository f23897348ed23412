package org.kaiyuan.ui.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.files.PiecewiseUploads;
import org.kaiyuan.platform.files.Sizes;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.records.RecordRef;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes files for one record in pieces: made for phones on networks that break. It waits while there is no network and goes on by
 * itself; after the page was loaded anew it goes on as soon as the same file is chosen again.
 *
 * @see UploadDoors
 */
@Tag("ky-pieces")
@JavaScript("context://kaiyuan/pieces.js")
public final class ResumableUpload extends Component implements HasStyle {
    private static final int MOST_AT_ONCE = 20;
    private static final List<String> WORDS =
            List.of(
                    "choose",
                    "camera",
                    "waiting",
                    "sending",
                    "offline",
                    "checking",
                    "done",
                    "ended",
                    "again",
                    "retry",
                    "cancel",
                    "remove",
                    "failed");

    /** The browser says that a file is there; whether it is, and whose, is asked here. */
    @DomEvent("ky-uploaded")
    public static final class Uploaded extends ComponentEvent<ResumableUpload> {
        private final String file;

        public Uploaded(
                ResumableUpload source,
                boolean fromClient,
                @EventData("event.detail.file") String file) {
            super(source, fromClient);
            this.file = file;
        }

        Optional<FileId> file() {
            try {
                return Optional.of(new FileId(UUID.fromString(file)));
            } catch (IllegalArgumentException madeUp) {
                return Optional.empty();
            }
        }
    }

    private final transient Attachments attachments;
    private final RecordRef record;
    private final ObjectNode setup = JsonNodeFactory.instance.objectNode();

    /** @param attached is told each file that is there for good */
    public ResumableUpload(
            Attachments attachments,
            RecordRef record,
            SerializableConsumer<AttachedFile> attached) {
        this.attachments = attachments;
        this.record = record;
        long largest = attachments.largest();
        setup.put("kind", record.kind());
        setup.put("record", record.id().toString());
        setup.put("piece", PiecewiseUploads.PIECE);
        setup.put("smallest", PiecewiseUploads.SMALLEST);
        setup.put("largest", largest);
        setup.put("most", MOST_AT_ONCE);
        setup.put("camera", false);
        var words = setup.putObject("words");
        WORDS.forEach(word -> words.put(word, getTranslation("ui.pieces." + word)));
        words.put("drop", getTranslation("ui.files.drop", Sizes.of(largest)));
        words.put("tooLarge", getTranslation("files.refusal.tooLarge", Sizes.of(largest)));
        words.put("empty", getTranslation("files.refusal.empty"));
        setTypes(attachments.extensions());
        setMaxFiles(MOST_AT_ONCE);
        addListener(Uploaded.class, told -> told.file().ifPresent(file -> take(file, attached)));
    }

    /** Offers to take a picture, where the device has a camera. */
    public void offerCamera() {
        setup.put("camera", true);
        tell();
    }

    /**
     * Where a record takes files at several places.
     *
     * @param place stable; what was not finished is found again there
     * @param label what people call the place
     */
    public void at(String place, String label) {
        setup.put("place", place);
        setup.put("label", label);
        tell();
    }

    /** @param extensions without the dot; of those that are taken at all */
    public void setTypes(Collection<String> extensions) {
        var taken = extensions.stream().filter(attachments.extensions()::contains).toList();
        var types = setup.putArray("types");
        taken.forEach(types::add);
        words().put("wrongType", getTranslation("ui.files.wrongType", String.join("、", taken)));
        tell();
    }

    /** @param most how many may be chosen at once, 1 for a single one */
    public void setMaxFiles(int most) {
        setup.put("most", most);
        words().put("tooMany", getTranslation("ui.files.tooMany", most));
        tell();
    }

    private ObjectNode words() {
        return (ObjectNode) setup.get("words");
    }

    private void tell() {
        getElement().setPropertyJson("setup", setup.deepCopy());
    }

    private void take(FileId id, SerializableConsumer<AttachedFile> attached) {
        try {
            var file = attachments.find(id);
            if (file.record().equals(record)) {
                attached.accept(file);
            }
        } catch (UnknownFile goneOrMadeUp) {
            // there is nothing to show
        }
    }
}

package org.kaiyuan.plots;

import java.io.InputStream;
import java.util.UUID;
import org.kaiyuan.plots.ground.GroundLimits;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of layers that wait for a person's decision, kept as those of plots are: {@link PlotUploads}. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PlotPermissions.LAYERS + "')")
public class LayerUploads {
    private final KeptUploads kept;
    private final LayerKeeping layers;

    LayerUploads(KeptUploads kept, LayerKeeping layers) {
        this.kept = kept;
        this.layers = layers;
    }

    /**
     * A file that waits.
     *
     * @param name as it was called where it came from
     * @param layer what it would bring
     */
    public record Waiting(UUID id, String name, BroughtLayer layer) {}

    /**
     * Keeps a file until it is decided on.
     *
     * @throws PlotFieldsRefused when it is empty or larger than {@link GroundLimits#FILE_BYTES}
     */
    public UUID keep(String name, InputStream content) {
        return kept.keep(name, content);
    }

    /**
     * What it would bring; nothing is written.
     *
     * @throws UnknownUpload when it is not there any more, or somebody else's
     */
    @Transactional(readOnly = true)
    public Waiting look(UUID id, ReadingOptions options) {
        var file = kept.find(id);
        return new Waiting(id, file.name(), layers.look(file.content(), options));
    }

    /**
     * Takes it in as {@link LayerKeeping#bring} does; once it is taken in, the file is not kept any more.
     *
     * @throws UnknownUpload when it is not there any more: was taken in already, or somebody else's
     */
    public BroughtLayer bring(
            UUID id, LayerKind kind, ReadingOptions options, boolean instead, boolean agreed) {
        var content = kept.findAlone(id).content();
        var brought = layers.bring(kind, content, options, instead, agreed);
        if (brought.taken()) {
            kept.drop(id);
        }
        return brought;
    }
}

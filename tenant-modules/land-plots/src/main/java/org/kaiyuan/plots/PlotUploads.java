package org.kaiyuan.plots;

import java.io.InputStream;
import java.util.UUID;
import org.kaiyuan.plots.ground.GroundLimits;
import org.kaiyuan.plots.ground.ReadingOptions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of plots that wait for a person's decision, so that a page may be left and come back to. Kept for a day;
 * each sees those that they brought themselves.
 */
@Service
@Transactional
@PreAuthorize("hasRole('" + PlotPermissions.IMPORT + "')")
public class PlotUploads {
    private final KeptUploads kept;
    private final PlotImport imports;

    PlotUploads(KeptUploads kept, PlotImport imports) {
        this.kept = kept;
        this.imports = imports;
    }

    /**
     * A file that waits.
     *
     * @param name as it was called where it came from
     * @param file what it would bring
     */
    public record Waiting(UUID id, String name, BroughtFile file) {}

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
        return new Waiting(id, file.name(), imports.look(file.content(), options));
    }

    /**
     * Takes it in as {@link PlotImport#bring} does; once it is taken in, the file is not kept any more.
     *
     * @throws UnknownUpload when it is not there any more: was taken in already, or somebody else's
     */
    public BroughtFile bring(UUID id, ReadingOptions options, boolean agreed) {
        var brought = imports.bring(kept.findAlone(id).content(), options, agreed);
        if (brought.taken()) {
            kept.drop(id);
        }
        return brought;
    }
}

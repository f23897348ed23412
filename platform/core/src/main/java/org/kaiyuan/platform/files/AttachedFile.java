package org.kaiyuan.platform.files;

import java.time.Instant;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.records.RecordRef;

/**
 * A file that hangs on a record.
 *
 * @param name safe for every file system; never a path
 * @param mediaType told by the content, not by who brought it
 * @param sha256 64 hexadecimal digits
 * @param uploadedBy what colleagues call who brought it
 * @param removed whether only its trace is left
 */
public record AttachedFile(
        FileId id,
        RecordRef record,
        String name,
        String mediaType,
        long bytes,
        String sha256,
        String uploadedBy,
        Instant at,
        boolean removed) {

    /** Whether a browser may show it in place: pictures only, and none that can carry a script. */
    public boolean isPicture() {
        return FileTypes.PICTURES.contains(mediaType);
    }

    public Moment moment() {
        return new Moment(at, id.value());
    }
}

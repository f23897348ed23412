package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.AttachedFile;

/** A material of a case, and what is known of it. */
public record CaseMaterial(
        Material material, MaterialState state, @Nullable String remark, List<AttachedFile> files) {
    public CaseMaterial {
        files = List.copyOf(files);
    }
}

package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The park's record for the public; null parts where the park has not switched it on. */
@Service
public class PublicRecord {
    PublicRecord() {}

    /** @param record null while it is switched off */
    public record Shown(
            boolean on,
            @Nullable FigureLine total,
            List<FigureLine> services,
            List<FigureLine> months) {}

    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('SYSTEM', '" + ServicesPermissions.READ + "')")
    public Shown shown() {
        throw new UnsupportedOperationException();
    }

    @Transactional
    @PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
    public void show(boolean on) {
        throw new UnsupportedOperationException();
    }
}

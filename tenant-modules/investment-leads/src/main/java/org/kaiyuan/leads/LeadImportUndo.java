package org.kaiyuan.leads;

import java.util.UUID;
import org.kaiyuan.platform.imports.ImportRefused;
import org.kaiyuan.platform.imports.UnknownImport;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a whole import back while nothing was built on it. */
@Service
@Transactional
public class LeadImportUndo {
    private final UndoLeadImport job;

    LeadImportUndo(UndoLeadImport job) {
        this.job = job;
    }

    /**
     * Has the leads that it brought removed soon. Asking again, or two at once, changes nothing more.
     *
     * @throws UnknownImport when there is none, or it is another zone's
     * @throws ImportRefused when it has not been written, or somebody has worked on its leads since
     */
    @PreAuthorize("hasRole('" + LeadPermissions.IMPORT + "')")
    public void undo(UUID id) {
        job.ask(id);
    }
}

package org.kaiyuan.enterprises;

import java.util.UUID;
import org.kaiyuan.platform.imports.ImportRefused;
import org.kaiyuan.platform.imports.UnknownImport;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a whole import back while nothing was built on it. */
@Service
@Transactional
public class ImportUndo {
    private final UndoImport job;

    ImportUndo(UndoImport job) {
        this.job = job;
    }

    /**
     * Has the import taken back soon: what it brought is removed, what it changed is put back. Asking
     * again, or two at once, changes nothing more.
     *
     * @throws UnknownImport when there is none, or it is another zone's
     * @throws ImportRefused when it has not been written, or records were changed since
     */
    @PreAuthorize("hasRole('" + EnterprisePermissions.IMPORT + "')")
    public void undo(UUID id) {
        job.ask(id);
    }
}

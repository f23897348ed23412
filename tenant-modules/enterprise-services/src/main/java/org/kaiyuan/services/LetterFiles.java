package org.kaiyuan.services;

import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Letters as DOCX, for staff and for the enterprise that they are written to. */
@Service
@PreAuthorize("hasAnyRole('" + ServicesPermissions.READ + "', '" + PortalPermissions.ENTER + "')")
public class LetterFiles {
    LetterFiles() {}

    public record LetterFile(String name, byte[] content) {}

    public CaseLetter find(CaseId id, LetterId letter) {
        throw new UnsupportedOperationException();
    }

    public LetterFile docx(CaseId id, LetterId letter) {
        throw new UnsupportedOperationException();
    }
}

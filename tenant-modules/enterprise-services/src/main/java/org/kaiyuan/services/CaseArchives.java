package org.kaiyuan.services;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Fetching archive packages. */
@Service
@PreAuthorize("hasRole('" + ServicesPermissions.READ + "')")
public class CaseArchives {
    CaseArchives() {}

    /** ZIP: index.csv, case.json, letters as DOCX, all files, SHA-256 of each; the same bytes every time. */
    public void write(CaseId id, OutputStream to) throws IOException {
        throw new UnsupportedOperationException();
    }
}

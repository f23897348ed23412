package org.kaiyuan.services;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Cases in the field set of the national exchange (办件): basic, acceptance, process, special procedure, result. */
@Service
@PreAuthorize("hasRole('" + ServicesPermissions.SUPERVISE + "')")
public class CaseExport {
    CaseExport() {}

    /** Parts of the field set, each a table. */
    public enum Part {
        BASIC,
        ACCEPTANCE,
        PROCESS,
        SPECIAL,
        RESULT
    }

    /** @param from first day of handing in */
    public void write(
            Part part, LocalDate from, LocalDate until, TabularFormat format, OutputStream to)
            throws IOException {
        throw new UnsupportedOperationException();
    }
}

package org.kaiyuan.services;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading cases as staff; an operating company's people read those that were assigned to their company. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('" + ServicesPermissions.READ + "')")
public class CaseDirectory {
    private final CaseReader reader;
    private final CaseSheets sheets;

    CaseDirectory(CaseReader reader, CaseSheets sheets) {
        this.reader = reader;
        this.sheets = sheets;
    }

    /** @throws UnknownCase when there is none that whoever acts may see */
    public CaseSheet find(CaseId id) {
        return sheets.ofStaff(seen(id));
    }

    /** @throws UnknownCase when there is none that whoever acts may see */
    public CaseClockView clock(CaseId id) {
        return sheets.clock(seen(id));
    }

    private Held seen(CaseId id) {
        var held = reader.read(id);
        var company = held.company();
        if (!CaseSight.sees(company == null ? null : company.value())) {
            throw new UnknownCase();
        }
        return held;
    }
}

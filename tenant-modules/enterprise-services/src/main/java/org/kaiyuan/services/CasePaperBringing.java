package org.kaiyuan.services;

import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.files.FileId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A file of a case that is a paper of a material, for whoever may hang files on the case: staff, and the enterprise that was asked. */
@Service
@Transactional
@PreAuthorize("isAuthenticated()")
public class CasePaperBringing {
    private final CasePapers papers;
    private final MyCases mine;
    private final CurrentPerson person;

    CasePaperBringing(CasePapers papers, MyCases mine, CurrentPerson person) {
        this.papers = papers;
        this.mine = mine;
        this.person = person;
    }

    /**
     * To be asked before the file is there: what is refused afterwards would leave it behind.
     *
     * @throws UnknownCase when there is none that one may see
     * @throws CaseRefused when nothing is asked of the enterprise
     * @throws ServicesFieldsRefused when this material is not
     */
    @Transactional(readOnly = true)
    public void expected(CaseId id, String material) {
        if (isStaff()) {
            papers.expected(id, material);
        } else {
            mine.expected(id, material);
        }
    }

    /**
     * As {@link CasePapers#paper} and {@link MyCases#paper} have it.
     *
     * @throws org.kaiyuan.platform.files.UnknownFile when no such file hangs on the case
     */
    public void paper(CaseId id, String material, FileId file) {
        if (isStaff()) {
            papers.paper(id, material, file);
        } else {
            mine.paper(id, material, file);
        }
    }

    private boolean isStaff() {
        return person.may(ServicesPermissions.HANDLE);
    }
}

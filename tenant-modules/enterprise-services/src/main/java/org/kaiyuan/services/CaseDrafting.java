package org.kaiyuan.services;

import java.util.List;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filling in a form in the portal; several people of one enterprise may, one after the other. */
@Service
@Transactional
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class CaseDrafting {
    /** What its files hang on. */
    public static final String SUBJECT = "services.draft";

    CaseDrafting() {}

    /** A new draft with what the directory knows filled in; of one that the enterprise has begun already, that one. */
    public DraftId begin(ServiceId service, EnterpriseId enterprise) {
        throw new UnsupportedOperationException();
    }

    @Transactional(readOnly = true)
    public CaseDraft find(DraftId id) {
        throw new UnsupportedOperationException();
    }

    /** The newest first, at most 100, not yet handed in. */
    @Transactional(readOnly = true)
    public List<DraftRow> of(EnterpriseId enterprise) {
        throw new UnsupportedOperationException();
    }

    /**
     * Keeps what is filled in, complete or not.
     *
     * @return the new version
     * @throws ServicesChangedMeanwhile when a colleague was quicker
     */
    public long save(DraftId id, FormAnswers answers, long basedOn) {
        throw new UnsupportedOperationException();
    }

    /** A file that hangs on the draft is a paper of this material from now on. */
    public void paper(DraftId id, String material, FileId file) {
        throw new UnsupportedOperationException();
    }

    public void removePaper(DraftId id, String material, FileId file) {
        throw new UnsupportedOperationException();
    }

    /** What hinders handing in. */
    @Transactional(readOnly = true)
    public List<FieldFault> faults(DraftId id) {
        throw new UnsupportedOperationException();
    }

    public void discard(DraftId id) {
        throw new UnsupportedOperationException();
    }
}

package org.kaiyuan.enterprises;

import java.util.List;
import org.kaiyuan.enterprises.domain.Enterprise;
import org.kaiyuan.enterprises.domain.Enterprises;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking an enterprise out of the directory; its history stays. */
@Service
@Transactional
public class EnterpriseRemoval {
    private final Enterprises enterprises;
    private final ChangeHistory history;

    EnterpriseRemoval(Enterprises enterprises, ChangeHistory history) {
        this.enterprises = enterprises;
        this.history = history;
    }

    /** @throws EnterpriseChangedMeanwhile when it is no longer as the person saw it */
    @PreAuthorize("hasRole('" + EnterprisePermissions.WRITE + "')")
    public void remove(EnterpriseId id, long basedOn) {
        var enterprise = enterprises.present(id);
        if (enterprise.version() != basedOn) {
            throw new EnterpriseChangedMeanwhile(
                    enterprise.version(),
                    history.newest(id.value(), (int) (enterprise.version() - basedOn)));
        }
        enterprise.leave();
        enterprises.delete(enterprise);
        history.record(
                Enterprise.SUBJECT,
                id.value(),
                "removed",
                List.of(new FieldChange("name", enterprise.name(), null)));
    }
}

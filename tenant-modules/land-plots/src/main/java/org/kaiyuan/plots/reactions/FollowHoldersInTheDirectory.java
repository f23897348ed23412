package org.kaiyuan.plots.reactions;

import org.kaiyuan.enterprises.EnterpriseChanged;
import org.kaiyuan.enterprises.EnterpriseRemoved;
import org.kaiyuan.enterprises.EnterprisesMerged;
import org.kaiyuan.plots.HolderFigures;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Who holds land is known as the directory knows them. Looks at them as they are now, so it may run twice. */
@Component
class FollowHoldersInTheDirectory {
    private final HolderFigures figures;

    FollowHoldersInTheDirectory(HolderFigures figures) {
        this.figures = figures;
    }

    @ApplicationModuleListener
    void on(EnterpriseChanged changed) {
        figures.refresh(changed.enterpriseId());
    }

    @ApplicationModuleListener
    void on(EnterprisesMerged merged) {
        figures.merged(merged.survivor(), merged.merged());
    }

    @ApplicationModuleListener
    void on(EnterpriseRemoved removed) {
        figures.removed(removed.enterpriseId());
    }
}

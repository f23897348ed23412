package org.kaiyuan.services.reactions;

import org.kaiyuan.services.CaseMoved;
import org.kaiyuan.services.CaseNotices;
import org.kaiyuan.services.CasesDue;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Those whom a case concerns are told what happened to it and what comes near. */
@Component
class TellPeopleOfCases {
    private final CaseNotices notices;

    TellPeopleOfCases(CaseNotices notices) {
        this.notices = notices;
    }

    @ApplicationModuleListener
    void on(CaseMoved moved) {
        notices.tell(moved);
    }

    @ApplicationModuleListener
    void on(CasesDue due) {
        due.cases().forEach(notices::tell);
    }
}

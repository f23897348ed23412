package org.kaiyuan.delegation.reactions;

import org.kaiyuan.delegation.ListPublished;
import org.kaiyuan.delegation.PublicShowing;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** The public sees a new edition as soon as there is one, where the zone shows its lists. */
@Component("showWhatIsPublishedOfDelegation")
class ShowWhatIsPublished {
    private final PublicShowing showing;

    ShowWhatIsPublished(PublicShowing showing) {
        this.showing = showing;
    }

    @ApplicationModuleListener
    void on(ListPublished published) {
        showing.follow();
    }
}

package org.kaiyuan.ui.services;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.MatterCatalogue;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.UnknownMatter;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.ServiceCatalogue;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKeeping;
import org.kaiyuan.services.ServiceTeams;
import org.kaiyuan.services.ServicesPermissions;
import org.springframework.stereotype.Component;

/** The use cases behind the pages of the catalogue of services, and what the person may do there. */
@Component
record ServiceCatalogueDoors(
        ServiceCatalogue catalogue,
        ServiceKeeping keeping,
        ServiceTeams teams,
        MatterCatalogue matters,
        Attachments attachments,
        CurrentPerson person,
        Messages messages) {
    boolean edits() {
        return person.may(ServicesPermissions.EDIT);
    }

    boolean seesMatters() {
        return person.may(DelegationPermissions.READ);
    }

    /** What the samples of a service hang on. */
    static RecordRef samples(ServiceId id) {
        return new RecordRef(ServiceKeeping.SUBJECT, id.value());
    }

    /** Null where there is none, or who looks may not see it. */
    @Nullable String matterName(@Nullable MatterId matter) {
        if (matter == null || !seesMatters()) {
            return null;
        }
        try {
            return matters.get(matter).name();
        } catch (UnknownMatter gone) {
            return null;
        }
    }
}

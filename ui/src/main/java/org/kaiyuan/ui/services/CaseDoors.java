package org.kaiyuan.ui.services;

import java.time.Clock;
import java.time.LocalDate;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.services.CaseAcceptance;
import org.kaiyuan.services.CaseArchives;
import org.kaiyuan.services.CaseClockKeeping;
import org.kaiyuan.services.CaseDecision;
import org.kaiyuan.services.CaseDelivery;
import org.kaiyuan.services.CaseDesk;
import org.kaiyuan.services.CaseDirectory;
import org.kaiyuan.services.CaseInbox;
import org.kaiyuan.services.CasePapers;
import org.kaiyuan.services.CaseReview;
import org.kaiyuan.services.Complaints;
import org.kaiyuan.services.LetterFiles;
import org.kaiyuan.services.Ratings;
import org.kaiyuan.services.ServiceCatalogue;
import org.kaiyuan.services.ServicesPermissions;
import org.kaiyuan.services.Tickets;
import org.kaiyuan.ui.timeline.RecordPanels;
import org.springframework.stereotype.Component;

/** The use cases behind the pages of cases, and what the person may do there. */
@Component
record CaseDoors(
        CaseDirectory directory,
        CaseInbox inbox,
        CaseDesk desk,
        CaseAcceptance acceptance,
        CaseReview review,
        CaseClockKeeping keeping,
        CaseDecision decision,
        CaseDelivery delivery,
        CaseArchives archives,
        CasePapers papers,
        LetterFiles letters,
        Tickets tickets,
        Ratings ratings,
        Complaints complaints,
        ServiceCatalogue catalogue,
        Attachments attachments,
        RecordPanels panels,
        ZonePeople people,
        CurrentPerson person,
        TenantDirectory tenants,
        Messages messages,
        Clock clock) {
    LocalDate today() {
        return LocalDate.now(clock);
    }

    boolean handles() {
        return person.may(ServicesPermissions.HANDLE);
    }

    boolean supervises() {
        return person.may(ServicesPermissions.SUPERVISE);
    }
}

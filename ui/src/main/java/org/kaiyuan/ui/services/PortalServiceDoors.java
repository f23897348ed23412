package org.kaiyuan.ui.services;

import java.time.Clock;
import java.time.LocalDate;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.TenantDirectory;
import org.kaiyuan.platform.tenancy.TenantSummary;
import org.kaiyuan.portal.MyEnterprises;
import org.kaiyuan.services.CaseDrafting;
import org.kaiyuan.services.CaseSubmission;
import org.kaiyuan.services.ColleagueRights;
import org.kaiyuan.services.Complaints;
import org.kaiyuan.services.LetterFiles;
import org.kaiyuan.services.MyCases;
import org.kaiyuan.services.OpenServices;
import org.kaiyuan.services.PortalInbox;
import org.kaiyuan.services.Ratings;
import org.springframework.stereotype.Component;

/** The use cases behind the portal's pages of services. */
@Component
public record PortalServiceDoors(
        OpenServices catalogue,
        CaseDrafting drafting,
        CaseSubmission submission,
        MyCases cases,
        Ratings ratings,
        Complaints complaints,
        PortalInbox inbox,
        ColleagueRights rights,
        LetterFiles letters,
        MyEnterprises enterprises,
        Attachments attachments,
        TenantDirectory tenants,
        CurrentPerson person,
        Messages messages,
        Clock clock) {
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What the public pages call the park. */
    String zone() {
        return CurrentTenant.maybe().flatMap(tenants::find).map(TenantSummary::code).orElse("");
    }
}

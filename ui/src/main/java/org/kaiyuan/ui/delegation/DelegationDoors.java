package org.kaiyuan.ui.delegation;

import java.time.Clock;
import java.time.LocalDate;
import org.kaiyuan.delegation.BatchKeeping;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.ListDirectory;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListEditions;
import org.kaiyuan.delegation.ListExport;
import org.kaiyuan.delegation.ListImport;
import org.kaiyuan.delegation.ListImportDirectory;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.MatterCatalogue;
import org.kaiyuan.delegation.MatterKeeping;
import org.kaiyuan.delegation.PaperKeeping;
import org.kaiyuan.delegation.SharedMatters;
import org.kaiyuan.delegation.WhoDecides;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.refusal.Messages;
import org.springframework.stereotype.Component;

/** The use cases behind the pages of delegated powers, and what the person may do there. */
@Component
record DelegationDoors(
        WhoDecides who,
        ListDirectory lists,
        ListDrafting drafting,
        ListPublishing publishing,
        ListEditions editions,
        ListExport export,
        ListImport imports,
        ListImportDirectory importDirectory,
        BatchKeeping batches,
        MatterCatalogue catalogue,
        MatterKeeping matters,
        SharedMatters shared,
        PaperKeeping papers,
        Attachments attachments,
        CurrentPerson person,
        Messages messages,
        Clock clock) {
    LocalDate today() {
        return LocalDate.now(clock);
    }

    boolean writes() {
        return person.may(DelegationPermissions.WRITE);
    }

    boolean publishes() {
        return person.may(DelegationPermissions.PUBLISH);
    }

    boolean shares() {
        return person.may(DelegationPermissions.SHARE) && shared.mayShare();
    }
}

package org.kaiyuan.services;

import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.files.OpenedFile;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Filled-in samples of materials, for whoever may see the guide: those alone that the edition names which counts. */
@Service
@PreAuthorize(
        "hasAnyRole('SYSTEM', '"
                + PortalPermissions.ENTER
                + "', '"
                + ServicesPermissions.READ
                + "')")
public class ServiceSamples {
    private final ServiceStore store;
    private final Attachments attachments;
    private final TransactionTemplate reading;

    ServiceSamples(
            ServiceStore store, Attachments attachments, PlatformTransactionManager transactions) {
        this.store = store;
        this.attachments = attachments;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * To be closed by the caller.
     *
     * @throws UnknownService when there is none that can be asked for
     * @throws UnknownFile when it names no such sample
     */
    public OpenedFile open(ServiceId service, FileId file) {
        reading.executeWithoutResult(open -> {
            var note = store.current(service).note();
            if (note.materials().stream()
                    .flatMap(material -> material.samples().stream())
                    .noneMatch(sample -> sample.file().equals(file))) {
                throw new UnknownFile();
            }
        });
        return SystemActing.inTenant(
                CurrentTenant.get(), () -> attachments.open(ServiceRecords.of(service), file));
    }
}

package org.kaiyuan.services;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetching archive packages. */
@Service
@PreAuthorize("hasRole('" + ServicesPermissions.READ + "')")
public class CaseArchives {
    private final CaseStore store;
    private final ArchivePackages packages;
    private final TransactionTemplate transaction;

    CaseArchives(
            CaseStore store, ArchivePackages packages, PlatformTransactionManager transactions) {
        this.store = store;
        this.packages = packages;
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    /**
     * ZIP: index.csv, case.json, letters as DOCX, all files, SHA-256 of each; the same bytes every time.
     *
     * @throws CaseRefused when the case is not archived
     */
    public void write(CaseId id, OutputStream to) throws IOException {
        var found =
                Objects.requireNonNull(
                        transaction.execute(open -> {
                            if (store.seen(id).archiveSha256() == null) {
                                throw new CaseRefused("services.refusal.case.notArchived");
                            }
                            return packages.of(id);
                        }));
        packages.write(found, to);
    }
}

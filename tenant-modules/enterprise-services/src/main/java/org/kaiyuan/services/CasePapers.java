package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers that staff bring into a case: scans and photos of what was handed over on paper. */
@Service
@Transactional
@PreAuthorize("hasRole('" + ServicesPermissions.HANDLE + "')")
public class CasePapers {
    /** What its files hang on. */
    public static final String SUBJECT = CaseRecords.SUBJECT;

    private final CaseStore store;
    private final CaseSheets sheets;
    private final CaseSight sight;
    private final CaseSupplements supplements;
    private final Attachments attachments;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CasePapers(
            CaseStore store,
            CaseSheets sheets,
            CaseSight sight,
            CaseSupplements supplements,
            Attachments attachments,
            JdbcTemplate jdbc,
            Clock clock) {
        this.store = store;
        this.sheets = sheets;
        this.sight = sight;
        this.supplements = supplements;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As {@link #paper} refuses, before the file is there. */
    @Transactional(readOnly = true)
    void expected(CaseId id, String material) {
        if (!sight.sees(id.value())) {
            throw new UnknownCase();
        }
        refuseUnknown(store.read(id), material);
    }

    private void refuseUnknown(Held held, String material) {
        if (CaseMaterialRules.of(sheets.note(held), List.of(material)).isEmpty()) {
            throw new ServicesFieldsRefused("material", "services.case.rule.unknownMaterial");
        }
    }

    /**
     * A file that hangs on the case is a paper of this material; what was missing or bad is there, and to be looked at anew. While
     * a supplement is awaited nothing of it counts as handed in before all of it is.
     *
     * @throws UnknownCase when there is none that one may see
     * @throws UnknownFile when no such file hangs on it
     * @throws ServicesFieldsRefused when the service asks for no such material
     */
    public void paper(CaseId id, String material, FileId file) {
        if (!sight.sees(id.value())) {
            throw new UnknownCase();
        }
        var held = store.hold(id);
        refuseUnknown(held, material);
        if (!attachments.find(file).record().equals(CaseRecords.of(id))) {
            throw new UnknownFile();
        }
        jdbc.update(
                """
                insert into services.case_paper (tenant_id, case_id, material, file_id, added_at)
                values (?, ?, ?, ?, ?) on conflict do nothing\
                """,
                CurrentTenant.get().value(),
                id.value(),
                material,
                file.value(),
                Timestamp.from(clock.instant()));
        if (held.state() == CaseState.SUBMITTED || held.state() == CaseState.ACCEPTED) {
            jdbc.update(
                    """
                    update services.case_material set state = 'HANDED_IN'
                    where case_id = ? and material = ? and state in ('MISSING', 'FOUND_BAD')\
                    """,
                    id.value(),
                    material);
        }
    }

    /**
     * What was asked for, or promised to follow, has come in over the counter: as if the enterprise had handed it in itself.
     *
     * @throws UnknownCase when there is none that one may see
     * @throws CaseRefused when nothing is asked of the enterprise
     * @throws ServicesFieldsRefused with all that is missing still
     * @throws ServicesChangedMeanwhile when the case has changed since
     */
    public void supplied(CaseId id, long basedOn) {
        if (!sight.sees(id.value())) {
            throw new UnknownCase();
        }
        var held = store.hold(id, basedOn);
        if (held.state() == CaseState.ACCEPTED) {
            supplements.deferred(held);
        } else {
            supplements.supplement(held, held.answers());
        }
    }
}

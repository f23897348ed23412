package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.domain.CaseCourseOfLife;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases as the enterprise sees them: without remarks of the park among itself.
 *
 * <p>A case of an enterprise that one does not stand for is not there ({@link UnknownCase}); what the enterprise does not let a
 * colleague do is refused ({@link CaseRightRefused}).
 */
@Service
@Transactional
@PreAuthorize("hasRole('" + PortalPermissions.ENTER + "')")
public class MyCases {
    private static final int MOST = 100;
    private static final int LONGEST_WHY = 500;

    private final EnterpriseDoor door;
    private final CaseStore store;
    private final CaseReader reader;
    private final CaseSheets sheets;
    private final CaseRows rows;
    private final CaseGate gate;
    private final CaseSupplements supplements;
    private final CaseReceipts receipts;
    private final Attachments attachments;
    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    MyCases(
            EnterpriseDoor door,
            CaseStore store,
            CaseReader reader,
            CaseSheets sheets,
            CaseRows rows,
            CaseGate gate,
            CaseSupplements supplements,
            CaseReceipts receipts,
            Attachments attachments,
            ApplicationEventPublisher events,
            JdbcTemplate jdbc,
            Clock clock) {
        this.door = door;
        this.store = store;
        this.reader = reader;
        this.sheets = sheets;
        this.rows = rows;
        this.gate = gate;
        this.supplements = supplements;
        this.receipts = receipts;
        this.attachments = attachments;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The newest first; of bundles the whole.
     *
     * @param open whether only what is under way
     * @param cursor {@link CasePage#next()} of the page before; null for the first
     * @param limit at most 100
     * @throws org.kaiyuan.enterprises.UnknownEnterprise when one does not stand for it
     */
    @Transactional(readOnly = true)
    public CasePage list(
            EnterpriseId enterprise, boolean open, @Nullable String cursor, int limit) {
        var standing = door.with(enterprise, ColleagueRight.SEE);
        boolean results = standing.may(ColleagueRight.RESULTS);
        int most = Math.clamp(limit, 1, MOST);
        var before = Moment.parse(cursor);
        var arguments = new ArrayList<Object>(List.of(standing.id().value()));
        if (before != null) {
            arguments.add(Timestamp.from(before.at()));
            arguments.add(before.id());
        }
        arguments.add(most + 1);
        var found =
                jdbc.query(
                        "select "
                                + CaseRows.COLUMNS
                                + " from services.case_file c where c.enterprise_id = ? and c.part_of is null "
                                + (open ? "and c.open " : "")
                                + (before == null ? "" : "and (c.submitted_at, c.id) < (?, ?) ")
                                + "order by c.submitted_at desc, c.id desc limit ?",
                        (row, n) -> CaseRows.outside(rows.of(row), results),
                        arguments.toArray());
        if (found.size() <= most) {
            return new CasePage(found, null);
        }
        var last = found.get(most - 1);
        return new CasePage(
                found.subList(0, most), new Moment(last.submittedAt(), last.id().value()).cursor());
    }

    @Transactional(readOnly = true)
    public CaseSheet find(CaseId id) {
        var held = reader.read(id);
        return sheets.outside(held, standing(held, ColleagueRight.SEE));
    }

    @Transactional(readOnly = true)
    public CaseClockView clock(CaseId id) {
        var held = reader.read(id);
        standing(held, ColleagueRight.SEE);
        return sheets.clock(held);
    }

    /** Receipt with its code, for who may hand in. */
    @Transactional(readOnly = true)
    public Receipt receipt(CaseId id) {
        standing(reader.read(id), ColleagueRight.FILL_IN);
        return receipts.of(id);
    }

    /** As {@link #paper} refuses, before the file is there. */
    @Transactional(readOnly = true)
    void expected(CaseId id, String material) {
        refuseUnasked(mine(id), material);
    }

    private void refuseUnasked(Held held, String material) {
        var wanted = supplements.wanted(held);
        if (wanted.isEmpty()) {
            throw new CaseRefused("services.refusal.nothingAsked");
        }
        if (wanted.stream().noneMatch(one -> one.material().equals(material))) {
            throw new ServicesFieldsRefused("material", "services.rule.unknownMaterial", material);
        }
    }

    /**
     * A file that hangs on the case is a paper of this material.
     *
     * @throws UnknownFile when no such file hangs on it
     * @throws CaseRefused when nothing is asked of the enterprise
     * @throws ServicesFieldsRefused when this material is not
     */
    public void paper(CaseId id, String material, FileId file) {
        refuseUnasked(mine(id), material);
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
    }

    /**
     * The supplement is complete, as far as the enterprise is concerned; also papers that were deferred.
     *
     * @param answers of a supplement; for papers that were deferred they are not looked at
     * @throws CaseRefused when nothing is asked of the enterprise
     * @throws ServicesChangedMeanwhile when the case has changed since
     * @throws ServicesFieldsRefused with all that is missing still; nothing is lost
     */
    public void supplement(CaseId id, FormAnswers answers, long basedOn) {
        mine(id);
        var held = store.hold(id, basedOn);
        if (held.state() == CaseState.ACCEPTED) {
            supplements.deferred(held);
        } else {
            supplements.supplement(held, answers);
        }
    }

    /**
     * @throws CaseRefused when it was decided already, or is a part of a bundle
     * @throws ServicesFieldsRefused without a reason
     * @throws ServicesChangedMeanwhile when the case has changed since
     */
    public void withdraw(CaseId id, String why, long basedOn) {
        mine(id);
        var held = store.hold(id, basedOn);
        var faults = new ArrayList<FieldFault>();
        var said = ChineseText.storable(why).strip();
        ServicesFieldsRefused.required(faults, "why", said);
        ServicesFieldsRefused.longer(faults, "why", said, LONGEST_WHY);
        ServicesFieldsRefused.refuse(faults);
        if (held.partOf() != null) {
            throw new CaseRefused("services.refusal.partOfWhole");
        }
        gate.allowed(held, sheets.note(held), CaseAct.WITHDRAW);
        for (var part : held.bundle() ? reader.parts(id) : List.<Held>of()) { // a handful
            if (CaseCourseOfLife.mayBecome(part.track(), part.state(), CaseState.WITHDRAWN)) {
                withdraw(part, said);
            }
        }
        withdraw(held, said);
        store.settle(id);
    }

    private void withdraw(Held held, String said) {
        var today = LocalDate.now(clock);
        store.become(held, CaseState.WITHDRAWN, held.step());
        store.change(held.id(), "ended_on = ?", today);
        store.happened(held, CaseAct.WITHDRAW, held.step(), today, said, true);
        if (held.partOf() != null) {
            store.change(
                    held.id(), "waiting_for = 'NOBODY', next_on = null, version = version + 1");
        }
        if (held.acceptedOn() != null) {
            events.publishEvent(
                    new CaseDecided(
                            CurrentTenant.get(),
                            held.id().value(),
                            held.receipt(),
                            held.entry() == null ? null : held.entry().value(),
                            today,
                            null));
        }
    }

    private EnterpriseDoor.Standing standing(Held held, ColleagueRight right) {
        var enterprise = held.enterprise();
        return door.with(enterprise == null ? null : enterprise.value(), right, UnknownCase::new);
    }

    /** Of an enterprise for which one may act. */
    private Held mine(CaseId id) {
        var held = reader.read(id);
        standing(held, ColleagueRight.FILL_IN);
        return held;
    }
}

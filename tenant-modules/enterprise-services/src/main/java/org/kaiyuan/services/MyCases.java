package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.files.UnknownFile;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.CaseReader.MaterialLine;
import org.kaiyuan.services.domain.CaseCourseOfLife;
import org.kaiyuan.services.domain.FormCheck;
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
                found.subList(0, most),
                new Moment(last.submittedAt(), last.id().value()).cursor());
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

    /**
     * A file that hangs on the case is a paper of this material.
     *
     * @throws UnknownFile when no such file hangs on it
     * @throws CaseRefused when nothing is asked of the enterprise
     * @throws ServicesFieldsRefused when this material is not
     */
    public void paper(CaseId id, String material, FileId file) {
        var held = mine(id);
        var wanted = wanted(held);
        if (wanted.isEmpty()) {
            throw new CaseRefused("services.refusal.nothingAsked");
        }
        if (wanted.stream().noneMatch(one -> one.material().equals(material))) {
            throw new ServicesFieldsRefused("material", "services.rule.unknownMaterial", material);
        }
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

    /** What is asked of the enterprise now: the supplement, or what it promised to hand in later. */
    private List<MaterialLine> wanted(Held held) {
        return switch (held.state()) {
            case SUPPLEMENT ->
                    reader.materials(held.id()).stream().filter(MaterialLine::asked).toList();
            case ACCEPTED ->
                    reader.materials(held.id()).stream()
                            .filter(one -> one.state() == MaterialState.DEFERRED)
                            .toList();
            default -> List.of();
        };
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
            deferred(held);
        } else {
            supplement(held, answers);
        }
    }

    private void supplement(Held held, FormAnswers answers) {
        var note = sheets.note(held);
        gate.allowed(held, note, CaseAct.SUPPLEMENT);
        var said = CaseDrafting.known(note.form(), CaseDrafting.storable(answers));
        var faults = new ArrayList<>(FormCheck.faults(note.form(), said));
        var brought = brought(held, askedAt(held.id()));
        for (var line : wanted(held)) {
            if (!brought.contains(line.material())) {
                faults.add(missing(note, line));
            }
        }
        refuseForeignFiles(held, note.form(), said, faults);
        ServicesFieldsRefused.refuse(faults);
        var today = LocalDate.now(clock);
        var first = CaseCourseOfLife.first(held.track(), note.procedure());
        store.change(
                held.id(),
                "answers = ?::jsonb, supplemented_on = ?, said_since = ?",
                ServiceJson.write(FormCheck.kept(note.form(), said)),
                today,
                today);
        store.become(held, CaseState.SUBMITTED, first);
        jdbc.update(
                """
                update services.case_material set state = 'HANDED_IN'
                where case_id = ? and asked and state in ('MISSING', 'FOUND_BAD', 'DEFERRED')\
                """,
                held.id().value());
        var due = held.supplementDueOn();
        happened(held, CaseAct.SUPPLEMENT, first, due, today);
        shareWithParts(held, note, today);
        store.settle(held.id());
    }

    private void deferred(Held held) {
        gate.allowed(held, sheets.note(held), CaseAct.DEFERRED_HANDED_IN);
        var brought = brought(held, new Timestamp(0));
        var handed =
                wanted(held).stream()
                        .map(MaterialLine::material)
                        .filter(brought::contains)
                        .toArray(String[]::new);
        if (handed.length == 0) {
            throw new ServicesFieldsRefused("materials", "services.rule.nothingBrought");
        }
        var today = LocalDate.now(clock);
        jdbc.update(
                """
                update services.case_material set state = 'HANDED_IN'
                where case_id = ? and state = 'DEFERRED' and material = any (?)\
                """,
                held.id().value(),
                handed);
        happened(held, CaseAct.DEFERRED_HANDED_IN, held.step(), held.deferredDueOn(), today);
        shareWithParts(held, sheets.note(held), null);
        store.settle(held.id());
    }

    /** That it came late is noted; it comes in all the same. */
    private void happened(
            Held held, CaseAct act, StepKind step, @Nullable LocalDate due, LocalDate today) {
        store.happened(
                held,
                act,
                step,
                today,
                due != null && today.isAfter(due) ? "逾期提交（应于" + due + "前提交）" : null,
                true);
    }

    /**
     * Parts of a bundle have the papers of the whole.
     *
     * @param since from which the days for saying something run anew; null where they do not
     */
    private void shareWithParts(Held held, ServiceNote note, @Nullable LocalDate since) {
        for (var part : held.bundle() ? reader.parts(held.id()) : List.<Held>of()) { // a handful
            var names =
                    services(part).materials().stream()
                            .flatMap(own ->
                                    note.materials().stream()
                                            .filter(whole -> whole.name().equals(own.name()))
                                            .map(whole -> new String[] {own.key(), whole.key()}))
                            .toList();
            var own = names.stream().map(one -> one[0]).toArray(String[]::new);
            var whole = names.stream().map(one -> one[1]).toArray(String[]::new);
            jdbc.update(
                    """
                    insert into services.case_paper (tenant_id, case_id, material, file_id, added_at)
                    select p.tenant_id, ?, k.own, p.file_id, p.added_at from services.case_paper p
                    join unnest(?::text[], ?::text[]) k (own, whole) on k.whole = p.material
                    where p.case_id = ? on conflict do nothing\
                    """,
                    part.id().value(),
                    own,
                    whole,
                    held.id().value());
            jdbc.update(
                    """
                    update services.case_material m set state = w.state
                    from services.case_material w join unnest(?::text[], ?::text[]) k (own, whole) on k.whole = w.material
                    where m.case_id = ? and m.material = k.own and w.tenant_id = m.tenant_id and w.case_id = ?
                      and m.state in ('MISSING', 'FOUND_BAD', 'DEFERRED')\
                    """,
                    own,
                    whole,
                    part.id().value(),
                    held.id().value());
            if (since != null) {
                store.change(
                        part.id(),
                        "answers = (select a.answers from services.case_file a where a.id = ?), said_since = ?",
                        held.id().value(),
                        since);
                if (part.state() == CaseState.SUPPLEMENT) {
                    store.become(part, CaseState.SUBMITTED, part.step());
                }
            }
        }
    }

    private ServiceNote services(Held part) {
        return sheets.note(part);
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
            throw new CaseRefused("services.refusal.partOfBundle");
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
            store.change(held.id(), "waiting_for = 'NOBODY', next_on = null, version = version + 1");
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
        return door.with(
                enterprise == null ? null : enterprise.value(), right, UnknownCase::new);
    }

    /** Of an enterprise for which one may act. */
    private Held mine(CaseId id) {
        var held = reader.read(id);
        standing(held, ColleagueRight.FILL_IN);
        return held;
    }

    private static FieldFault missing(ServiceNote note, MaterialLine line) {
        var name =
                note.materials().stream()
                        .filter(one -> one.key().equals(line.material()))
                        .map(Material::name)
                        .findFirst()
                        .orElse(line.material());
        return new FieldFault(
                "materials." + line.material(), "services.rule.material", List.of(name));
    }

    private void refuseForeignFiles(
            Held held, FormDefinition form, FormAnswers said, List<FieldFault> faults) {
        var fields = form.fields().stream().filter(one -> one.kind() == FieldKind.FILE).toList();
        if (fields.isEmpty()) {
            return;
        }
        var files = files(held.id()).stream().map(UUID::toString).collect(Collectors.toSet());
        for (var field : fields) {
            if (!files.containsAll(
                    said.values().getOrDefault(field.key(), List.of()).stream()
                            .filter(one -> !one.isBlank())
                            .toList())) {
                faults.add(
                        new FieldFault(
                                "answers." + field.key(), "services.form.file", List.of()));
            }
        }
    }

    /** When the supplement was asked for; papers that were there before do not answer it. */
    private Timestamp askedAt(CaseId id) {
        return Objects.requireNonNullElse(
                jdbc.queryForObject(
                        "select max(at) from services.case_event where case_id = ? and act = 'ASK_SUPPLEMENT'",
                        Timestamp.class,
                        id.value()),
                new Timestamp(0));
    }

    /** Materials of which a file was brought since, and is still there. */
    private Set<String> brought(Held held, Timestamp since) {
        var files = files(held.id());
        var brought = new HashSet<String>();
        jdbc.query(
                "select material, file_id from services.case_paper where case_id = ? and added_at >= ?",
                row -> {
                    if (files.contains(row.getObject(2, UUID.class))) {
                        brought.add(row.getString(1));
                    }
                },
                held.id().value(),
                since);
        return brought;
    }

    private Set<UUID> files(CaseId id) {
        return attachments.of(CaseRecords.of(id), null, Attachments.MOST).items().stream()
                .map(AttachedFile::id)
                .map(FileId::value)
                .collect(Collectors.toSet());
    }
}

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
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.CaseReader.MaterialLine;
import org.kaiyuan.services.domain.CaseCourseOfLife;
import org.kaiyuan.services.domain.FormCheck;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What an enterprise hands in after it was asked (补正), or as it promised (容缺); who acts has been asked for permission. */
@Component
class CaseSupplements {
    private final CaseStore store;
    private final CaseReader reader;
    private final CaseSheets sheets;
    private final CaseGate gate;
    private final Attachments attachments;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CaseSupplements(
            CaseStore store,
            CaseReader reader,
            CaseSheets sheets,
            CaseGate gate,
            Attachments attachments,
            JdbcTemplate jdbc,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.sheets = sheets;
        this.gate = gate;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is asked of the enterprise now: the supplement, or what it promised to hand in later. */
    List<MaterialLine> wanted(Held held) {
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

    /** @throws ServicesFieldsRefused with all that is missing still */
    void supplement(Held held, FormAnswers answers) {
        var note = sheets.note(held);
        gate.allowed(held, note, CaseAct.SUPPLEMENT);
        var said = FillingIn.known(note.form(), FillingIn.storable(answers));
        var faults = new ArrayList<FieldFault>();
        // what was taken in once, at the counter without files, stays taken in
        if (!said.equals(held.answers())) {
            faults.addAll(FormCheck.faults(note.form(), said));
        }
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

    /** @throws ServicesFieldsRefused when nothing of it was brought */
    void deferred(Held held) {
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
                    sheets.note(part).materials().stream()
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
                        new FieldFault("answers." + field.key(), "services.form.file", List.of()));
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

package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.CurrentPerson;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.services.CaseReader.MaterialLine;
import org.kaiyuan.services.domain.CaseClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Puts sheets of cases together, for staff and for the enterprise; who asks has been asked for permission. */
@Component
class CaseSheets {
    /** Of what happened, that which tells a result. */
    private static final Set<CaseAct> TELL_RESULTS =
            EnumSet.of(
                    CaseAct.DECIDE,
                    CaseAct.UPPER_DECIDED,
                    CaseAct.ANSWER,
                    CaseAct.VERIFY_PLEDGE,
                    CaseAct.DELIVER,
                    CaseAct.ARCHIVE);

    private static final Set<CaseAct> OF_THE_ENTERPRISE =
            EnumSet.of(CaseAct.SUPPLEMENT, CaseAct.DEFERRED_HANDED_IN, CaseAct.WITHDRAW);

    private final CaseReader reader;
    private final CaseStore store;
    private final CaseGate gate;
    private final CaseRulings rulings;
    private final CaseRows rows;
    private final WholeServices services;
    private final Attachments attachments;
    private final Messages messages;
    private final CurrentPerson person;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CaseSheets(
            CaseReader reader,
            CaseStore store,
            CaseGate gate,
            CaseRulings rulings,
            CaseRows rows,
            WholeServices services,
            Attachments attachments,
            Messages messages,
            CurrentPerson person,
            JdbcTemplate jdbc,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.gate = gate;
        this.rulings = rulings;
        this.rows = rows;
        this.services = services;
        this.attachments = attachments;
        this.messages = messages;
        this.person = person;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    CaseSheet ofStaff(Held held) {
        var parts = parts(held);
        var note = note(held, parts);
        return new CaseSheet(
                rows.of(held),
                code(held),
                held.edition(),
                note,
                held.creditCode(),
                held.applicant(),
                held.step(),
                held.answers(),
                materials(held, note, files(held), true),
                reader.events(held.id()),
                reader.stops(held.id()),
                reader.opinions(held.id()),
                reader.letters(held.id()),
                held.ruling(),
                rulings.now(held),
                held.supplementSaid(),
                held.supplementDueOn(),
                held.deferredDueOn(),
                held.extensionAsked() ? held.extensionAskedWhy() : null,
                held.pledged(),
                held.decision(),
                delivered(held),
                held.archiveSha256(),
                held.partOf(),
                parts.stream().map(rows::of).toList(),
                gate.acts(held, note, person));
    }

    /** Without what the park says among itself; without results where the colleague may not read them. */
    CaseSheet outside(Held held, EnterpriseDoor.Standing standing) {
        boolean results = standing.may(ColleagueRight.RESULTS);
        boolean hidden = held.decidedOn() != null && !results;
        var parts = parts(held);
        var note = note(held, parts);
        return new CaseSheet(
                CaseRows.outside(rows.of(held), results),
                code(held),
                held.edition(),
                note,
                held.creditCode(),
                held.applicant(),
                held.step(),
                held.answers(),
                materials(held, note, hidden ? Map.of() : files(held), false),
                reader.events(held.id()).stream()
                        .filter(CaseEvent::open)
                        .map(one -> results ? one : withoutResult(one))
                        .toList(),
                reader.stops(held.id()),
                List.of(),
                results ? reader.letters(held.id()) : List.of(),
                held.ruling(),
                null,
                held.supplementSaid(),
                held.supplementDueOn(),
                held.deferredDueOn(),
                null,
                held.pledged(),
                results ? held.decision() : null,
                results ? delivered(held) : null,
                null,
                held.partOf(),
                parts.stream().map(one -> CaseRows.outside(rows.of(one), results)).toList(),
                acts(held, note, standing));
    }

    static CaseEvent withoutResult(CaseEvent event) {
        return TELL_RESULTS.contains(event.act())
                ? new CaseEvent(
                        event.number(),
                        event.act(),
                        event.step(),
                        event.on(),
                        event.at(),
                        event.byName(),
                        null,
                        true)
                : event;
    }

    private Set<CaseAct> acts(Held held, ServiceNote note, EnterpriseDoor.Standing standing) {
        if (!standing.may(ColleagueRight.FILL_IN) || held.partOf() != null) {
            return Set.of();
        }
        var acts = EnumSet.noneOf(CaseAct.class);
        acts.addAll(gate.acts(held, note, person));
        acts.retainAll(OF_THE_ENTERPRISE);
        return acts;
    }

    ServiceNote note(Held held) {
        return note(held, parts(held));
    }

    private ServiceNote note(Held held, List<Held> parts) {
        return services.ofCase(
                held.service(),
                held.edition(),
                parts.stream().map(one -> Map.entry(one.service(), one.edition())).toList());
    }

    private List<Held> parts(Held held) {
        return held.bundle() ? reader.parts(held.id()) : List.of();
    }

    private String code(Held held) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select code from services.service where id = ?",
                        String.class,
                        held.service().value()));
    }

    private @Nullable String delivered(Held held) {
        var way = held.deliveredWay();
        var proof = held.deliveredProof();
        if (way == null) {
            return proof;
        }
        return messages.of(way) + (proof == null || proof.isBlank() ? "" : " · " + proof);
    }

    /** Of a part, those that hang on its bundle. */
    private Map<UUID, AttachedFile> files(Held held) {
        var of = held.partOf() == null ? held.id() : held.partOf();
        return attachments.of(CaseRecords.of(of), null, Attachments.MOST).items().stream()
                .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    }

    private List<CaseMaterial> materials(
            Held held, ServiceNote note, Map<UUID, AttachedFile> files, boolean staff) {
        var lines =
                reader.materials(held.id()).stream()
                        .collect(Collectors.toMap(MaterialLine::material, Function.identity()));
        var papers = papers(held.id());
        var materials = new ArrayList<CaseMaterial>();
        for (var material : note.materials()) {
            var line = lines.get(material.key());
            if (line != null) {
                boolean told = staff || (line.asked() && held.state() == CaseState.SUPPLEMENT);
                materials.add(
                        new CaseMaterial(
                                material,
                                told ? line.state() : outside(line.state()),
                                told ? line.remark() : null,
                                papers.getOrDefault(material.key(), List.of()).stream()
                                        .filter(files::containsKey)
                                        .map(files::get)
                                        .toList()));
            }
        }
        return materials;
    }

    /** What a reviewer thinks of a paper is told with the supplement, or not at all. */
    private static MaterialState outside(MaterialState state) {
        return state == MaterialState.FOUND_GOOD || state == MaterialState.FOUND_BAD
                ? MaterialState.HANDED_IN
                : state;
    }

    private Map<String, List<UUID>> papers(CaseId id) {
        Map<String, List<UUID>> papers = new HashMap<>();
        jdbc.query(
                "select material, file_id from services.case_paper where case_id = ? order by added_at, file_id",
                row -> {
                    papers.computeIfAbsent(row.getString(1), m -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                },
                id.value());
        return papers;
    }

    CaseClockView clock(Held held) {
        var now = store.clock(held);
        var today = LocalDate.now(clock);
        var decided = held.decidedOn() != null;
        return new CaseClockView(
                now.of().startedOn(),
                held.deemed(),
                held.promisedDays() + held.extensionDays(),
                held.statutoryDays(),
                held.extensionDays(),
                decided ? held.dueOn() : CaseClock.known(now::dueOn),
                decided ? held.statutoryDueOn() : CaseClock.known(now::statutoryDueOn),
                CaseClock.known(() -> now.remaining(today)),
                held.stopped(),
                now.of().stops(),
                now.explained(today),
                now.missingYear());
    }
}

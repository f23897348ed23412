package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.services.ServiceWhole.Part;
import org.kaiyuan.services.WholeServices.Asked;
import org.kaiyuan.services.domain.CaseCourseOfLife;
import org.kaiyuan.services.domain.FormCheck;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes a case of what was handed in, with the cases of a bundle's parts; all or nothing, and once. */
@Component
class CaseMaking {
    private final CaseStore store;
    private final CaseReceipts receipts;
    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CaseMaking(
            CaseStore store,
            CaseReceipts receipts,
            ApplicationEventPublisher events,
            JdbcTemplate jdbc,
            Clock clock) {
        this.store = store;
        this.receipts = receipts;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What was handed in, without a fault.
     *
     * @param madeOf the draft, or the counter's page
     * @param applicantUsername null for who has no account
     * @param papers files by material
     */
    record From(
            UUID madeOf,
            Asked asked,
            HandingIn handingIn,
            @Nullable EnterpriseId enterprise,
            String enterpriseName,
            @Nullable String creditCode,
            @Nullable String applicantUsername,
            Applicant applicant,
            CaseChannel channel,
            boolean pledged,
            Map<String, Set<UUID>> papers) {}

    /**
     * To be called last in its transaction, for the number of the receipt is a queue.
     *
     * @param before what else is to be done with the case before it gets its number
     */
    Receipt make(From from, Consumer<CaseId> before) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = LocalDate.ofInstant(at, Held.ZONE);
        var beginning = receipts.beginning(today);
        var id = CaseId.next();
        var code = receipts.code();
        if (!store.insert(whole(from, id, code, at))) {
            return receipts.madeOf(from.madeOf()).orElseThrow();
        }
        var states = from.handingIn().states();
        store.insertMaterials(id, states);
        insertPapers(id, from.papers());
        var parts = from.asked().whole().parts();
        for (int i = 0; i < parts.size(); i++) { // a handful
            var part = parts.get(i);
            var partId = CaseId.next();
            store.insert(part(from, part, partId, id, i + 1, code, at));
            store.insertMaterials(partId, ofPart(part, states));
            insertPapers(partId, ofPart(part, from.papers()));
        }
        store.happened(store.read(id), CaseAct.SUBMIT, StepKind.APPLY, today, null, true);
        store.settle(id);
        before.accept(id);
        var number = receipts.number(id, today, beginning);
        events.publishEvent(
                new CaseSubmitted(
                        CurrentTenant.get(), id.value(), number, from.asked().id().value(), at));
        return new Receipt(id, number, code, at);
    }

    private static NewCase whole(From from, CaseId id, String code, Instant at) {
        var asked = from.asked();
        var note = asked.whole().note();
        var step = CaseCourseOfLife.first(asked.track(), note.procedure());
        return new NewCase(
                id,
                CaseReceipts.none(id),
                code,
                from.madeOf(),
                asked.id(),
                asked.edition(),
                note.title(),
                asked.track(),
                asked.matter(),
                null,
                null,
                from.enterprise(),
                from.enterpriseName(),
                from.creditCode(),
                from.applicantUsername(),
                from.applicant(),
                from.channel(),
                step,
                FormCheck.kept(note.form(), from.handingIn().answers()),
                from.pledged(),
                at,
                note.statutoryDays(),
                note.promisedDays(),
                team(note, step));
    }

    private static NewCase part(
            From from, Part part, CaseId id, CaseId of, int number, String code, Instant at) {
        var whole = from.asked().whole().note();
        var note = part.note();
        var step = CaseCourseOfLife.first(part.track(), note.procedure());
        return new NewCase(
                id,
                CaseReceipts.none(id),
                code,
                from.madeOf(),
                part.id(),
                part.edition(),
                note.title(),
                part.track(),
                part.matter(),
                of,
                number,
                from.enterprise(),
                from.enterpriseName(),
                from.creditCode(),
                from.applicantUsername(),
                from.applicant(),
                from.channel(),
                step,
                FormCheck.kept(whole.form(), from.handingIn().answers()),
                from.pledged() && note.modes().contains(HandlingMode.PLEDGE),
                at,
                note.statutoryDays(),
                note.promisedDays(),
                team(note, step));
    }

    private static @Nullable String team(ServiceNote note, StepKind step) {
        var taken = note.procedure().of(step);
        return taken == null ? null : taken.team();
    }

    /** By the part's own keys. */
    private static <T> Map<String, T> ofPart(Part part, Map<String, T> ofWhole) {
        Map<String, T> own = new LinkedHashMap<>();
        part.keys()
                .forEach((key, whole) -> {
                    var one = ofWhole.get(whole);
                    if (one != null) {
                        own.put(key, one);
                    }
                });
        return own;
    }

    private void insertPapers(CaseId id, Map<String, Set<UUID>> papers) {
        var zone = CurrentTenant.get().value();
        var at = Timestamp.from(clock.instant());
        List<Object[]> rows = new ArrayList<>();
        papers.forEach((material, files) ->
                files.forEach(
                        file -> rows.add(new Object[] {zone, id.value(), material, file, at})));
        jdbc.batchUpdate(
                """
                insert into services.case_paper (tenant_id, case_id, material, file_id, added_at) values (?, ?, ?, ?, ?)
                on conflict do nothing\
                """,
                rows);
    }
}

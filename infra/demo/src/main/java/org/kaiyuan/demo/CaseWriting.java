package org.kaiyuan.demo;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseRuling;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.MaterialState;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes made-up cases, in batches, within the caller's transaction and zone. */
final class CaseWriting {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String CODE = "DEMO2026";

    private final JdbcTemplate jdbc;
    private final long tenant;
    private final String code;
    private final String zone;
    private final LocalDate today;
    private final Draws draws;
    private final CaseAnswers answers;
    private final Map<String, UUID> matters;
    private final Instant now;
    private final Map<CaseStory, String> receipts = new HashMap<>();

    /** Answers of what was handed in: those of a bundle are its parts' too. */
    private final Map<CaseStory, String> filledIn = new HashMap<>();

    /** @param matters ids by code */
    CaseWriting(
            JdbcTemplate jdbc,
            long tenant,
            String code,
            String zone,
            LocalDate today,
            Instant now,
            Draws draws,
            Map<String, UUID> matters) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.code = code;
        this.zone = zone;
        this.today = today;
        this.draws = draws;
        this.answers = new CaseAnswers(draws);
        this.matters = matters;
        this.now = now;
    }

    void services(List<ServiceStories.DemoService> services) {
        var name = zone + "管理员";
        var at = moment(today.minusMonths(18), 0);
        jdbc.batchUpdate(
                """
                insert into services.service (tenant_id, id, code, track, state, matter_id, title, topics, edition, updated_at)
                values (?, ?, ?, ?, 'OPEN', ?, ?, ?, 1, ?)\
                """,
                services.stream()
                        .map(one ->
                                new @Nullable Object[] {
                                    tenant,
                                    one.id().value(),
                                    one.code(),
                                    one.track().name(),
                                    one.matter() == null ? null : matters.get(one.matter()),
                                    one.note().title(),
                                    one.note().topics().toArray(new String[0]),
                                    at
                                })
                        .toList());
        jdbc.batchUpdate(
                """
                insert into services.edition (tenant_id, service_id, number, note, published_at, published_by, published_name)
                values (?, ?, 1, ?::jsonb, ?, ?, ?)\
                """,
                services.stream()
                        .map(one ->
                                new Object[] {
                                    tenant,
                                    one.id().value(),
                                    JSON.writeValueAsString(one.note()),
                                    at,
                                    code + "-admin",
                                    name
                                })
                        .toList());
    }

    void cases(List<CaseStory> stories) {
        files(stories);
        events(stories);
        materials(stories);
        stops(stories);
        letters(stories);
        new RatingWriting(jdbc, tenant, code, zone + "管理员", today, this::moment).ratings(stories);
    }

    private void files(List<CaseStory> stories) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        var rows = new ArrayList<@Nullable Object[]>();
        for (var one : stories) {
            var receipt =
                    one.partOf == null
                            ? "%s-%s-%06d"
                                    .formatted(
                                            code.toUpperCase(Locale.ROOT),
                                            DAY.format(one.submitted),
                                            counts.merge(one.submitted, 1, Integer::sum))
                            : receipts.get(one.partOf) + "-" + one.partNumber;
            receipts.put(one, receipt);
            rows.add(row(one, receipt));
        }
        jdbc.batchUpdate(
                """
                insert into services.case_file (tenant_id, id, receipt, pickup_code, made_of, service_id, edition, title, track, matter_id,
                    enterprise_id, enterprise_name, credit_code, applicant_username, applicant_name, applicant_phone, channel, state, step,
                    step_since, waiting_for, answers, pledged, pledge_kept, pledge_said, submitted_at, said_since, supplement_asked_on, supplement_said,
                    supplement_due_on, supplemented_on, accepted_on, deemed, course, ruling, entry_id, statutory_days, promised_days,
                    extension_asked_days, extension_asked_by, extension_asked_why, due_on, statutory_due_on, stopped_since,
                    deferred_due_on, next_on, team, owner, owner_name, outcome, decided_on, decision, decided_name, delivered_on,
                    delivered_way, delivered_proof, archived_at, ended_on, part_of, part_number, company, company_name)
                values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                rows);
        jdbc.batchUpdate(
                "insert into services.receipt_count (tenant_id, day, last) values (?, ?, ?)",
                counts.entrySet().stream()
                        .map(one -> new Object[] {tenant, one.getKey(), one.getValue()})
                        .toList());
    }

    private @Nullable Object[] row(CaseStory one, String receipt) {
        var service = one.service;
        var note = service.note();
        var accepted = one.accepted;
        boolean open = one.ended == null;
        boolean pledged = note.modes().contains(HandlingMode.PLEDGE);
        boolean toVerify = pledged && !one.pledgeKept && one.outcome == CaseOutcome.GRANTED;
        var held = one.held;
        var course = one.course;
        var entry = held == null || held.entry() == null ? null : held.entry();
        var ruling =
                accepted == null || course == null
                        ? null
                        : JSON.writeValueAsString(
                                new CaseRuling(
                                        course,
                                        held == null ? null : held.body(),
                                        entry == null ? null : new EntryId(entry),
                                        held == null ? null : held.why(),
                                        held == null ? null : held.basis(),
                                        accepted));
        return new @Nullable Object[] {
            tenant,
            one.id,
            receipt,
            CODE,
            one.partOf == null ? UuidV7.next() : one.partOf.id,
            service.id().value(),
            note.title(),
            service.track().name(),
            service.matter() == null ? null : matters.get(service.matter()),
            one.enterprise.id(),
            one.enterprise.name(),
            one.enterprise.creditCode(),
            null,
            one.applicant,
            one.phone,
            one.channel.name(),
            one.state.name(),
            one.step.name(),
            moment(one.stepSince, 9),
            one.waitingFor.name(),
            filledIn.computeIfAbsent(
                    one.partOf == null ? one : one.partOf,
                    whole -> JSON.writeValueAsString(answers.of(whole))),
            pledged,
            one.pledgeKept ? Boolean.TRUE : null,
            one.pledgeKept ? "已现场核查，承诺属实。" : null,
            moment(one.submitted, 8),
            one.saidSince,
            one.supplementAsked,
            one.supplementAsked == null ? null : "请按材料清单补正，并加盖公章。",
            one.supplementDue,
            one.supplemented,
            accepted,
            one.deemed,
            one.course == null ? null : one.course.name(),
            ruling,
            entry,
            note.statutoryDays(),
            note.promisedDays(),
            one.extensionWhy == null ? null : 5,
            one.extensionWhy == null ? null : one.owner,
            one.extensionWhy,
            one.due,
            one.statutoryDue,
            one.stoppedSince,
            one.deferredDue,
            open || toVerify ? today.plusDays(1) : null,
            one.team,
            one.owner,
            one.ownerName,
            one.outcome == null ? null : one.outcome.name(),
            one.decided,
            decision(one),
            one.decided == null ? null : one.ownerName,
            one.delivered,
            one.delivered == null ? null : "PORTAL",
            one.delivered == null ? null : "门户下载",
            one.archived == null ? null : moment(one.archived, 16),
            one.ended,
            one.partOf == null ? null : one.partOf.id,
            one.partOf == null ? null : one.partNumber,
            one.company == null ? null : one.company.id().value(),
            one.company == null ? null : one.company.name()
        };
    }

    private static @Nullable String decision(CaseStory one) {
        var outcome = one.outcome;
        return outcome == null
                ? null
                : switch (outcome) {
                    case GRANTED -> "经审查，符合法定条件、标准，准予。";
                    case REFUSED -> "经审查，不符合规定条件，不予。";
                    case ANSWERED -> "已处理完毕，现场核实后答复。";
                };
    }

    private void events(List<CaseStory> stories) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var one : stories) {
            int number = 0;
            for (var it : one.happened) {
                number++;
                rows.add(
                        new @Nullable Object[] {
                            tenant,
                            one.id,
                            number,
                            it.act().name(),
                            it.step().name(),
                            it.on(),
                            moment(it.on(), 8 + number),
                            "system",
                            it.by(),
                            it.said(),
                            it.open()
                        });
            }
        }
        jdbc.batchUpdate(
                """
                insert into services.case_event (tenant_id, case_id, number, act, step, on_day, at, by_username, by_name, said, open)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                rows);
    }

    private void materials(List<CaseStory> stories) {
        var rows = new ArrayList<Object[]>();
        for (var one : stories) {
            one.materials.forEach((key, state) ->
                    rows.add(
                            new Object[] {
                                tenant,
                                one.id,
                                key,
                                state.name(),
                                one.supplementAsked != null && state != MaterialState.HELD
                            }));
        }
        jdbc.batchUpdate(
                "insert into services.case_material (tenant_id, case_id, material, state, asked) values (?, ?, ?, ?, ?)",
                rows);
    }

    private void stops(List<CaseStory> stories) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var one : stories) {
            int number = 0;
            for (var it : one.stops) {
                number++;
                rows.add(
                        new @Nullable Object[] {
                            tenant, one.id, number, it.reason().name(), it.from(), it.to(), "专家评审通知"
                        });
            }
        }
        jdbc.batchUpdate(
                "insert into services.case_stop (tenant_id, case_id, number, reason, from_on, to_on, document) values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void letters(List<CaseStory> stories) {
        var letters = new CaseLetters(zone);
        var rows = new ArrayList<@Nullable Object[]>();
        for (var it : letters.of(stories, receipts)) {
            var one = it.story();
            var on = it.written().on();
            rows.add(
                    new @Nullable Object[] {
                        tenant,
                        UuidV7.next(),
                        one.id,
                        it.written().kind().name(),
                        it.number(),
                        it.title(),
                        it.body(),
                        on,
                        moment(on, 15),
                        one.ownerName == null ? zone : one.ownerName
                    });
        }
        jdbc.batchUpdate(
                """
                insert into services.letter (tenant_id, id, case_id, kind, number, title, body, on_day, at, signed_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                rows);
        jdbc.batchUpdate(
                "insert into services.letter_count (tenant_id, numbering, year, last) values (?, ?, ?, ?)",
                letters.counts().entrySet().stream()
                        .map(one ->
                                new Object[] {
                                    tenant,
                                    one.getKey().numbering(),
                                    one.getKey().year(),
                                    one.getValue()
                                })
                        .toList());
    }

    private Timestamp moment(LocalDate day, int hour) {
        var at =
                day.atTime(LocalTime.of(Math.min(hour, 20), draws.below(60)))
                        .atZone(SHANGHAI)
                        .toInstant();
        return Timestamp.from(at.isAfter(now) ? now : at);
    }
}

package org.kaiyuan.services;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases straight in the tables, many of them at once, of all kinds. */
abstract class ManyCases extends ServiceDesk {
    static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    @Autowired TestServers servers;
    @Autowired Clock clock;

    /** One case as its row has it; what is null is left out. */
    record Row(
            ServiceTrack track,
            CaseState state,
            LocalDate submittedOn,
            @Nullable LocalDate acceptedOn,
            int promisedDays,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate nextOn) {}

    CaseId insert(ServiceId service, Row row) {
        var id = CaseId.next();
        owned(
                """
                insert into services.case_file (tenant_id, id, receipt, pickup_code, made_of, service_id, edition, title, track,
                    enterprise_name, applicant_name, applicant_phone, channel, state, step, step_since, waiting_for, answers,
                    submitted_at, said_since, accepted_on, course, promised_days, due_on, next_on)
                values (?, ?, ?, 'CODE', ?, ?, 1, '测试事项', ?, '甲公司', '王芳', '13800001234', 'PORTAL', ?, 'REVIEW', now(), 'PARK',
                    '{"values": {}, "tables": {}}', ?::timestamptz, ?, ?, ?, ?, ?, ?)\
                """,
                zone(),
                id.value(),
                "R-" + id,
                UUID.randomUUID(),
                service.value(),
                row.track().name(),
                row.state().name(),
                row.submittedOn().atTime(9, 0).atZone(HERE).toInstant().toString(),
                row.submittedOn(),
                row.acceptedOn(),
                row.acceptedOn() == null ? null : "OWN",
                row.promisedDays(),
                row.dueOn(),
                row.nextOn());
        return id;
    }

    /** So many, their columns spread evenly; the same every time. */
    void spread(ServiceId one, ServiceId other, int many) {
        owned(
                """
                insert into services.case_file (tenant_id, id, receipt, pickup_code, made_of, service_id, edition, title, track,
                    enterprise_name, applicant_name, applicant_phone, channel, state, step, step_since, waiting_for, answers,
                    submitted_at, said_since, accepted_on, course, promised_days, due_on, team, owner, owner_name, outcome, decided_on,
                    supplement_asked_on, deemed)
                select ?, gen_random_uuid(), 'PARK-20260' || (g % 9 + 1) || '01-' || lpad(g::text, 6, '0'), 'CODE', gen_random_uuid(),
                    case when g % 7 = 0 then ?::uuid else ?::uuid end, 1, '事项', 'PARK',
                    (array['甲', '乙', '丙', '丁'])[g % 4 + 1] || '公司' || g % 50, '王芳', '13800001234', 'PORTAL', x.state, 'REVIEW', now(),
                    case when x.state = 'SUPPLEMENT' then 'ENTERPRISE' when g % 29 = 0 then 'UPPER' else 'PARK' end,
                    '{"values": {}, "tables": {}}', timestamptz '2026-01-05 09:00+08' + g % 300 * interval '1 day' + g * interval '1 ms',
                    date '2026-01-05' + g % 300,
                    case when x.state in ('ACCEPTED', 'DECIDED', 'DELIVERED', 'ARCHIVED') then date '2026-01-06' + g % 300 end,
                    case when x.state in ('ACCEPTED', 'DECIDED', 'DELIVERED', 'ARCHIVED') then 'OWN' end, 10,
                    case when x.state in ('ACCEPTED', 'DECIDED', 'DELIVERED', 'ARCHIVED') and g % 11 > 0
                         then date '2026-01-20' + g % 330 end,
                    (array['审批局', '经发局', null])[g % 3 + 1],
                    case when g % 5 = 0 then ? when g % 5 = 1 then 'somebody' end,
                    case when g % 5 = 0 then '测试员' when g % 5 = 1 then '某人' end,
                    case when x.state in ('DECIDED', 'DELIVERED', 'ARCHIVED') then 'GRANTED' end,
                    case when x.state in ('DECIDED', 'DELIVERED', 'ARCHIVED') then date '2026-01-12' + g % 300 + g % 13 end,
                    case when g % 17 = 0 then date '2026-01-07' + g % 300 end,
                    x.state = 'ACCEPTED' and g % 19 = 0
                from generate_series(1, ?) g
                cross join lateral (select (array['SUBMITTED', 'SUPPLEMENT', 'ACCEPTED', 'ACCEPTED', 'DECIDED', 'DELIVERED', 'ARCHIVED',
                    'NOT_ACCEPTED', 'WITHDRAWN', 'ARCHIVED'])[g % 10 + 1] as state) x\
                """,
                zone(), one.value(), other.value(), park + "-tester", many);
    }

    void analyzed() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("analyze services.case_file, services.case_opinion");
        }
    }

    long zone() {
        return desk(() -> CurrentTenant.get().value());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    static Clock at(LocalDate day) {
        return Clock.fixed(day.atTime(9, 0).atZone(HERE).toInstant(), HERE);
    }
}

package org.kaiyuan.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceTrack;
import tools.jackson.databind.json.JsonMapper;

/**
 * Made-up cases of three years in any number, once per data folder.
 *
 * <p>Written by the database itself as superuser with triggers at rest: neither the wall nor foreign keys are what is measured.
 */
final class ServicePopulation {
    /** What marks the services of benchmarks. */
    static final String CODE = "BENCH-";

    /** Promised working days of each of them. */
    static final int PROMISED = 10;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SERVICES = 30;

    private static final String OF_SERVICE =
            """
            insert into services.service (tenant_id, id, code, track, state, title, topics, edition, updated_at)
            select %1$d, md5('%1$d service ' || n)::uuid, '%2$s' || n, 'PARK', 'OPEN', '基准服务事项 ' || n, '{基准}', 1, now()
            from generate_series(1, %3$d) n on conflict do nothing\
            """;

    private static final String OF_EDITION =
            """
            insert into services.edition (tenant_id, service_id, number, note, published_at, published_by, published_name)
            select s.tenant_id, s.id, 1, ?::jsonb, now(), 'bench', 'bench' from services.service s
            where s.tenant_id = %1$d and s.code like '%2$s%%' on conflict do nothing\
            """;

    /** A fifth is open, in every state; what is closed lies further back. */
    private static final String OF_CASES =
            """
            insert into services.case_file (tenant_id, id, receipt, pickup_code, made_of, service_id, edition, title, track,
                enterprise_name, credit_code, applicant_name, applicant_phone, channel, state, step, step_since, waiting_for, answers,
                submitted_at, said_since, accepted_on, course, promised_days, due_on, team, owner, owner_name, outcome, decided_on,
                decision, decided_name, delivered_on, delivered_way, archived_at, ended_on)
            select %1$d, gen_random_uuid(), 'BENCH-' || to_char(c.submitted, 'YYYYMMDD') || '-' || lpad(c.n::text, 9, '0'), 'BENCH234',
                gen_random_uuid(), md5('%1$d service ' || (1 + c.n %% %2$d))::uuid, 1, '基准服务事项 ' || (1 + c.n %% %2$d), 'PARK',
                '基准企业' || (c.n * 7919 %% 9973) || '有限公司', null, '经办人' || c.n %% 500, '13800000000',
                case when c.n %% 5 = 0 then 'COUNTER' else 'PORTAL' end, c.state,
                case c.state when 'SUBMITTED' then 'PRECHECK' when 'SUPPLEMENT' then 'ACCEPT' when 'ACCEPTED' then 'REVIEW'
                    when 'DECIDED' then 'DELIVER' when 'DELIVERED' then 'DELIVER' when 'ARCHIVED' then 'ARCHIVE' else 'ACCEPT' end,
                c.submitted, case c.state when 'SUPPLEMENT' then 'ENTERPRISE' when 'SUBMITTED' then 'PARK' when 'ACCEPTED' then 'PARK'
                    when 'DECIDED' then 'PARK' else 'NOBODY' end,
                '{"values":{"project":["年产三万件生产线项目"]},"tables":{}}', c.submitted, c.submitted::date,
                case when c.accepted then c.submitted::date + 1 end, case when c.accepted then 'OWN' end, %3$d,
                case when c.accepted then c.submitted::date + 15 end, case c.n %% 5 when 0 then '规划组' when 1 then '综合组' when 2 then '环保组' end,
                case when c.n %% 4 <> 0 then 'bench-' || c.n %% 60 end, case when c.n %% 4 <> 0 then '经办' || c.n %% 60 end,
                case when c.decided then 'GRANTED' end, case when c.decided then c.submitted::date + 12 end,
                case when c.decided then '符合条件，准予。' end, case when c.decided then '经办' || c.n %% 60 end,
                case when c.state in ('DELIVERED', 'ARCHIVED') then c.submitted::date + 13 end,
                case when c.state in ('DELIVERED', 'ARCHIVED') then 'PORTAL' end,
                case when c.state = 'ARCHIVED' then c.submitted + interval '20 days' end,
                case when c.state not in ('SUBMITTED', 'SUPPLEMENT', 'ACCEPTED', 'DECIDED') then c.submitted::date + 13 end
            from (select n, r.state, r.state in ('ACCEPTED', 'DECIDED', 'DELIVERED', 'ARCHIVED') as accepted,
                    r.state in ('DECIDED', 'DELIVERED', 'ARCHIVED') as decided,
                    now() - case when n %% 100 < 20 then interval '12 days' else interval '3 years' end
                        * (n * 104729 %% 1000003) / 1000003.0 as submitted
                from generate_series(%4$d::bigint, %5$d) n,
                    lateral (select case when n %% 100 < 4 then 'SUBMITTED' when n %% 100 < 5 then 'SUPPLEMENT' when n %% 100 < 18 then 'ACCEPTED'
                        when n %% 100 < 20 then 'DECIDED' when n %% 100 < 26 then 'DELIVERED' when n %% 100 < 29 then 'NOT_ACCEPTED'
                        when n %% 100 < 32 then 'WITHDRAWN' else 'ARCHIVED' end as state) r) c\
            """;

    /** All of them run. */
    private static final String OF_RUNNING =
            """
            insert into services.case_file (tenant_id, id, receipt, pickup_code, made_of, service_id, edition, title, track,
                enterprise_name, applicant_name, applicant_phone, channel, state, step, step_since, waiting_for, answers, submitted_at,
                said_since, accepted_on, course, promised_days, due_on, next_on, owner, owner_name)
            select %1$d, gen_random_uuid(), 'RUN-' || to_char(?::date, 'YYYYMMDD') || '-' || lpad(n::text, 9, '0'), 'BENCH234', gen_random_uuid(),
                md5('%1$d service ' || (1 + n %% %2$d))::uuid, 1, '基准服务事项', 'PARK', '基准企业' || n %% 9973 || '有限公司', '经办人',
                '13800000000', 'PORTAL', 'ACCEPTED', 'REVIEW', now(), 'PARK', '{"values":{},"tables":{}}', ?::date::timestamptz, ?, ?, 'OWN',
                %3$d, ?, ?, 'bench-' || n %% 60, '经办' || n %% 60
            from generate_series(%4$d::bigint, %5$d) n\
            """;

    private ServicePopulation() {}

    /** Cases that were accepted on the same day. */
    record Running(
            LocalDate accepted, @Nullable LocalDate due, @Nullable LocalDate next, int cases) {}

    /** Fills the tenant up to {@code rows}; what is there already is kept. */
    static void fill(Connection superuser, TenantId tenant, int rows) throws SQLException {
        int there = count(superuser, tenant);
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            services(superuser, tenant);
            if (there < rows) {
                statement.execute(
                        OF_CASES.formatted(tenant.value(), SERVICES, PROMISED, there + 1, rows));
            }
        }
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    /** Anew: what ran before is gone. */
    static void running(Connection superuser, TenantId tenant, List<Running> all)
            throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            services(superuser, tenant);
            statement.execute("delete from services.case_told where tenant_id = " + tenant.value());
            statement.execute(
                    "delete from services.case_file where receipt like 'RUN-%' and tenant_id = "
                            + tenant.value());
        }
        int from = 0;
        for (var one : all) {
            try (var statement =
                    superuser.prepareStatement(
                            OF_RUNNING.formatted(
                                    tenant.value(),
                                    SERVICES,
                                    PROMISED,
                                    from + 1,
                                    from + one.cases()))) {
                var accepted = Date.valueOf(one.accepted());
                for (int i = 1; i <= 4; i++) {
                    statement.setDate(i, accepted);
                }
                statement.setDate(5, one.due() == null ? null : Date.valueOf(one.due()));
                statement.setDate(6, one.next() == null ? null : Date.valueOf(one.next()));
                statement.executeUpdate();
            }
            from += one.cases();
        }
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    static int count(Connection superuser, TenantId tenant) throws SQLException {
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from services.case_file where receipt like 'BENCH-%' and tenant_id = "
                                        + tenant.value())) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void services(Connection superuser, TenantId tenant) throws SQLException {
        try (var statement = superuser.createStatement();
                var editions =
                        superuser.prepareStatement(OF_EDITION.formatted(tenant.value(), CODE))) {
            statement.execute(OF_SERVICE.formatted(tenant.value(), CODE, SERVICES));
            editions.setString(
                    1, JSON.writeValueAsString(ServiceDefaults.note(ServiceTrack.PARK, "基准服务事项")));
            editions.executeUpdate();
        }
    }

    /** Analyzed, so that the planner knows what there is. */
    static void settle(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (var table : new ArrayList<>(List.of("service", "edition", "case_file"))) {
                statement.execute("vacuum analyze services." + table);
            }
        }
    }
}

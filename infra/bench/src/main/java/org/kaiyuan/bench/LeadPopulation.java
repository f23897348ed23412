package org.kaiyuan.bench;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.demo.CopyText;
import org.kaiyuan.demo.InventedCodes;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.Likeness;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.tenancy.TenantId;
import org.postgresql.PGConnection;

/**
 * Made-up leads of three years in any number, with what hangs on them, once per data folder.
 *
 * <p>Written by COPY as superuser with triggers at rest: neither the wall nor foreign keys nor the quota's
 * counting are what is measured, and so a zone is full in seconds.
 */
final class LeadPopulation {
    /** From here on numbers belong to rows of files. */
    static final int OF_FILES = 8_000_000;

    private static final int BATCH = 10_000;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String MARKS =
            "铭翊沐睿钰骏弘恺翰晟煜昊宸泓澜皓禾黎岷涪沱蜀岚峻岳嵘瑾璟琪瑞锦恒宏鑫泰昌盛荣裕祥丰益腾飞骐骥麟鹏鸿鹄雁云霄凌霖润泽浩渊源沛济";
    private static final long FOURS = 62L * 62 * 62 * 62;
    private static final List<String> CITIES =
            List.of("德阳", "成都", "绵阳", "深圳", "苏州", "杭州", "宁波", "东莞", "上海", "武汉", "重庆", "合肥");
    private static final List<String> TRADES =
            List.of("装备制造", "新材料", "精密机械", "电子科技", "生物医药", "食品", "能源科技", "智能装备", "化工", "通用航空");
    private static final List<String> INDUSTRIES =
            List.of("装备制造产业", "先进材料产业", "食品轻纺产业", "电子信息产业", "医药健康产业", "能源化工产业");
    private static final List<String> INDUSTRY_CODES =
            List.of("C3484", "C3985", "C2710", "C1495", "C3311", "C2651", "C3462", "C3913");
    private static final List<String> PROJECTS =
            List.of("生产基地项目", "产业化项目", "智能制造项目", "研发及生产项目", "西南总部及制造基地项目", "扩能项目");
    private static final List<String> TAGS = List.of("重大项目", "链主配套", "增资扩产", "外资", "省重点", "专班推进");
    private static final List<String> NEXT =
            List.of("发送政策汇编", "约定第二次考察", "请律师审阅协议", "报送主任办公会", "核对用能数据", "回访并确认投资计划");
    private static final String TALK =
            "对方带队考察拟选地块,关注污水处理能力和双回路供电;就投资协议草案交换意见,对固定资产投资强度条款仍有分歧,约定下周再谈";
    private static final int PEOPLE = 60;

    /** Days from one stage to the next, and which share is given up in it: as the demo tells its stories. */
    private static final int[][] DAYS = {
        {2, 9},
        {6, 30},
        {25, 150},
        {10, 35},
        {15, 60},
        {30, 100},
        {45, 120},
        {150, 330},
        {80, 180},
        {90, 200}
    };

    private static final double[] LOST = {0.22, 0.22, 0.24, 0.10, 0.05, 0.02, 0, 0, 0, 0};

    private final Connection superuser;
    private final long tenant;
    private final String code;
    private final LocalDate today;
    private final SplittableRandom random;
    private final Map<String, StringBuilder> tables = new LinkedHashMap<>();

    private LeadPopulation(Connection superuser, TenantId tenant, String code) {
        this.superuser = superuser;
        this.tenant = tenant.value();
        this.code = code.toUpperCase(Locale.ROOT);
        this.today = LocalDate.now(SHANGHAI);
        this.random = new SplittableRandom(tenant.value());
    }

    /** Fills the tenant up to {@code rows}; what is there already is kept. */
    static void fill(Connection superuser, TenantId tenant, String code, int rows)
            throws SQLException {
        int there = (int) count(superuser, tenant);
        if (there >= rows) {
            return;
        }
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            new LeadPopulation(superuser, tenant, code).write(there, rows);
            statement.execute(
                    "insert into tenancy.record_change (tenant_id, word, n) values (%d, 'leads', %d)"
                            .formatted(tenant.value(), rows - there));
        }
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    static long count(Connection superuser, TenantId tenant) throws SQLException {
        try (var statement = superuser.createStatement();
                var row =
                        statement.executeQuery(
                                "select count(*) from leads.lead where tenant_id = "
                                        + tenant.value())) {
            row.next();
            return row.getLong(1);
        }
    }

    /** An investor's name; another number is another name. */
    static String investor(int number) {
        return CITIES.get(number % CITIES.size())
                + mark(number)
                + TRADES.get(number % TRADES.size())
                + "有限公司";
    }

    static String project(int number) {
        return mark(number)
                + TRADES.get(number % TRADES.size())
                + PROJECTS.get(number % PROJECTS.size());
    }

    static String creditCode(int number) {
        return InventedCodes.code("510603", 100_000_000L + number);
    }

    static String phone(int number) {
        return "139%08d".formatted(number);
    }

    static String industry(int number) {
        return INDUSTRIES.get(number % INDUSTRIES.size());
    }

    private static String mark(int number) {
        long left = number * 7_654_321L % FOURS;
        var mark = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            mark.append(MARKS.charAt((int) (left % MARKS.length())));
            left /= MARKS.length();
        }
        return mark.toString();
    }

    private void write(int from, int to) throws SQLException {
        for (int i = from; i < to; i++) {
            lead(i, to);
            if ((i + 1) % BATCH == 0) {
                flush();
            }
        }
        flush();
    }

    /** A stage and the day it was entered. */
    private record Step(int stage, LocalDate on) {}

    private void lead(int number, int all) {
        var id = UuidV7.next();
        var registered =
                today.minusDays(Math.round(1095 * Math.pow(1 - number / (double) all, 1.3)));
        var steps = new ArrayList<Step>();
        String state = "ACTIVE";
        LocalDate ended = null;
        var on = registered;
        for (int stage = 0; ; stage++) {
            steps.add(new Step(stage, on));
            if (stage == 10) {
                break;
            }
            var next = on.plusDays(random.nextInt(DAYS[stage][0], DAYS[stage][1] + 1));
            if (next.isAfter(today)) {
                break;
            }
            if (chance(LOST[stage])) {
                state = chance(0.5) ? "ENDED" : chance(0.6) ? "PAUSED" : "TRANSFERRED";
                ended = next;
                break;
            }
            on = next;
        }
        int stage = steps.getLast().stage();
        boolean going = state.equals("ACTIVE");
        boolean pool = going && stage < 4 && chance(0.12);
        int who = random.nextInt(PEOPLE);
        var owner = pool ? null : "bench-" + who;
        var actor = "bench-" + who;
        var actorName = "招商员" + who;
        var since = at(steps.getLast().on(), 9);
        var talked = chance(0.85) ? later(on, registered.plusDays(1)) : null;
        var next = going && !pool && chance(0.8) ? today.plusDays(random.nextInt(-20, 60)) : null;
        var due =
                !going || pool || stage == 10
                        ? null
                        : next != null ? next : (talked == null ? registered : talked).plusDays(14);
        long wan = Math.round(10_000 * Math.exp(1.2 * normal()));
        var changed = ended != null ? at(ended, 17) : talked == null ? since : at(talked, 16);
        var name = project(number);
        row(
                "lead (tenant_id, id, code, project_name, name_key, summary, way, leading_industry, sub_industry,"
                        + " industry_code, total_investment, fixed_investment, wanted_land_m2, wanted_floor_m2,"
                        + " expected_revenue_yuan, expected_tax_yuan, expected_jobs, owner, owner_name, owner_team,"
                        + " owned_since, confidential, probability, next_action, next_action_on, stage, furthest,"
                        + " stage_since, state, state_reason, state_since, signed_on, registered_on, answered_at,"
                        + " feedback_at, followed_at, due_on, due_kind, due_estimated, silent_on, pooled_at, created_at,"
                        + " created_by, updated_at)",
                tenant,
                id,
                "%s-%d-B%07d".formatted(code, registered.getYear(), number),
                name,
                ChineseText.key(name),
                "建设" + name + ",含研发中心、标准厂房和配套仓储,分两期实施",
                InvestmentWay.values()[number % InvestmentWay.values().length],
                industry(number),
                TRADES.get(number % TRADES.size()),
                INDUSTRY_CODES.get(number % INDUSTRY_CODES.size()),
                chance(0.9) ? wan * 10_000 : null,
                wan * 6_000,
                chance(0.6) ? random.nextInt(10_000, 200_000) : null,
                chance(0.3) ? random.nextInt(1_000, 40_000) : null,
                wan * 15_000,
                wan * 500,
                random.nextInt(20, 800),
                owner,
                owner == null ? null : actorName,
                owner == null ? null : "招商" + (1 + who % 8) + "部",
                owner == null ? null : at(registered, 10),
                owner != null && chance(0.03),
                chance(0.6) ? random.nextInt(5, 96) : null,
                next == null ? null : NEXT.get(number % NEXT.size()),
                next,
                LeadStage.values()[stage],
                stage,
                since,
                state,
                ended == null ? null : "用地指标暂不能满足",
                ended == null ? at(registered, 9) : at(ended, 17),
                stage < 4 ? null : steps.get(4).on(),
                registered,
                talked == null ? null : at(registered.plusDays(1), 15),
                stage < 1 ? null : at(steps.get(1).on(), 15),
                talked == null ? null : at(talked, 16),
                due,
                due == null ? null : next != null ? "ACTION" : "FOLLOW_UP",
                due != null,
                due == null || stage >= 4 ? null : later(due, today).plusDays(30),
                pool ? since : null,
                at(registered, 9),
                actor,
                changed);
        parts(id, number, name, registered, talked, actor, actorName);
        moves(id, steps, actor, actorName);
        if (stage >= 4) {
            signed(id, steps, wan, actor);
        }
    }

    private void parts(
            UUID id,
            int number,
            String name,
            LocalDate registered,
            @Nullable LocalDate talked,
            String actor,
            String actorName) {
        var forms = new LinkedHashSet<Likeness>();
        int investors = chance(0.75) ? 1 : chance(0.8) ? 2 : 3;
        for (int i = 0; i < investors; i++) {
            int which = i == 0 ? number : random.nextInt(OF_FILES);
            var investor = investor(which);
            row(
                    "investor (tenant_id, id, lead_id, position, name, name_key, credit_code, listed)",
                    tenant,
                    UuidV7.next(),
                    id,
                    i,
                    investor,
                    ChineseText.key(investor),
                    creditCode(which),
                    chance(0.1));
            forms.add(new Likeness(Likeness.Kind.CODE, creditCode(which)));
            Likeness.names(investor)
                    .forEach(form -> forms.add(new Likeness(Likeness.Kind.INVESTOR, form)));
        }
        row(
                "contact (tenant_id, id, lead_id, name, position, phone)",
                tenant,
                UuidV7.next(),
                id,
                "联系人" + number % 100,
                "总经理",
                phone(number));
        forms.add(new Likeness(Likeness.Kind.PHONE, phone(number)));
        Likeness.project(name)
                .ifPresent(form -> forms.add(new Likeness(Likeness.Kind.PROJECT, form)));
        forms.forEach(one ->
                row(
                        "likeness (tenant_id, lead_id, kind, form)",
                        tenant,
                        id,
                        one.kind(),
                        one.form()));
        int tag = random.nextInt(TAGS.size() * 3);
        for (int i = tag; i < Math.min(tag + 2, TAGS.size()); i++) {
            row("lead_tag (tenant_id, lead_id, tag)", tenant, id, TAGS.get(i));
        }
        if (chance(0.2)) {
            int member = random.nextInt(PEOPLE);
            row(
                    "member (tenant_id, lead_id, username, name)",
                    tenant,
                    id,
                    "bench-" + member,
                    "招商员" + member);
        }
        for (int i = random.nextInt(3); talked != null && i >= 0; i--) {
            var on = later(registered, talked.minusDays(i * 9L));
            row(
                    "followup (tenant_id, id, lead_id, kind, happened_on, text, author, author_name, at)",
                    tenant,
                    UuidV7.next(),
                    id,
                    "VISIT",
                    on,
                    TALK,
                    actor,
                    actorName,
                    at(on, 16));
        }
    }

    private void moves(UUID id, List<Step> steps, String actor, String actorName) {
        Step before = null;
        for (var step : steps) {
            row(
                    "stage_move (tenant_id, id, lead_id, from_stage, to_stage, at, days, actor, actor_name)",
                    tenant,
                    UuidV7.next(),
                    id,
                    before == null ? null : LeadStage.values()[before.stage()],
                    LeadStage.values()[step.stage()],
                    at(step.on(), 9),
                    before == null ? null : ChronoUnit.DAYS.between(before.on(), step.on()),
                    actor,
                    actorName);
            if (step.stage() >= 4) {
                row(
                        "milestone (tenant_id, lead_id, stage, planned_on, actual_on)",
                        tenant,
                        id,
                        LeadStage.values()[step.stage()],
                        step.on(),
                        step.on());
            }
            before = step;
        }
    }

    private void signed(UUID id, List<Step> steps, long wan, String actor) {
        var on = steps.get(4).on();
        row(
                "agreement (tenant_id, id, lead_id, kind, title, parties, promised_investment_yuan, signed_on, made_at,"
                        + " made_by)",
                tenant,
                UuidV7.next(),
                id,
                "INVESTMENT",
                "投资协议",
                "{管委会,投资方}",
                wan * 10_000,
                on,
                at(on, 11),
                actor);
        int months = Math.min(12, 2 * (steps.size() - 5));
        for (int i = 0; i < months; i++) {
            var month = on.plusMonths(i + 1).withDayOfMonth(1);
            if (month.isBefore(today)) {
                row(
                        "fund (tenant_id, lead_id, month, source, amount, currency, actor, at)",
                        tenant,
                        id,
                        month,
                        "OTHER_PROVINCES",
                        wan * 500,
                        "CNY",
                        actor,
                        at(month, 10));
            }
        }
    }

    private void row(String table, @Nullable Object... values) {
        CopyText.row(tables.computeIfAbsent(table, t -> new StringBuilder()), values);
    }

    private void flush() throws SQLException {
        var copy = superuser.unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables.entrySet()) {
            try {
                copy.copyIn(
                        "copy leads." + table.getKey() + " from stdin",
                        new StringReader(table.getValue().toString()));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        tables.clear();
    }

    private String at(LocalDate day, int hour) {
        return LocalDateTime.of(day, java.time.LocalTime.of(hour, 0))
                        .plusNanos(random.nextLong(3_500_000_000L) * 1_000)
                + "+08";
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}

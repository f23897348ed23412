package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.Likeness;
import org.kaiyuan.leads.ScoreTable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes made-up leads and what hangs on them, in batches, within the caller's transaction and zone. */
final class LeadWriting {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final long tenant;
    private final List<String> usernames;
    private final List<String> names;
    private final Draws draws;
    private final LocalDate today;
    private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

    /** @param usernames of the agents, in the order of {@link LeadStory#agent()} */
    LeadWriting(
            JdbcTemplate jdbc,
            long tenant,
            List<String> usernames,
            List<String> names,
            LocalDate today,
            long seed) {
        this.jdbc = jdbc;
        this.tenant = tenant;
        this.usernames = usernames;
        this.names = names;
        this.draws = new Draws(seed);
        this.today = today;
    }

    /** @param batch by which the index hears of them all at once */
    void write(String zoneCode, List<LeadStory> stories, UUID batch) {
        scoreTable();
        var fairs = fairs();
        var years = new HashMap<Integer, Integer>();
        for (var story : stories) {
            int year = story.registeredOn().getYear();
            int number = years.merge(year, 1, Integer::sum);
            lead(
                    story,
                    "%s-%d-%04d".formatted(zoneCode.toUpperCase(Locale.ROOT), year, number),
                    story.profile().way() == InvestmentWay.EXHIBITION ? draws.oneOf(fairs) : null,
                    batch);
        }
        years.forEach(
                (year, last) -> add("code_counter (tenant_id, year, last)", tenant, year, last));
        targets();
        flush();
        history();
    }

    /** What the pages of leads would have written when they were registered and moved. */
    private void history() {
        jdbc.update(
                """
                insert into audit.change
                    (tenant_id, id, subject_kind, subject_id, at, actor, actor_name, act, field, before, after)
                select tenant_id, uuidv7(), 'leads.lead', lead_id, at, actor, actor_name,
                       case when from_stage is null then 'registered' else 'moved' end,
                       case when from_stage is not null then 'stage' end, from_stage,
                       case when from_stage is not null then to_stage end
                from leads.stage_move\
                """);
    }

    private void lead(LeadStory s, String code, @Nullable UUID fair, UUID batch) {
        var p = s.profile();
        var owner = s.agent() == null ? null : usernames.get(s.agent());
        var ownerName = s.agent() == null ? null : names.get(s.agent());
        var team = s.agent() == null ? null : s.agent() < 2 ? "招商一部" : "招商二部";
        var since = at(s.steps().getLast().on(), 9);
        var stateSince = s.endedOn() == null ? at(s.registeredOn(), 9) : at(s.endedOn(), 17);
        var talked = s.talks().isEmpty() ? null : at(s.talks().getLast().on(), 16);
        boolean going = s.endedAs() == null;
        add(
                """
                lead (tenant_id, id, code, project_name, name_key, summary, way, fair_id, introducer, leading_industry,
                    sub_industry, industry_code, catalogue_class, total_investment, fixed_investment, wanted_land_m2,
                    wanted_floor_m2, power_kva, expected_revenue_yuan, expected_tax_yuan, expected_jobs, energy_tce, chemical,
                    river_distance_m, in_chemical_park, environmental_zoning, owner, owner_name, owner_team, owned_since,
                    confidential, probability, next_action, next_action_on, stage, furthest, stage_since, state, state_reason,
                    state_since, signed_on, enterprise_id, registered_on, answered_at, feedback_at, followed_at,
                    due_estimated, pooled_at, import_id, created_at, created_by, updated_at)\
                """,
                tenant,
                s.id(),
                code,
                p.projectName(),
                ChineseText.key(p.projectName()),
                p.summary(),
                p.way().name(),
                fair,
                p.introducer(),
                p.leadingIndustry(),
                p.subIndustry(),
                p.industryCode(),
                p.catalogueClass() == null ? null : p.catalogueClass().name(),
                p.totalInvestment(),
                p.fixedInvestment(),
                p.wantedLandM2(),
                p.wantedFloorM2(),
                p.powerKva(),
                p.expectedRevenueYuan(),
                p.expectedTaxYuan(),
                p.expectedJobs(),
                p.energyTce(),
                p.chemical(),
                p.riverDistanceM(),
                p.inChemicalPark(),
                p.environmentalZoning(),
                owner,
                ownerName,
                team,
                owner == null ? null : at(s.registeredOn(), 10),
                p.confidential() && owner != null,
                p.probability(),
                p.nextAction(),
                p.nextActionOn(),
                s.stage().name(),
                s.stage().ordinal(),
                since,
                s.endedAs() == null ? "ACTIVE" : s.endedAs().name(),
                s.endReason(),
                stateSince,
                s.entered(LeadStage.SIGNED),
                s.enterprise() == null ? null : s.enterprise().id(),
                s.registeredOn(),
                s.talks().isEmpty() ? null : at(s.talks().getFirst().on(), 15),
                s.talks().size() < 2 ? null : at(s.talks().get(1).on(), 15),
                talked,
                false, // LeadRecount counts what is due
                owner == null && going ? since : null,
                batch,
                at(s.registeredOn(), 9),
                owner == null ? usernames.getFirst() : owner,
                talked == null || talked.before(since) ? since : talked);
        likeness(s);
        people(s);
        steps(
                s,
                owner == null ? usernames.getFirst() : owner,
                ownerName == null ? names.getFirst() : ownerName);
        if (s.entered(LeadStage.SIGNED) != null) {
            signed(s, owner == null ? usernames.getFirst() : owner);
        }
    }

    private void likeness(LeadStory s) {
        Likeness.of(s.profile())
                .forEach(one ->
                        add(
                                "likeness (tenant_id, lead_id, kind, form)",
                                tenant,
                                s.id(),
                                one.kind().name(),
                                one.form()));
        s.profile()
                .tags()
                .forEach(tag -> add("lead_tag (tenant_id, lead_id, tag)", tenant, s.id(), tag));
    }

    private void people(LeadStory s) {
        int position = 0;
        for (var i : s.profile().investors()) {
            add(
                    "investor (tenant_id, id, lead_id, position, name, name_key, foreign_registration, country, global_500, listed, industry_leader)",
                    tenant,
                    UuidV7.next(),
                    s.id(),
                    position++,
                    i.name(),
                    ChineseText.key(i.name()),
                    i.foreignRegistration(),
                    i.country(),
                    i.global500(),
                    i.listed(),
                    i.industryLeader());
        }
        for (var c : s.profile().contacts()) {
            add(
                    "contact (tenant_id, id, lead_id, name, position, phone, email)",
                    tenant,
                    UuidV7.next(),
                    s.id(),
                    c.name(),
                    c.position(),
                    c.phone(),
                    c.email());
        }
        for (var t : s.talks()) {
            add(
                    "followup (tenant_id, id, lead_id, kind, happened_on, text, participants, author, author_name, at)",
                    tenant,
                    UuidV7.next(),
                    s.id(),
                    t.kind().name(),
                    t.on(),
                    t.text(),
                    s.profile().contacts().stream().map(LeadContact::name).toArray(String[]::new),
                    usernames.get(s.agent() == null ? 0 : s.agent()),
                    names.get(s.agent() == null ? 0 : s.agent()),
                    at(t.on(), 16));
        }
    }

    private void steps(LeadStory s, String actor, String actorName) {
        LeadStory.@Nullable Step before = null;
        for (var step : s.steps()) {
            add(
                    "stage_move (tenant_id, id, lead_id, from_stage, to_stage, at, days, actor, actor_name)",
                    tenant,
                    UuidV7.next(),
                    s.id(),
                    before == null ? null : before.stage().name(),
                    step.stage().name(),
                    at(step.on(), 9),
                    before == null ? null : (int) ChronoUnit.DAYS.between(before.on(), step.on()),
                    actor,
                    actorName);
            if (step.stage().isSigned()) {
                add(
                        "milestone (tenant_id, lead_id, stage, planned_on, actual_on)",
                        tenant,
                        s.id(),
                        step.stage().name(),
                        step.on().minusDays(draws.between(-10, 25)),
                        step.on());
            }
            before = step;
        }
        if (s.stage().isSigned() && s.stage() != LeadStage.FULL_CAPACITY && s.endedAs() == null) {
            add(
                    "milestone (tenant_id, lead_id, stage, planned_on, actual_on)",
                    tenant,
                    s.id(),
                    LeadStage.values()[s.stage().ordinal() + 1].name(),
                    today.plusDays(draws.between(-20, 120)),
                    null);
        }
        var reviewed = s.entered(LeadStage.REVIEW);
        if (reviewed != null) {
            review(s, reviewed, s.entered(LeadStage.SIGNED), actor);
        }
    }

    private void review(LeadStory s, LocalDate opened, @Nullable LocalDate signed, String actor) {
        var id = UuidV7.next();
        boolean failed = signed == null && s.endedAs() != null;
        boolean open = signed == null && !failed;
        var opinions = new ArrayList<Object[]>();
        double sum = 0;
        int answered = open ? 1 : 3;
        for (int i = 0; i < 3; i++) {
            var points = new LinkedHashMap<String, Integer>();
            for (var item : ScoreTable.DEFAULT.items()) {
                points.put(
                        item.key(),
                        (int)
                                Math.round(
                                        item.most()
                                                * draws.between(
                                                        failed ? 0.3 : 0.62, failed ? 0.6 : 0.98)));
            }
            sum += points.values().stream().mapToInt(Integer::intValue).sum();
            boolean given = i < answered;
            opinions.add(
                    new Object[] {
                        tenant,
                        id,
                        usernames.get(i),
                        names.get(i),
                        given ? json(points) : null,
                        new String[0],
                        given ? (failed ? "投资强度偏低,建议暂缓" : "产业方向符合规划,建议准入") : null,
                        given ? at(opened.plusDays(5), 11) : null
                    });
        }
        var closed = open ? null : at(opened.plusDays(7), 17);
        add(
                "review (tenant_id, id, lead_id, table_number, state, meeting_on, minutes, score, opened_at, opened_by, closed_at, closed_by)",
                tenant,
                id,
                s.id(),
                1,
                open ? "OPEN" : failed ? "FAILED" : "PASSED",
                opened.plusDays(7),
                open ? null : failed ? "会议认为投资强度和税收贡献不足,暂不准入。" : "会议原则同意项目准入,请按评审意见完善协议条款。",
                open ? null : BigDecimal.valueOf(Math.round(sum / 3 * 100), 2),
                at(opened, 9),
                actor,
                closed,
                open ? null : actor);
        opinions.forEach(one ->
                add(
                        "opinion (tenant_id, review_id, username, name, points, vetoes, remark, given_at)",
                        one));
    }

    private void signed(LeadStory s, String actor) {
        var on = Objects.requireNonNull(s.entered(LeadStage.SIGNED));
        var total = Objects.requireNonNull(s.profile().totalInvestment());
        add(
                "agreement (tenant_id, id, lead_id, kind, title, parties, amount_yuan, promised_investment_yuan, tax_per_mu_yuan, signed_on, start_on, production_on, made_at, made_by)",
                tenant,
                UuidV7.next(),
                s.id(),
                "INVESTMENT",
                s.profile().projectName() + "投资协议",
                new String[] {"管理委员会", s.profile().investors().getFirst().name()},
                total,
                total,
                BigDecimal.valueOf(draws.between(8, 25) * 10_000L),
                on,
                on.plusDays(200),
                on.plusDays(560),
                at(on, 10),
                actor);
        if (s.stage().compareTo(LeadStage.CONSTRUCTION) >= 0) {
            for (var kind : List.of("ENVIRONMENT", "ENERGY")) {
                add(
                        "clearance (tenant_id, lead_id, kind, outcome, document, decided_on, actor, actor_name, at)",
                        tenant,
                        s.id(),
                        kind,
                        "PASSED",
                        (kind.equals("ENERGY") ? "节审" : "环审")
                                + "〔"
                                + on.getYear()
                                + "〕演示"
                                + draws.between(10, 999)
                                + "号",
                        on.plusDays(60),
                        actor,
                        actor,
                        at(on.plusDays(60), 10));
            }
        }
        boolean foreign = !s.profile().investors().getFirst().country().equals("CN");
        double reached = Math.min(1, (s.stage().ordinal() - 3) / 6.0);
        long months = Math.max(1, ChronoUnit.MONTHS.between(on, today));
        int parts = (int) Math.min(8, months);
        for (int i = 0; i < parts; i++) {
            var month = on.plusMonths(1 + i * Math.max(1, months / parts)).withDayOfMonth(1);
            if (month.isAfter(today)) {
                break;
            }
            var amount =
                    total.multiply(BigDecimal.valueOf(reached * draws.between(0.6, 1.1) / parts))
                            .divide(
                                    foreign ? BigDecimal.valueOf(7) : BigDecimal.ONE,
                                    0,
                                    RoundingMode.HALF_UP);
            add(
                    "fund (tenant_id, lead_id, month, source, amount, currency, actor, at)",
                    tenant,
                    s.id(),
                    month,
                    foreign ? "FOREIGN" : draws.chance(0.75) ? "OTHER_PROVINCES" : "OWN_PROVINCE",
                    amount,
                    foreign ? "USD" : "CNY",
                    actor,
                    at(month.plusDays(20), 10));
        }
    }

    private List<UUID> fairs() {
        var ids = new ArrayList<UUID>();
        for (int year = today.getYear() - 2; year <= today.getYear(); year++) {
            for (var fair :
                    List.of(
                            "春季投资推介会:成都:4:12",
                            "西部产业合作洽谈会:成都:9:15",
                            "粤港澳大湾区招商周:深圳:6:3",
                            "长三角先进制造对接会:苏州:10:20")) {
                var parts = fair.split(":");
                var on = LocalDate.of(year, Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
                var id = UuidV7.next();
                ids.add(id);
                add(
                        "fair (tenant_id, id, name, place, held_on, ended_on)",
                        tenant,
                        id,
                        year + "年" + parts[0] + "(演示)",
                        parts[1],
                        on,
                        on.plusDays(2));
            }
        }
        return ids;
    }

    private void scoreTable() {
        add(
                "score_table (tenant_id, number, items, vetoes, pass_mark, made_at, made_by)",
                tenant,
                1,
                itemsJson(),
                "["
                        + ScoreTable.DEFAULT.vetoes().stream()
                                .map(v -> '"' + v + '"')
                                .collect(Collectors.joining(","))
                        + "]",
                ScoreTable.DEFAULT.passMark(),
                at(today.minusYears(3), 9),
                usernames.getFirst());
    }

    private void targets() {
        for (int quarter = 1; quarter <= 4; quarter++) {
            for (int i = 0; i < usernames.size(); i++) {
                add(
                        "target (tenant_id, username, name, year, quarter, new_leads, signed, signed_yuan, paid_in_yuan)",
                        tenant,
                        usernames.get(i),
                        names.get(i),
                        today.getYear(),
                        quarter,
                        8,
                        2,
                        BigDecimal.valueOf(400_000_000),
                        BigDecimal.valueOf(150_000_000));
            }
        }
    }

    private static String itemsJson() {
        return ScoreTable.DEFAULT.items().stream()
                .map(i ->
                        "{\"key\":\"%s\",\"name\":\"%s\",\"most\":%d}"
                                .formatted(i.key(), i.name(), i.most()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String json(Map<String, Integer> points) {
        return points.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private void add(String table, @Nullable Object... values) {
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(values);
    }

    /** In the order in which tables were first named: what is referred to comes first. */
    private void flush() {
        rows.forEach((table, lines) -> {
            int columns = table.split(",").length;
            var marks = new ArrayList<String>();
            var names = table.substring(table.indexOf('(') + 1, table.lastIndexOf(')')).split(",");
            for (int i = 0; i < columns; i++) {
                var name = names[i].strip();
                marks.add(
                        name.equals("items")
                                        || name.equals("points")
                                        || (name.equals("vetoes") && table.startsWith("score"))
                                ? "?::jsonb"
                                : "?");
            }
            var sql = "insert into leads." + table + " values (" + String.join(", ", marks) + ")";
            for (int from = 0; from < lines.size(); from += BATCH) {
                jdbc.batchUpdate(sql, lines.subList(from, Math.min(lines.size(), from + BATCH)));
            }
        });
    }

    private static Timestamp at(LocalDate day, int hour) {
        return Timestamp.from(day.atTime(hour, 0).atZone(SHANGHAI).toInstant());
    }
}

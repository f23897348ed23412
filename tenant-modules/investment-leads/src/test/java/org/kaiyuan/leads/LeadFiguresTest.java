package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.DataScope;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Every figure against the same one counted naively over leads that chance made. */
@KaiyuanTest
class LeadFiguresTest {
    private static final String ZONE = "figures";
    private static final int YEAR = 2025;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired LeadFigures figures;
    @Autowired LeadChain chain;
    @Autowired LeadFairs fairs;
    @Autowired LeadTargets targets;
    @Autowired LeadDirectory directory;
    @Autowired LeadPeople people;
    @Autowired Zones zones;
    @Autowired TestServers servers;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private final Random chance = new Random(20261128);
    private final List<Made> made = new ArrayList<>();
    private @Nullable FairId fair;

    private record Made(
            UUID id,
            InvestmentWay way,
            @Nullable String owner,
            @Nullable String industry,
            @Nullable String subIndustry,
            boolean atFair,
            String currency,
            long total,
            LeadStage stage,
            int furthest,
            LeadState state,
            boolean confidential,
            boolean merged,
            LocalDate registered,
            @Nullable LocalDate signed,
            LocalDate since,
            long promised,
            long home,
            long foreign,
            List<Integer> daysOfClue) {
        long yuan() {
            return currency.equals("USD") ? total * 7 : total;
        }

        /** By whoever is neither owner nor of the team. */
        boolean counts() {
            return !merged && !confidential;
        }
    }

    @BeforeEach
    void leads() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate leads.lead, leads.fair, leads.target cascade");
        }
        people.member(ZONE, "figures-director", "主任");
        people.member(ZONE, "figures-a", "甲");
        made.clear();
        director(() -> {
            fair = fairs.create(new FairDraft("西博会", "成都", LocalDate.of(YEAR, 5, 20), null));
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < 200; i++) {
                    make(i);
                }
            });
            return true;
        });
    }

    @Test
    void the_funnel_counts_what_a_naive_count_counts() {
        var filter =
                LeadFilter.ALL
                        .but()
                        .registeredFrom(LocalDate.of(YEAR - 1, 3, 1))
                        .registeredTo(LocalDate.of(YEAR, 9, 30))
                        .filter();
        var chosen =
                counted(one ->
                        !one.registered().isBefore(LocalDate.of(YEAR - 1, 3, 1))
                                && !one.registered().isAfter(LocalDate.of(YEAR, 9, 30)));

        var funnel = director(() -> figures.funnel(filter, FigureGroup.WAY));

        assertThat(chosen).hasSizeGreaterThan(50);
        check(funnel.whole(), chosen);
        assertThat(funnel.groups()).hasSize(InvestmentWay.values().length);
        for (var group : funnel.groups()) {
            check(
                    group,
                    chosen.stream().filter(one -> one.way().name().equals(group.key())).toList());
        }
    }

    @Test
    void it_is_taken_apart_by_owner_industry_and_fair_and_says_who_has_none() {
        var byOwner = director(() -> figures.funnel(LeadFilter.ALL, FigureGroup.OWNER));
        var byFair = director(() -> figures.funnel(LeadFilter.ALL, FigureGroup.FAIR));
        var byIndustry = director(() -> figures.funnel(LeadFilter.ALL, FigureGroup.INDUSTRY));

        for (var group : byOwner.groups()) {
            check(
                    group,
                    counted(one ->
                            Objects.requireNonNullElse(one.owner(), "").equals(group.key())));
            assertThat(group.behind() == null).isEqualTo(group.key().isEmpty());
        }
        for (var group : byIndustry.groups()) {
            check(
                    group,
                    counted(one ->
                            Objects.requireNonNullElse(one.industry(), "").equals(group.key())));
        }
        assertThat(byFair.groups()).hasSize(2);
        assertThat(byFair.groups())
                .filteredOn(group -> !group.key().isEmpty())
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.name()).isEqualTo("西博会");
                    check(group, counted(Made::atFair));
                });
    }

    @Test
    void the_list_behind_every_figure_has_as_many_leads() {
        var funnel = director(() -> figures.funnel(LeadFilter.ALL, FigureGroup.OWNER));
        var rates = director(() -> figures.rates(YEAR, LeadFilter.ALL));
        var attention = director(() -> figures.attention(LeadFilter.ALL));
        var figure = new ArrayList<FigureCount>();
        for (var group : funnel.groups()) {
            if (group.behind() != null) {
                figure.add(new FigureCount(group.leads(), group.yuan(), group.behind()));
            }
        }
        for (var step : funnel.whole().steps()) {
            figure.add(
                    new FigureCount(
                            step.reached(), 0, Objects.requireNonNull(step.reachedBehind())));
            figure.add(new FigureCount(step.now(), 0, Objects.requireNonNull(step.nowBehind())));
        }
        for (var part : List.of(rates.fresh(), rates.carried(), rates.all())) {
            figure.add(part.signed());
            for (var rate : List.of(part.kept(), part.started(), part.producing())) {
                figure.add(new FigureCount(rate.leads(), 0, rate.behind()));
            }
        }
        figure.addAll(
                List.of(
                        attention.overdue(),
                        attention.silent(),
                        attention.stuck(),
                        attention.pooled()));

        assertThat(figure).hasSizeGreaterThan(30);
        for (var one : figure) {
            // as an address, for that is how it gets to the list
            var read = LeadQuestion.read(one.behind().text()).filter();
            assertThat(director(() -> directory.count(read)).count())
                    .as(one.behind().text())
                    .isEqualTo(one.leads());
        }
    }

    @Test
    void rates_tell_new_from_carried_over_and_yuan_from_dollars() {
        var rates = director(() -> figures.rates(YEAR, LeadFilter.ALL));

        check(
                rates.fresh(),
                counted(one ->
                        signed(one) && Objects.requireNonNull(one.signed()).getYear() == YEAR));
        check(
                rates.carried(),
                counted(one ->
                        signed(one) && Objects.requireNonNull(one.signed()).getYear() < YEAR));
        check(rates.all(), counted(LeadFiguresTest::signed));
        assertThat(rates.fresh().signed().leads()).isPositive();
        assertThat(rates.fresh().foreign().paidIn()).isPositive();
    }

    @Test
    void stuck_is_what_has_not_moved_for_ninety_days() {
        var today = LocalDate.now(clock);
        var stuck =
                counted(one ->
                        one.state() == LeadState.ACTIVE
                                && one.stage().isBefore(LeadStage.PRODUCTION)
                                && !one.since().isAfter(today.minusDays(90)));

        var attention = director(() -> figures.attention(LeadFilter.ALL));

        assertThat(stuck).isNotEmpty();
        assertThat(attention.stuck().leads()).isEqualTo(stuck.size());
        assertThat(attention.pooled().leads())
                .isEqualTo(
                        counted(one -> one.state() == LeadState.ACTIVE && one.owner() == null)
                                .size());
    }

    @Test
    void confidential_leads_count_for_those_who_may_see_them() {
        long strangers =
                director(() -> figures.funnel(LeadFilter.ALL, FigureGroup.NONE)).whole().leads();
        long owners =
                people.as(ZONE, "figures-a", () -> figures.funnel(LeadFilter.ALL, FigureGroup.NONE))
                        .whole()
                        .leads();
        long own =
                people.as(
                                ZONE,
                                "figures-a",
                                DataScope.OWN,
                                null,
                                LeadPeople.ALL,
                                () -> figures.funnel(LeadFilter.ALL, FigureGroup.NONE))
                        .whole()
                        .leads();
        long confidential =
                made.stream()
                        .filter(one ->
                                one.confidential()
                                        && !one.merged()
                                        && "figures-a".equals(one.owner()))
                        .count();

        assertThat(confidential).isPositive();
        assertThat(owners).isEqualTo(strangers + confidential);
        assertThat(own)
                .isEqualTo(
                        made.stream()
                                .filter(one ->
                                        !one.merged()
                                                && ("figures-a".equals(one.owner())
                                                        || (one.owner() == null
                                                                && !one.confidential())))
                                .count());
    }

    @Test
    void another_zone_sees_nothing() {
        people.as(
                "figures-other",
                "figures-stranger",
                () -> {
                    assertThat(figures.funnel(LeadFilter.ALL, FigureGroup.OWNER).groups())
                            .isEmpty();
                    assertThat(figures.rates(YEAR, LeadFilter.ALL).all().signed().leads()).isZero();
                    assertThat(figures.attention(LeadFilter.ALL).stuck().leads()).isZero();
                    assertThat(chain.map().cells()).allMatch(ChainMap.Cell::isGap);
                    assertThat(fairs.list(null, 10).items()).isEmpty();
                    assertThat(targets.list(YEAR, 2)).isEmpty();
                    assertThatThrownBy(() -> fairs.one(Objects.requireNonNull(fair)))
                            .isInstanceOf(UnknownFair.class);
                    return true;
                });
    }

    @Test
    void the_chain_map_has_every_cell_of_the_plan_and_counts_each() {
        var map = director(chain::map);

        assertThat(map.industries()).hasSize(6);
        assertThat(map.cells())
                .hasSize(26)
                .allSatisfy(cell -> {
                    assertThat(cell.direction()).isNotBlank();
                    var here =
                            counted(one ->
                                    one.state() == LeadState.ACTIVE
                                            && cell.industry().equals(one.industry())
                                            && cell.name().equals(one.subIndustry()));
                    assertThat(cell.sums().leads()).as(cell.name()).isEqualTo(here.size());
                    assertThat(cell.sums().early())
                            .isEqualTo(
                                    here.stream().filter(one -> !one.stage().isSigned()).count());
                });
        assertThat(map.outside().leads())
                .isEqualTo(
                        counted(one -> one.state() == LeadState.ACTIVE && one.subIndustry() == null)
                                .size());
        assertThat(map.planned()).isFalse();
    }

    @Test
    void a_fair_tells_what_came_of_it() {
        var found = director(() -> fairs.one(Objects.requireNonNull(fair)));

        assertThat(found.leads().leads()).isEqualTo(counted(Made::atFair).size()).isPositive();
        assertThat(found.signed().leads())
                .isEqualTo(counted(one -> one.atFair() && one.furthest() >= 4).size());
        assertThat(found.landed().yuan())
                .isEqualTo(
                        counted(one -> one.atFair() && one.furthest() >= 6).stream()
                                .mapToLong(Made::yuan)
                                .sum());
    }

    @Test
    void fairs_are_changed_by_who_saw_them_and_kept_while_leads_name_them() {
        var id = Objects.requireNonNull(fair);
        director(() -> {
            var draft = new FairDraft(" 科博会 ", null, LocalDate.of(YEAR, 9, 1), null);
            assertThat(fairs.change(id, 0, draft)).isEqualTo(1);
            assertThat(fairs.change(id, 1, draft)).as("nothing changed").isEqualTo(1);
            assertThat(fairs.one(id).fair().name()).isEqualTo("科博会");
            assertThatThrownBy(() -> fairs.change(id, 0, draft))
                    .isInstanceOf(FairChangedMeanwhile.class);
            assertThatThrownBy(() -> fairs.create(draft)).isInstanceOf(FairTaken.class);
            assertThatThrownBy(() -> fairs.remove(id, 1)).isInstanceOf(FairInUse.class);
            assertThatThrownBy(() ->
                            fairs.create(
                                    new FairDraft(
                                            "",
                                            "成都",
                                            LocalDate.of(YEAR, 9, 2),
                                            LocalDate.of(YEAR, 9, 1))))
                    .isInstanceOfSatisfying(
                            LeadFieldsRefused.class,
                            refused ->
                                    assertThat(refused.fields())
                                            .extracting(fault -> fault.field())
                                            .containsExactly("name", "endedOn"));
            for (int i = 0; i < 3; i++) {
                fairs.create(new FairDraft("活动" + i, null, LocalDate.of(YEAR, 9, 1), null));
            }
            var first = fairs.list(null, 3);
            var second = fairs.list(first.next(), 3);
            assertThat(first.items()).hasSize(3);
            assertThat(second.items()).hasSize(1);
            assertThat(second.next()).isNull();
            assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
            assertThatThrownBy(() -> fairs.list("nonsense", 3))
                    .isInstanceOf(LeadCursorRefused.class);
            return true;
        });
    }

    @Test
    void targets_stand_beside_what_was_achieved() {
        director(() -> {
            targets.set(
                    new LeadTarget(
                            "figures-director", YEAR, 2, 5, 1, BigDecimal.TEN, BigDecimal.ZERO));
            targets.set(new LeadTarget("figures-a", YEAR, 2, 9, 2, BigDecimal.TEN, BigDecimal.ONE));
            var lines = targets.list(YEAR, 2);
            assertThat(lines)
                    .filteredOn(line -> line.username().equals("figures-director"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.fresh().leads()).isZero());
            assertThat(lines)
                    .filteredOn(line -> line.username().equals("figures-a"))
                    .singleElement()
                    .satisfies(line -> {
                        var own =
                                counted(one ->
                                        "figures-a".equals(one.owner())
                                                && inQuarter(one.registered()));
                        assertThat(Objects.requireNonNull(line.target()).newLeads()).isEqualTo(9);
                        assertThat(line.fresh().leads()).isEqualTo(own.size()).isPositive();
                        assertThat(line.signed().leads())
                                .isEqualTo(
                                        counted(one ->
                                                        "figures-a".equals(one.owner())
                                                                && one.furthest() >= 4
                                                                && one.signed() != null
                                                                && inQuarter(one.signed()))
                                                .size());
                        // every fund of these leads was paid in May
                        assertThat(line.paidInYuan())
                                .isEqualByComparingTo(
                                        BigDecimal.valueOf(
                                                counted(one -> "figures-a".equals(one.owner()))
                                                        .stream()
                                                        .mapToLong(Made::home)
                                                        .sum()));
                    });
            targets.set(
                    new LeadTarget(
                            "figures-director", YEAR, 2, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO));
            assertThat(targets.list(YEAR, 2))
                    .extracting(TargetLine::username)
                    .doesNotContain("figures-director");
            assertThatThrownBy(() ->
                            targets.set(
                                    new LeadTarget(
                                            "nobody",
                                            YEAR,
                                            2,
                                            1,
                                            0,
                                            BigDecimal.ZERO,
                                            BigDecimal.ZERO)))
                    .isInstanceOf(UnknownColleague.class);
            return true;
        });
    }

    private static boolean inQuarter(LocalDate day) {
        return day.getYear() == YEAR && day.getMonthValue() >= 4 && day.getMonthValue() <= 6;
    }

    private static boolean signed(Made one) {
        return one.furthest() >= 4 && one.signed() != null && one.signed().getYear() <= YEAR;
    }

    private List<Made> counted(Predicate<Made> which) {
        return made.stream().filter(Made::counts).filter(which).toList();
    }

    private static void check(LeadFunnel.Group group, List<Made> chosen) {
        assertThat(group.leads()).isEqualTo(chosen.size());
        assertThat(group.yuan()).isEqualTo(chosen.stream().mapToLong(Made::yuan).sum());
        for (var stage : LeadStage.values()) {
            var step = group.at(stage);
            var reached = chosen.stream().filter(one -> one.furthest() >= stage.ordinal()).toList();
            var now =
                    chosen.stream()
                            .filter(one -> one.stage() == stage && one.state() == LeadState.ACTIVE)
                            .toList();
            assertThat(step.reached()).isEqualTo(reached.size());
            assertThat(step.reachedYuan()).isEqualTo(reached.stream().mapToLong(Made::yuan).sum());
            assertThat(step.now()).isEqualTo(now.size());
            assertThat(step.nowYuan()).isEqualTo(now.stream().mapToLong(Made::yuan).sum());
            long further = chosen.stream().filter(one -> one.furthest() > stage.ordinal()).count();
            if (reached.isEmpty() || stage == LeadStage.FULL_CAPACITY) {
                assertThat(step.conversion()).isNull();
            } else {
                assertThat(step.conversion())
                        .isCloseTo(100.0 * further / reached.size(), within(0.0501));
            }
        }
        var days = chosen.stream().flatMap(one -> one.daysOfClue().stream()).sorted().toList();
        var clue = group.at(LeadStage.CLUE);
        assertThat(clue.stays()).isEqualTo(days.size());
        if (days.isEmpty()) {
            assertThat(clue.medianDays()).isNull();
        } else {
            int middle = days.size() / 2;
            double median =
                    days.size() % 2 == 1
                            ? days.get(middle)
                            : (days.get(middle - 1) + days.get(middle)) / 2.0;
            assertThat(clue.medianDays()).isCloseTo(median, within(0.001));
            assertThat(clue.meanDays())
                    .isCloseTo(
                            days.stream().mapToInt(day -> day).average().orElseThrow(),
                            within(0.001));
        }
    }

    private static void check(LeadRates.Part part, List<Made> chosen) {
        assertThat(part.signed().leads()).isEqualTo(chosen.size());
        assertThat(part.signed().yuan()).isEqualTo(chosen.stream().mapToLong(Made::yuan).sum());
        check(part.kept(), chosen, 5);
        check(part.started(), chosen, 7);
        check(part.producing(), chosen, 8);
        var home = chosen.stream().filter(one -> one.currency().equals("CNY")).toList();
        var foreign = chosen.stream().filter(one -> one.currency().equals("USD")).toList();
        assertThat(part.home().promised())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(
                                home.stream()
                                        .mapToLong(one ->
                                                one.promised() > 0 ? one.promised() : one.total())
                                        .sum()));
        assertThat(part.home().paidIn())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(home.stream().mapToLong(Made::home).sum()));
        assertThat(part.foreign().promised())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(foreign.stream().mapToLong(Made::total).sum()));
        assertThat(part.foreign().paidIn())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(foreign.stream().mapToLong(Made::foreign).sum()));
    }

    private static void check(LeadRates.Rate rate, List<Made> chosen, int furthest) {
        long came = chosen.stream().filter(one -> one.furthest() >= furthest).count();
        assertThat(rate.leads()).isEqualTo(came);
        assertThat(rate.percent()).isNotNull();
        assertThat(rate.percent()).isCloseTo(100.0 * came / chosen.size(), within(0.0501));
    }

    private <T> T director(java.util.concurrent.Callable<T> work) {
        return people.as(ZONE, "figures-director", work);
    }

    private <T> T any(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private void make(int i) {
        int furthest = chance.nextInt(11);
        int stage = furthest >= 4 ? furthest : chance.nextInt(furthest + 1);
        var owners = new ArrayList<@Nullable String>(List.of("figures-a", "figures-b"));
        owners.add(null);
        var owner = owners.get(chance.nextInt(3));
        boolean classified = chance.nextInt(4) > 0;
        boolean electronic = chance.nextBoolean();
        var registered = LocalDate.of(YEAR - 2, 1, 1).plusDays(chance.nextInt(1000));
        boolean wasSigned = furthest >= 4 && chance.nextInt(10) > 0;
        var dollars = chance.nextInt(4) == 0;
        var one =
                new Made(
                        UuidV7.next(),
                        any(List.of(InvestmentWay.values())),
                        owner,
                        classified ? electronic ? "电子信息产业" : "装备制造产业" : null,
                        classified ? electronic ? "新型显示" : "轨道交通装备" : null,
                        chance.nextInt(5) == 0,
                        dollars ? "USD" : "CNY",
                        1_000_000L * (1 + chance.nextInt(500)),
                        LeadStage.values()[stage],
                        furthest,
                        any(
                                List.of(
                                        LeadState.ACTIVE,
                                        LeadState.ACTIVE,
                                        LeadState.values()[chance.nextInt(4)])),
                        owner != null && chance.nextInt(5) == 0,
                        chance.nextInt(15) == 0,
                        registered,
                        wasSigned ? registered.plusDays(chance.nextInt(400)) : null,
                        LocalDate.now(clock).minusDays(chance.nextInt(200)),
                        wasSigned && chance.nextBoolean()
                                ? 2_000_000L * (1 + chance.nextInt(9))
                                : 0,
                        wasSigned ? 100_000L * chance.nextInt(50) : 0,
                        wasSigned && dollars ? 10_000L * (1 + chance.nextInt(50)) : 0,
                        furthest > 0 ? List.of(chance.nextInt(60)) : List.of());
        made.add(one);
        insert(i, one);
    }

    private void insert(int i, Made one) {
        long tenant = zones.zone(ZONE).value();
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                """
                insert into leads.lead (tenant_id, id, code, project_name, name_key, way, fair_id, leading_industry,
                    sub_industry, currency, exchange_rate, total_investment, owner, owner_name, owned_since, confidential,
                    stage, furthest, stage_since, state, state_since, signed_on, registered_on, merged_into, created_at,
                    created_by, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'x', ?)\
                """,
                tenant,
                one.id(),
                "F-" + i,
                "项目" + i,
                "xm" + i,
                one.way().name(),
                one.atFair() ? Objects.requireNonNull(fair).value() : null,
                one.industry(),
                one.subIndustry(),
                one.currency(),
                one.currency().equals("USD") ? 7 : 1,
                one.total(),
                one.owner(),
                one.owner(),
                one.owner() == null ? null : now,
                one.confidential(),
                one.stage().name(),
                one.furthest(),
                Timestamp.from(one.since().atTime(12, 0).atZone(SHANGHAI).toInstant()),
                one.state().name(),
                now,
                one.signed() == null ? null : Date.valueOf(one.signed()),
                Date.valueOf(one.registered()),
                one.merged() ? UUID.randomUUID() : null,
                now,
                now);
        for (int days : one.daysOfClue()) {
            jdbc.update(
                    """
                    insert into leads.stage_move (tenant_id, id, lead_id, from_stage, to_stage, at, days, actor, actor_name)
                    values (?, ?, ?, 'CLUE', 'ASSESSMENT', ?, ?, 'x', 'x')\
                    """,
                    tenant,
                    UuidV7.next(),
                    one.id(),
                    now,
                    days);
        }
        if (one.promised() > 0) {
            // what is promised in two agreements is added; a framework binds nobody
            agreement(tenant, one, "INVESTMENT", one.promised() / 2);
            agreement(tenant, one, "SUPPLEMENT", one.promised() - one.promised() / 2);
            agreement(tenant, one, "FRAMEWORK", 999_000_000);
        }
        fund(tenant, one, YEAR, "OWN_PROVINCE", "CNY", one.home());
        fund(tenant, one, YEAR, "FOREIGN", "USD", one.foreign());
        fund(tenant, one, YEAR + 1, "OWN_PROVINCE", "CNY", one.home() * 3);
    }

    private void agreement(long tenant, Made one, String kind, long promised) {
        jdbc.update(
                """
                insert into leads.agreement (tenant_id, id, lead_id, kind, title, parties, promised_investment_yuan,
                    signed_on, made_at, made_by)
                values (?, ?, ?, ?, '协议', array['甲'], ?, ?, now(), 'x')\
                """,
                tenant,
                UuidV7.next(),
                one.id(),
                kind,
                promised,
                Date.valueOf(Objects.requireNonNull(one.signed())));
    }

    private void fund(
            long tenant, Made one, int year, String source, String currency, long amount) {
        if (amount > 0) {
            jdbc.update(
                    """
                    insert into leads.fund (tenant_id, lead_id, month, source, amount, currency, actor, at)
                    values (?, ?, ?, ?, ?, ?, 'x', now())\
                    """,
                    tenant,
                    one.id(),
                    Date.valueOf(LocalDate.of(year, 5, 1)),
                    source,
                    amount,
                    currency);
        }
    }
}

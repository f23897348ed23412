package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.EnterpriseRevision;
import org.kaiyuan.enterprises.YearlyFigures;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.ActAsZone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What is watched after the supply: dates, first leases, production, ledgers and land of little effect. */
@ActAsZone("deyang")
class PlotSupervisionTest extends SupplyGround {
    private static final int YEAR = TODAY.getYear() - 1;

    @Autowired SupplyPayments payments;
    @Autowired ConstructionFacts construction;
    @Autowired LeaseChecks leases;
    @Autowired PlotVerifications verifications;
    @Autowired PlotLedgers ledgers;
    @Autowired LowPlots low;
    @Autowired PlotIdle idle;
    @Autowired PlotRegistration registration;
    @Autowired PlotBoundaryChange boundary;
    @Autowired IdleTimes idleTimes;
    @Autowired HolderTimes holderTimes;
    @Autowired SupplyRulesKeeping rules;
    @Autowired EnterpriseRegistration enterprises;
    @Autowired EnterpriseRevision revision;
    @Autowired EnterpriseDirectory companies;
    @Autowired AccountRegistration accounts;
    @Autowired ZonePeople people;
    @Autowired Notices notices;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;

    @BeforeEach
    void somebody_supplies_land() throws Exception {
        owner("truncate enterprises.enterprise cascade");
        as(
                "deyang",
                () -> {
                    accounts.join(
                            accounts.register(
                                    "land-keeper", "long-enough-password", "土地管理员", false, false),
                            Role.ZONE_ADMIN);
                    return 0;
                });
    }

    @Test
    void each_date_is_reminded_of_thirty_and_seven_days_before_and_once() throws Exception {
        open();
        var start = TODAY.plusDays(40);
        var id = supplied("A-01", 1, start);
        payments.plan(id, new PaymentNote("尾款", start.plusDays(1), new BigDecimal("100")));
        supplied("A-02", 2, TODAY.minusDays(100)); // what is past is no reminder's any more

        remind(start.minusDays(31));
        assertThat(told()).isEmpty();
        remind(start.minusDays(30));
        remind(start.minusDays(30));
        remind(start.minusDays(20));
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "plots.notice.due.START 地块A-01 " + start,
                        "plots.notice.due.PAYMENT 地块A-01 " + start.plusDays(1));
        remind(start.minusDays(6));
        remind(start.minusDays(5));
        assertThat(told()).hasSize(4);
        remind(start);
        assertThat(told()).hasSize(4);
    }

    @Test
    void what_is_done_is_not_reminded_of_and_what_is_put_off_is_again() throws Exception {
        open();
        var start = TODAY.plusDays(5);
        var id = supplied("A-01", 1, start);
        var payment = payments.plan(id, new PaymentNote("尾款", start, new BigDecimal("100")));
        payments.receive(id, payment, TODAY, new BigDecimal("100"), null, null);

        remind(TODAY);
        assertThat(told()).containsExactly("plots.notice.due.START 地块A-01 " + start);
        contracts.amend(id, 0, note("A-01", start.plusDays(1)), "延期");
        remind(TODAY);
        assertThat(told()).hasSize(2);
        construction.enter(id, 0, seen(TODAY, null, null));
        contracts.amend(id, 1, note("A-01", start.plusDays(2)), "再延期");
        remind(TODAY);
        assertThat(told()).hasSize(2);
    }

    @Test
    void two_nodes_at_once_remind_once() throws Exception {
        open();
        for (int i = 1; i <= 5; i++) {
            supplied("A-0" + i, i, TODAY.plusDays(i));
        }
        var both = new CyclicBarrier(4);
        Callable<Integer> node =
                () -> {
                    both.await();
                    remind(TODAY);
                    return 0;
                };
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var one : pool.invokeAll(List.of(node, node, node, node))) {
                one.get();
            }
        }

        assertThat(told()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void a_first_lease_becomes_a_grant_once_it_was_checked() {
        open();
        var id = announced("A-01", 1);
        contracts.sign(id, note(SupplyMode.LEASE_THEN_GRANT, "A-01", TODAY, 50, 5, null));

        assertThatThrownBy(() -> leases.grant(id, 0, TODAY, "德自然资让〔2026〕3号"))
                .isInstanceOf(SupplyRefused.class);
        PlotSupplyTest.refused(() -> leases.check(id, check(true, false)), "passed");
        leases.check(id, check(false, false));
        assertThatThrownBy(() -> leases.grant(id, 0, TODAY, "德自然资让〔2026〕3号"))
                .isInstanceOf(SupplyRefused.class);
        leases.check(id, check(true, true));
        leases.grant(id, 0, TODAY, "德自然资让〔2026〕3号");

        assertThat(contracts.running(id))
                .get()
                .satisfies(contract -> {
                    assertThat(contract.phase()).isEqualTo(SupplyPhase.GRANT);
                    assertThat(contract.grantedOn()).isEqualTo(TODAY);
                    assertThat(contract.version()).isOne();
                    assertThat(contracts.amendments(id, contract.id())).hasSize(2);
                });
        assertThat(leases.of(id)).hasSize(2);
        assertThatThrownBy(() -> leases.check(id, check(true, true)))
                .isInstanceOf(SupplyRefused.class);
    }

    @Test
    void production_is_verified_indicator_by_indicator_before_the_plot_may_be() {
        open();
        var holder = enterprise("德阳某某装备有限公司", "4800000", "150000000", "700", 150);
        var id = producing("A-01", 1, holder);
        producing("A-02", 2, holder);

        assertThat(moves.refusing(id, PlotState.VERIFIED))
                .extracting(RefusedPlotGate::gate)
                .containsExactly(PlotGate.VERIFICATION);
        assertThatThrownBy(() -> move(id, PlotState.VERIFIED)).isInstanceOf(PlotGatesRefused.class);

        var compared = verifications.compare(id, YEAR);
        assertThat(compared.heldM2()).isEqualByComparingTo("80000");
        assertThat(compared.lines())
                .extracting(line -> line.indicator() + " " + line.outcome())
                .containsExactly(
                        "INVESTMENT MET",
                        "TAX NOT_MET",
                        "OUTPUT NOT_MET",
                        "FLOOR_RATIO PARTLY",
                        "ENERGY MET",
                        "JOBS NOT_MET");
        assertThat(compared.lines().get(1))
                .satisfies(tax -> {
                    assertThat(tax.actual()).isEqualByComparingTo("60");
                    assertThat(tax.promisedPerMu()).isEqualByComparingTo("8");
                    assertThat(tax.actualPerMu()).isEqualByComparingTo("4");
                });

        verifications.verify(id, verdict(ProductionVerdict.NOT_REACHED));
        assertThatThrownBy(() -> move(id, PlotState.VERIFIED)).isInstanceOf(PlotGatesRefused.class);
        verifications.verify(id, verdict(ProductionVerdict.PARTLY));
        move(id, PlotState.VERIFIED);

        assertThat(directory.details(id).state()).isEqualTo(PlotState.VERIFIED);
        assertThat(verifications.of(id)).hasSize(2);
        assertThat(verifications.of(id).getFirst().lines()).hasSize(6);
        assertThatThrownBy(() -> verifications.verify(id, verdict(ProductionVerdict.REACHED)))
                .isInstanceOf(SupplyRefused.class);
    }

    @Test
    void land_of_little_effect_is_listed_with_its_reasons() {
        open();
        var good = enterprise("好企业", "4800000", "150000000", "700", 200);
        var poor = enterprise("差企业", "2400000", "300000000", "700", 200);
        producing("A-01", 1, good);
        var id = producing("A-02", 2, poor);
        // what the holder reports is of all its ground
        contracts.sign(
                announced("A-03", 3),
                note(SupplyMode.GRANT, "A-03", TODAY, 50, null, poor.value()));

        assertThat(low.find(YEAR, null, 10).items())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.plot()).isEqualTo(id);
                    assertThat(one.reasons())
                            .singleElement()
                            .satisfies(reason -> {
                                assertThat(reason.indicator()).isEqualTo(Indicator.TAX);
                                assertThat(reason.actual()).isEqualByComparingTo("30");
                                assertThat(reason.least()).isEqualByComparingTo("72");
                            });
                });
        assertThat(low.find(YEAR - 1, null, 10).items()).isEmpty();

        // what changes in the directory is seen here
        var before = companies.details(poor);
        revision.revise(poor, before.version(), figures("差企业", "8000000", "300000000", "700", 200));
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> low.find(YEAR, null, 10).items().isEmpty());
    }

    @Test
    void what_an_import_changed_in_the_directory_is_seen_by_the_hour() throws Exception {
        open();
        var poor = enterprise("差企业", "1200000", "150000000", "700", 200);
        producing("A-02", 2, poor);
        owner(
                "update enterprises.yearly_figures set tax_yuan = 9900000",
                "update enterprises.enterprise set updated_at = now() + interval '1 second'");

        as(
                "deyang",
                () -> {
                    holderTimes.run();
                    return 0;
                });

        assertThat(low.find(YEAR, null, 10).items()).isEmpty();
    }

    @Test
    void ledgers_tell_plots_and_days_and_sums_by_years() throws Exception {
        open();
        announced("A-01", 1);
        supplied("B-01", 2, TODAY.minusDays(400));
        owner(
                "update plots.state_move set on_day = current_date - 800 where to_state = 'APPROVED' and plot_id = (select id from plots.plot where number = 'A-01')");
        var other = plot("A-02", 3);
        move(other, PlotState.RESERVE, PlotState.APPROVED);

        var first = ledgers.page(Ledger.APPROVED, null, null, 1);
        var second = ledgers.page(Ledger.APPROVED, null, first.next(), 1);

        assertThat(first.items().getFirst().number()).isEqualTo("A-01");
        assertThat(first.items().getFirst().days()).isBetween(799, 801);
        assertThat(second.items()).extracting(LedgerLine::number).containsExactly("A-02");
        assertThat(second.next()).isNull();
        assertThat(ledgers.sums(Ledger.APPROVED))
                .extracting(LedgerSum::areaM2)
                .allSatisfy(area -> assertThat(area).isEqualByComparingTo("40000"));
        assertThat(ledgers.page(Ledger.SUPPLIED, null, null, 10).items())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.number()).isEqualTo("B-01");
                    assertThat(line.since()).isEqualTo(TODAY.minusYears(3));
                    assertThat(line.daysLate()).isEqualTo(400);
                    assertThat(line.contractNumber()).isEqualTo("HT-B-01");
                });
        assertThat(ledgers.page(Ledger.SUPPLIED, TODAY.getYear(), null, 10).items()).isEmpty();
        assertThat(ledgers.sums(Ledger.SUPPLIED))
                .containsExactly(new LedgerSum(TODAY.getYear() - 3, 1, new BigDecimal("40000.00")));
    }

    @Test
    void new_land_is_earned_by_stock_that_was_disposed_of() throws Exception {
        open();
        supplied("B-01", 1, TODAY.plusDays(10));
        owner(
                "update plots.state_move set on_day = current_date - 800 where to_state = 'APPROVED'");
        var idlePlot = supplied("B-02", 2, TODAY.minusYears(2));
        announced("A-01", 3);
        as(
                "deyang",
                () -> {
                    idleTimes.run();
                    return 0;
                });
        var one = idle.of(idlePlot).getFirst();
        idle.confirm(one.id(), one.version(), "认定书", null);
        assertThat(ledgers.balance(TODAY.getYear()).idleStockM2()).isEqualByComparingTo("40000");
        idle.close(one.id(), one.version() + 1, "已盘活");

        // supplied from the stock 4 ha, idle settled 4 ha: half of 8 ha is earned; approved anew 2
        // × 4 ha
        assertThat(ledgers.balance(TODAY.getYear()))
                .satisfies(b -> {
                    assertThat(b.suppliedStockM2()).isEqualByComparingTo("40000");
                    assertThat(b.settledIdleM2()).isEqualByComparingTo("40000");
                    assertThat(b.earnedM2()).isEqualByComparingTo("40000");
                    assertThat(b.newlyApprovedM2()).isEqualByComparingTo("80000");
                    assertThat(b.balanceM2()).isEqualByComparingTo("-40000");
                    assertThat(b.approvedStockM2()).isEqualByComparingTo("40000");
                    assertThat(b.idleStockM2()).isEqualByComparingTo("0");
                });
    }

    @Test
    void a_new_border_makes_no_approval_younger_and_supplies_nothing_twice() throws Exception {
        open();
        var id = announced("A-01", 1);
        owner(
                "update plots.state_move set on_day = current_date - 800 where to_state = 'APPROVED'");
        var next = narrowed(id, 1);
        var approved = TODAY.minusDays(800);

        assertThat(ledgers.page(Ledger.APPROVED, null, null, 10).items())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.plot()).isEqualTo(next);
                    assertThat(line.since()).isBetween(approved.minusDays(1), approved.plusDays(1));
                });

        contracts.sign(next, note("A-01", TODAY));
        move(next, PlotState.SUPPLIED);
        contracts.end(next, 0, TODAY, "变更界址后重签");
        assertThat(ledgers.balance(TODAY.getYear()).suppliedStockM2())
                .isEqualByComparingTo("36000");
        narrowed(next, 1, 160);
        assertThat(ledgers.balance(TODAY.getYear()).suppliedStockM2())
                .isEqualByComparingTo("36000");
    }

    @Test
    void idle_ground_whose_contract_ended_is_not_disposed_of() throws Exception {
        open();
        var id = supplied("B-02", 2, TODAY.minusYears(2));
        as(
                "deyang",
                () -> {
                    idleTimes.run();
                    return 0;
                });
        var one = idle.of(id).getFirst();
        idle.confirm(one.id(), one.version(), "认定书", null);

        contracts.end(id, 0, TODAY, "双方协商解除");

        assertThat(ledgers.balance(TODAY.getYear()))
                .satisfies(b -> {
                    assertThat(b.settledIdleM2()).isEqualByComparingTo("0");
                    assertThat(b.idleStockM2()).isEqualByComparingTo("0");
                });
    }

    @Test
    void who_holds_a_plot_is_an_enterprise_of_the_directory_or_a_name() {
        var id = plot("A-01", 1);
        var profile = directory.details(id).profile();
        var first = enterprise("甲公司", "1", "1", "1", 1).value();
        var second = enterprise("乙公司", "1", "1", "1", 1).value();

        PlotSupplyTest.refused(
                () -> registration.revise(id, 0, profile.heldBy(UUID.randomUUID(), "甲公司")),
                "holderId");
        registration.revise(id, 0, profile.heldBy(first, null));
        assertThat(directory.details(id).profile().holderName()).isEqualTo("甲公司");

        // the name stays, the enterprise does not
        assertThat(registration.revise(id, 1, profile.heldBy(second, "甲公司"))).isEqualTo(2);
        assertThat(directory.details(id).profile().holderId()).isEqualTo(second);
    }

    private PlotId narrowed(PlotId id, int place) {
        return narrowed(id, place, 180);
    }

    private PlotId narrowed(PlotId id, int place, int width) {
        return boundary.change(
                new PlotSeen(id, directory.details(id).version()),
                PlotLineageTest.square(410_000 + 300 * place, 3_442_200, width, 200),
                null,
                null,
                null);
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        open();
        var poor = enterprise("差企业", "1200000", "150000000", "700", 200);
        var id = producing("A-01", 1, poor);
        verifications.verify(id, verdict(ProductionVerdict.PARTLY));
        announced("A-02", 2);
        supplied("A-03", 3, TODAY.plusDays(3));

        zones.in(
                "luzhou",
                () -> {
                    assertThat(low.find(YEAR, null, 10).items()).isEmpty();
                    assertThat(ledgers.page(Ledger.APPROVED, null, null, 10).items()).isEmpty();
                    assertThat(ledgers.page(Ledger.SUPPLIED, null, null, 10).items()).isEmpty();
                    assertThat(ledgers.sums(Ledger.APPROVED)).isEmpty();
                    assertThat(ledgers.balance(TODAY.getYear()).newlyApprovedM2())
                            .isEqualByComparingTo("0");
                    assertThatThrownBy(() -> verifications.of(id)).isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> verifications.compare(id, YEAR))
                            .isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() ->
                                    verifications.verify(id, verdict(ProductionVerdict.REACHED)))
                            .isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> leases.of(id)).isInstanceOf(UnknownPlot.class);
                    assertThatThrownBy(() -> leases.check(id, check(true, true)))
                            .isInstanceOf(UnknownPlot.class);
                    return 0;
                });
        as(
                "luzhou",
                () -> {
                    reminders(TODAY).run();
                    return 0;
                });
        assertThat(told()).isEmpty();
        for (var table :
                List.of(
                        "supply_rule",
                        "supply_contract",
                        "supply_amendment",
                        "payment",
                        "receipt",
                        "construction",
                        "work_stop",
                        "supply_reminder",
                        "lease_check",
                        "idle_case",
                        "idle_measure",
                        "holder_seen",
                        "holder_figure",
                        "verification")) {
            var rows =
                    as(
                            "luzhou",
                            () ->
                                    new org.springframework.transaction.support.TransactionTemplate(
                                                    transactions)
                                            .execute(t ->
                                                    jdbc.queryForObject(
                                                            "select count(*) from plots." + table,
                                                            Integer.class)));
            assertThat(rows).as(table).isZero();
        }
    }

    /** Built for 90 million on two thirds of the floor that was promised, and in production. */
    private PlotId producing(String number, int place, EnterpriseId holder) {
        var id = announced(number, place);
        contracts.sign(
                id, note(SupplyMode.GRANT, number, TODAY.minusYears(2), 50, null, holder.value()));
        move(id, PlotState.SUPPLIED);
        construction.enter(
                id,
                0,
                new ConstructionNote(
                        null,
                        null,
                        null,
                        TODAY.minusYears(2),
                        TODAY.minusYears(1),
                        TODAY.minusMonths(6),
                        new BigDecimal("30000"),
                        new BigDecimal("40000"),
                        new BigDecimal("90000000"),
                        TODAY,
                        "竣工验收"));
        move(id, PlotState.CONSTRUCTION, PlotState.COMPLETED, PlotState.PRODUCTION);
        return id;
    }

    private EnterpriseId enterprise(
            String name, String tax, String revenue, String energy, int people) {
        return enterprises.register(figures(name, tax, revenue, energy, people));
    }

    private static EnterpriseProfile figures(
            String name, String tax, String revenue, String energy, int people) {
        var p = EnterpriseProfile.named(name);
        return new EnterpriseProfile(
                p.name(),
                p.formerNames(),
                p.shortName(),
                p.creditCode(),
                p.kind(),
                p.status(),
                p.registeredCapital(),
                p.capitalCurrency(),
                p.foundedOn(),
                p.settledOn(),
                p.deregisteredOn(),
                p.industryCode(),
                p.leadingIndustry(),
                p.subIndustry(),
                p.chainPosition(),
                p.divisionCode(),
                p.city(),
                p.address(),
                p.zoneLocation(),
                p.businessScope(),
                p.products(),
                p.website(),
                p.aboveScale(),
                p.fourAbove(),
                p.contacts(),
                p.qualifications(),
                List.of(
                        new YearlyFigures(
                                YEAR,
                                new BigDecimal(revenue),
                                new BigDecimal(tax),
                                null,
                                null,
                                null,
                                new BigDecimal(energy),
                                people,
                                null,
                                "统计局",
                                TODAY)),
                p.tags());
    }

    private static VerificationNote verdict(ProductionVerdict verdict) {
        return new VerificationNote(YEAR, verdict, "德园核〔2026〕5号", TODAY, null);
    }

    private static LeaseCheckNote check(boolean passed, boolean met) {
        return new LeaseCheckNote(
                TODAY,
                List.of(
                        new LeaseCheckItem("投资强度不低于150万元/亩", true, "162万元/亩"),
                        new LeaseCheckItem("已投产", met, null)),
                passed,
                "现场核查记录",
                List.of(UUID.randomUUID()));
    }

    private SupplyTimes reminders(LocalDate today) {
        return new SupplyTimes(rules, people, notices, jdbc, transactions, at(today));
    }

    private void remind(LocalDate today) {
        as(
                "deyang",
                () -> {
                    reminders(today).run();
                    return 0;
                });
    }

    private <T extends @Nullable Object> T as(String zone, java.util.function.Supplier<T> work) {
        return SystemActing.inTenant(zones.zone(zone), work);
    }

    private List<String> told() throws Exception {
        var all = new ArrayList<String>();
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone("deyang").value() + "'");
            var rows =
                    sql.executeQuery(
                            "select message_key || ' ' || array_to_string(arguments, ' ') from notices.notice where message_key like 'plots.notice.due%' and username = 'land-keeper' order by id");
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}

package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kaiyuan.plots.FloorSamples.building;
import static org.kaiyuan.plots.FloorSamples.lease;
import static org.kaiyuan.plots.FloorSamples.payment;
import static org.kaiyuan.plots.FloorSamples.unit;
import static org.kaiyuan.plots.FloorSamples.until;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Reminders of leases that end and of rent, with a clock of the test. */
@KaiyuanTest
@ActAsZone(LeaseTimesTest.ZONE)
class LeaseTimesTest {
    static final String ZONE = "floortimes";
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final LocalDate TO = LocalDate.of(2027, 12, 31);

    @Autowired BuildingRegistration buildings;
    @Autowired UnitRegistration units;
    @Autowired LeaseSigning signing;
    @Autowired RentPayments payments;
    @Autowired AccountRegistration accounts;
    @Autowired ZonePeople people;
    @Autowired Notices notices;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    LeaseId lease = LeaseId.next();

    @BeforeEach
    void a_lease_of_a_year_and_somebody_who_keeps_leases() throws Exception {
        FloorSamples.clear(servers);
        SystemActing.inTenant(
                zones.zone(ZONE),
                () -> {
                    accounts.join(
                            accounts.register(
                                    "floortimes-admin",
                                    "long-enough-password",
                                    "管理员",
                                    false,
                                    false),
                            Role.ZONE_ADMIN);
                    accounts.join(
                            accounts.register(
                                    "floortimes-staff",
                                    "long-enough-password",
                                    "工作人员",
                                    false,
                                    false),
                            Role.ZONE_STAFF);
                    return true;
                });
        owner("delete from notices.notice");
        var id = buildings.register(building("1号", 1));
        var unit = units.add(id, unit(1, "101", "100"));
        lease = signing.sign(lease("ZL-1", "甲公司", FROM, until(TO), unit));
    }

    @Test
    void rent_is_told_a_week_before_and_again_when_it_is_overdue_each_once() throws Exception {
        run(FROM.minusDays(8));
        assertThat(told()).isEmpty();
        run(FROM.minusDays(7));
        run(FROM.minusDays(7));
        run(FROM);
        assertThat(told()).containsExactly("floortimes-admin plots.notice.rentDue [1, 甲公司]");

        run(FROM.plusDays(1));
        run(FROM.plusDays(2));
        assertThat(told())
                .containsExactly(
                        "floortimes-admin plots.notice.rentDue [1, 甲公司]",
                        "floortimes-admin plots.notice.rentOverdue [1, 甲公司]");
    }

    @Test
    void what_was_paid_is_not_reminded_of() throws Exception {
        payments.record(lease, payment("B-1", "2000", LocalDate.of(2026, 1, 1)));

        run(FROM.minusDays(3));
        run(FROM.plusDays(3));

        assertThat(told()).isEmpty();
    }

    @Test
    void an_end_is_told_sixty_days_before_unless_it_is_renewed() throws Exception {
        payments.record(lease, payment("B-1", "24000", LocalDate.of(2026, 1, 1)));

        run(TO.minusDays(61));
        assertThat(told()).isEmpty();
        run(TO.minusDays(60));
        run(TO.minusDays(59));
        assertThat(told()).containsExactly("floortimes-admin plots.notice.leaseEnding [1, 甲公司]");

        owner("delete from plots.lease_told");
        owner("delete from notices.notice");
        signing.renew(lease, "ZL-2", until(TO.plusYears(1)), null);
        run(TO.minusDays(58));
        assertThat(told()).isEmpty();
    }

    @Test
    void many_nodes_at_once_tell_it_once() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                pool.submit(() -> run(FROM.plusDays(1)));
            }
        }

        assertThat(told()).containsExactly("floortimes-admin plots.notice.rentOverdue [1, 甲公司]");
    }

    @Test
    void another_zone_is_told_nothing() throws Exception {
        SystemActing.inTenant(
                zones.zone("luzhou"),
                () -> {
                    times(FROM.plusDays(1)).run();
                    return true;
                });

        assertThat(told()).isEmpty();
        assertThat(query("select kind from plots.lease_told")).isEmpty();
    }

    private boolean run(LocalDate today) {
        return SystemActing.inTenant(
                zones.zone(ZONE),
                () -> {
                    times(today).run();
                    return true;
                });
    }

    private LeaseTimes times(LocalDate today) {
        var zone = ZoneId.of("Asia/Shanghai");
        return new LeaseTimes(
                jdbc,
                transactions,
                people,
                notices,
                Clock.fixed(today.atTime(9, 0).atZone(zone).toInstant(), zone));
    }

    private List<String> told() throws Exception {
        return query(
                "select username || ' ' || message_key || ' [' || array_to_string(arguments, ', ') || ']' from notices.notice order by id");
    }

    private List<String> query(String question) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone(ZONE).value() + "'");
            var found = new ArrayList<String>();
            try (var rows = sql.executeQuery(question)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    private void owner(String statement) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("set app.tenant_id = '" + zones.zone(ZONE).value() + "'");
            sql.execute(statement);
        }
    }
}

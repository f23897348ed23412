package org.kaiyuan.leads;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.jobs.PlatformChore;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what two zones have both reported, and tells their coordinators and their supervisor: that there is
 * a match and its two dates. Only what was reported before today is compared, and of each zone so many a
 * day, so that nobody learns by trying names.
 */
@Component
class MatchFirstReports implements PlatformChore {
    /** Fingerprints of one zone that are compared within a day. */
    static final int MOST_A_DAY = 50;

    private static final int ZONES_AT_ONCE = 500;
    private static final int NEWS_AT_ONCE = 100;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Logger LOG = LoggerFactory.getLogger(MatchFirstReports.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ZonePeople people;
    private final Notices notices;
    private final Clock clock;

    MatchFirstReports(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ZonePeople people,
            Notices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    private record News(String what, LocalDate firstOn, LocalDate laterOn) {}

    @Override
    public void run() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, SHANGHAI).atStartOfDay(SHANGHAI).toInstant();
        transaction.executeWithoutResult(t ->
                jdbc.query(
                        "select leads.match_reports(?, ?, ?)",
                        row -> {},
                        Timestamp.from(now),
                        Timestamp.from(today),
                        MOST_A_DAY));
        List<Long> zones =
                Objects.requireNonNull(
                        transaction.execute(t ->
                                jdbc.query(
                                        "select leads.zones_to_tell(?)",
                                        (row, number) -> row.getLong(1),
                                        ZONES_AT_ONCE)));
        for (long zone : zones) {
            try {
                SystemActing.inTenant(
                        new TenantId(zone),
                        () -> {
                            transaction.executeWithoutResult(t -> tell());
                            return true;
                        });
            } catch (RuntimeException notNow) {
                LOG.warn("Zone {} is told of its coordination records later", zone, notNow);
            }
        }
    }

    /** What is told is taken out in the same transaction, so each thing is told once. */
    private void tell() {
        var news =
                jdbc.query(
                        "select news, first_on, later_on from leads.match_news(?)",
                        (row, number) ->
                                new News(
                                        row.getString(1),
                                        row.getObject(2, LocalDate.class),
                                        row.getObject(3, LocalDate.class)),
                        NEWS_AT_ONCE);
        if (news.isEmpty()) {
            return;
        }
        var coordinators = people.whoMay(LeadPermissions.COORDINATE);
        for (var one : news) {
            for (var person : coordinators) {
                notices.tell(
                        person.username(),
                        one.what().equals("MATCH")
                                ? "leads.notice.match"
                                : "leads.notice.coordination",
                        List.of(one.firstOn().toString(), one.laterOn().toString()),
                        "/leads/coordination");
            }
        }
    }
}

package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** The watch of clocks, with a clock of the test that walks and jumps. */
class CaseTimesTest extends ManyCases {
    private static final LocalDate ACCEPTED = LocalDate.of(2026, 6, 1);

    @Autowired CaseStore store;
    @Autowired CaseAcceptance acceptance;
    @Autowired WorkingDays workingDays;
    @Autowired ZonePeople people;
    @Autowired Notices notices;
    @Autowired PlatformTransactionManager transactions;
    @Autowired CaseNotices told;

    private final List<CaseDue> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<TenantId> hearing = Collections.synchronizedList(new ArrayList<>());

    @Test
    void warnings_come_three_and_one_working_days_before_then_overdue_then_escalation_each_once() {
        var due = workingDays.plus(ACCEPTED, 10);
        running(due);
        var days = new ArrayList<String>();

        for (var day = ACCEPTED; day.isBefore(due.plusDays(12)); day = day.plusDays(1)) {
            watch(day);
            watch(day);
            for (var one : heard) {
                days.add(day + " " + one.kind() + " " + one.daysLeft());
            }
            heard.clear();
        }

        assertThat(days)
                .containsExactly(
                        workingDays.plus(due, -3) + " WARN 3",
                        workingDays.plus(due, -1) + " WARN 1",
                        due.plusDays(1) + " OVERDUE " + workingDays.between(due.plusDays(1), due),
                        workingDays.plus(due.plusDays(1), 1)
                                + " ESCALATE "
                                + workingDays.between(workingDays.plus(due.plusDays(1), 1), due));
    }

    @Test
    void a_clock_that_jumps_forward_and_back_tells_of_several_warnings_only_the_last() {
        var due = workingDays.plus(ACCEPTED, 10);
        var id = running(due);
        watch(ACCEPTED);
        assertThat(heard).isEmpty();

        watch(due.plusDays(20));
        assertThat(heard)
                .extracting(CaseDue::kind)
                .containsExactlyInAnyOrder("OVERDUE", "ESCALATE");
        watch(workingDays.plus(due, -3));
        watch(workingDays.plus(due, -1));
        watch(due.plusDays(30));
        assertThat(heard).hasSize(2);

        owned(
                "update services.case_file set due_on = ?, extension_days = 10, next_on = ? where id = ?",
                workingDays.plus(ACCEPTED, 20),
                due,
                id.value());
        watch(workingDays.plus(ACCEPTED, 19));
        assertThat(heard)
                .hasSize(3)
                .last()
                .extracting(CaseDue::kind, CaseDue::daysLeft)
                .containsExactly("WARN", 1);
    }

    @Test
    void many_nodes_at_once_tell_each_case_once() throws Exception {
        var due = workingDays.plus(ACCEPTED, 10);
        var service = service();
        for (int i = 0; i < 40; i++) {
            insert(service, row(due));
        }
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 12; i++) {
                int later = i % 3;
                pool.submit(() -> watch(due.plusDays(1 + later)));
            }
        }
        watch(due.plusDays(1));

        assertThat(heard.stream().filter(one -> one.kind().equals("OVERDUE")))
                .hasSize(40)
                .extracting(CaseDue::caseId)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_was_not_answered_in_five_working_days_counts_as_accepted_once() {
        var since = workingDays.plus(today(), -8);
        var id =
                insert(
                        service(),
                        new Row(
                                ServiceTrack.PARK,
                                CaseState.SUBMITTED,
                                since,
                                null,
                                10,
                                null,
                                since));

        watch(today());
        watch(today());

        assertThat(
                        read(
                                Boolean.class,
                                "select deemed from services.case_file where id = ?",
                                id.value()))
                .isTrue();
        assertThat(
                        read(
                                LocalDate.class,
                                "select accepted_on from services.case_file where id = ?",
                                id.value()))
                .isEqualTo(since);
        assertThat(
                        read(
                                Integer.class,
                                "select count(*) from services.case_event where case_id = ? and act = 'DEEM_ACCEPTED'",
                                id.value()))
                .isEqualTo(1);
        assertThat(
                        read(
                                LocalDate.class,
                                "select next_on from services.case_file where id = ?",
                                id.value()))
                .isAfter(since);
    }

    @Test
    void what_has_nothing_to_do_is_put_off_to_the_day_on_which_it_has() {
        var due = workingDays.plus(ACCEPTED, 10);
        var id = running(due);

        watch(ACCEPTED);

        assertThat(
                        read(
                                LocalDate.class,
                                "select next_on from services.case_file where id = ?",
                                id.value()))
                .isEqualTo(workingDays.plus(due, -3));
        assertThat(
                        read(
                                Long.class,
                                "select version from services.case_file where id = ?",
                                id.value()))
                .isEqualTo(1);
    }

    @Test
    void what_is_over_is_put_off_for_good_however_many_they_are() {
        spread(service(), service(), 5000);
        owned(
                "update services.case_file set next_on = ? where state in ('ARCHIVED', 'WITHDRAWN')",
                today().minusDays(3));

        watch(today());

        assertThat(
                        read(
                                Integer.class,
                                "select count(*) from services.case_file where next_on is not null"))
                .isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void who_has_it_and_who_stands_in_hear_and_of_an_escalation_those_who_supervise() {
        var admin = staff(Role.ZONE_ADMIN);
        var owner = staff(Role.ZONE_STAFF);
        var other = staff(Role.ZONE_STAFF);
        var due = workingDays.plus(ACCEPTED, 10);
        var id = running(due);
        owned(
                "update services.case_file set owner = ?, owner_name = '某' where id = ?",
                owner.getName(),
                id.value());
        owned(
                "insert into services.absence values (?, ?, '某', ?, '另', ?, ?)",
                zone(),
                owner.getName(),
                other.getName(),
                today().minusDays(1),
                today().plusDays(1));
        watch(due.plusDays(20));

        for (int twice = 0; twice < 2; twice++) {
            asSystem(() ->
                    transaction.execute(t -> {
                        heard.forEach(told::tell);
                        return true;
                    }));
        }

        assertThat(noticed("services.notice.due.OVERDUE"))
                .containsExactlyInAnyOrder(owner.getName(), other.getName());
        assertThat(noticed("services.notice.due.ESCALATE")).containsExactly(admin.getName());
    }

    @Test
    void another_zone_hears_nothing() {
        running(workingDays.plus(ACCEPTED, 10));

        SystemActing.inTenant(
                zones.zone("luzhou"),
                () -> {
                    at(watching(ACCEPTED.plusDays(60)));
                    return true;
                });

        assertThat(hearing).doesNotContain(new TenantId(zone()));
        assertThat(read(Integer.class, "select count(*) from services.case_told")).isZero();
    }

    private List<String> noticed(String key) {
        return desk(() ->
                transaction.execute(t ->
                        jdbc.queryForList(
                                "select username from notices.notice where message_key = ? order by username",
                                String.class,
                                key)));
    }

    private CaseId running(LocalDate due) {
        return insert(service(), row(due));
    }

    private static Row row(LocalDate due) {
        return new Row(
                ServiceTrack.PARK, CaseState.ACCEPTED, ACCEPTED, ACCEPTED, 10, due, ACCEPTED);
    }

    private boolean watch(LocalDate day) {
        return asSystem(() -> at(watching(day)));
    }

    private static boolean at(WatchCaseClocks watching) {
        watching.run();
        return true;
    }

    private <T> T asSystem(java.util.function.Supplier<T> work) {
        return SystemActing.inTenant(zones.zone(park), work);
    }

    private WatchCaseClocks watching(LocalDate day) {
        var fixed = ManyCases.at(day);
        return new WatchCaseClocks(
                new DueCases(jdbc, fixed),
                new CareReminders(jdbc, people, notices, fixed),
                store,
                acceptance,
                workingDays,
                event -> {
                    if (event instanceof CasesDue due) {
                        heard.addAll(due.cases());
                        hearing.add(due.tenantId());
                    }
                },
                transactions,
                fixed);
    }
}

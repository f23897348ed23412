package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.calendar.WorkingDays;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The clock of leads around the National Day of 2026: 30 September is the last working day before it, 8
 * October the first one after it.
 */
@KaiyuanTest
class LeadTimesTest {
    private static final String ZONE = "times";
    private static final LocalDate BEFORE = LocalDate.of(2026, 9, 30);
    private static final LocalDate AFTER = LocalDate.of(2026, 10, 8);

    @Autowired LeadRegistration registration;
    @Autowired LeadAssignment assignment;
    @Autowired LeadDirectory directory;
    @Autowired LeadRulesKeeping rules;
    @Autowired LeadStore store;
    @Autowired LeadSight sight;
    @Autowired WorkingDays days;
    @Autowired ZonePeople colleagues;
    @Autowired Notices notices;
    @Autowired ChangeHistory history;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired LeadPeople people;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void a_head_and_no_leads() throws Exception {
        long zone = zones.zone(ZONE).value();
        owner("truncate leads.lead, leads.setting cascade");
        owner("delete from notices.notice where tenant_id = " + zone);
        for (var name : List.of("times-agent", "times-member", "times-head")) {
            people.member(ZONE, name, name);
        }
        people.as(
                ZONE,
                "times-head",
                () -> {
                    rules.decide(headed());
                    return true;
                });
        // so that nothing is counted anew, which would undo the days of these tests
        owner("update leads.setting set counted_at = now() + interval '1 day'");
    }

    @Test
    void the_first_answer_is_reminded_of_a_working_day_before_and_once() throws Exception {
        due(registered("国庆前要答复的项目"), AFTER);
        due(registered("再晚一天的项目"), AFTER.plusDays(1));

        run(BEFORE.minusDays(1));
        assertThat(told("times-agent")).isEmpty();
        run(BEFORE);
        run(BEFORE);
        run(BEFORE.plusDays(1));

        assertThat(told("times-agent")).containsExactly("leads.notice.due [1, 国庆前要答复的项目]");
        assertThat(told("times-head")).isEmpty();
    }

    @Test
    void what_is_due_on_another_day_is_reminded_of_again() throws Exception {
        var id = registered("改期项目");
        due(id, AFTER);
        run(BEFORE);
        due(id, AFTER.plusDays(1));
        run(AFTER);
        run(AFTER);

        assertThat(told("times-agent")).hasSize(2);
    }

    @Test
    void the_head_is_told_when_a_whole_working_day_has_passed_and_once() throws Exception {
        due(registered("逾期项目"), BEFORE);

        run(AFTER.minusDays(1));
        run(AFTER);
        assertThat(told("times-head")).isEmpty();
        run(AFTER.plusDays(1));
        run(AFTER.plusDays(1));
        run(AFTER.plusDays(2));

        assertThat(told("times-head"))
                .containsExactly("leads.notice.overdue [1, 逾期项目, 名字 times-agent]");
    }

    @Test
    void of_a_confidential_lead_only_its_owner_and_team_are_told() throws Exception {
        var open = registered("公开项目");
        var secret = confidential("保密项目");
        due(open, BEFORE);
        due(secret, BEFORE);

        run(AFTER.plusDays(1));

        assertThat(told("times-head"))
                .containsExactly("leads.notice.overdue [1, 公开项目, 名字 times-agent]");
        assertThat(told("times-member")).isEmpty();
        assertThat(told("times-agent")).singleElement().asString().contains("[2, ");
    }

    @Test
    void of_confidential_leads_alone_the_head_hears_nothing_but_a_head_of_the_team_does()
            throws Exception {
        due(confidential("保密项目"), BEFORE);
        run(AFTER.plusDays(1));
        assertThat(told("times-head")).isEmpty();

        var theirs = confidential("团队保密项目");
        people.as(
                ZONE,
                "times-agent",
                () -> {
                    assignment.team(theirs, List.of("times-head"));
                    return true;
                });
        due(theirs, BEFORE);
        run(AFTER.plusDays(1));

        assertThat(told("times-head"))
                .anyMatch(one -> one.startsWith("leads.notice.overdue [1, 团队保密项目"));
    }

    @Test
    void a_silent_lead_falls_back_into_the_pool_once() throws Exception {
        var id = registered("沉默项目");
        silent(id, BEFORE);

        run(BEFORE);
        assertThat(owner(id)).isEqualTo("times-agent");
        run(BEFORE.plusDays(1));
        run(BEFORE.plusDays(1));

        assertThat(owner(id)).isNull();
        assertThat(told("times-agent")).containsExactly("leads.notice.silent [沉默项目]");
        assertThat(people.as(ZONE, "times-head", () -> directory.history(id, null, 20)))
                .filteredOn(line -> line.act().equals("silent"))
                .singleElement()
                .satisfies(line -> assertThat(line.before()).isEqualTo("times-agent"));
    }

    @Test
    void the_days_of_silence_are_working_days() throws Exception {
        var id = registered("新项目");
        var stored = people.as(ZONE, "times-agent", () -> directory.details(id));

        assertThat(stored.silentOn())
                .isEqualTo(days.plus(stored.registeredOn(), headed().poolDays()));
        assertThat(stored.dueOn()).isEqualTo(days.plus(stored.registeredOn(), 1));
        assertThat(stored.dueKind()).isEqualTo(DueKind.ANSWER);
    }

    @Test
    void a_confidential_lead_without_a_team_stays_where_somebody_sees_it() throws Exception {
        var lonely = confidential("独自保密项目");
        var shared = confidential("团队保密项目");
        people.as(
                ZONE,
                "times-agent",
                () -> {
                    assignment.team(shared, List.of("times-member"));
                    return true;
                });
        silent(lonely, BEFORE);
        silent(shared, BEFORE);

        run(BEFORE.plusDays(1));
        run(BEFORE.plusDays(1));

        assertThat(owner(lonely)).isEqualTo("times-agent");
        assertThat(people.as(ZONE, "times-member", () -> directory.details(shared).owner()))
                .isNull();
    }

    @Test
    void what_is_put_aside_is_neither_reminded_of_nor_let_go() throws Exception {
        var id = registered("搁置项目");
        owner(
                "update leads.lead set state = 'PAUSED', state_reason = '资金推迟', due_on = date '%1$s', due_kind = 'ANSWER', due_estimated = false, silent_on = date '%1$s' where id = '%2$s'"
                        .formatted(BEFORE, id));

        run(AFTER.plusDays(1));

        assertThat(told("times-agent")).isEmpty();
        assertThat(told("times-head")).isEmpty();
        assertThat(owner(id)).isEqualTo("times-agent");
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        due(registered("甲园区项目"), BEFORE);
        people.member("times-other", "times-agent", "同名的人");
        SystemActing.inTenant(
                zones.zone("times-other"),
                () -> {
                    clock(AFTER.plusDays(1)).run();
                    return "";
                });

        assertThat(told("times-agent")).isEmpty();
        assertThat(told("times-head")).isEmpty();
    }

    private LeadTimes clock(LocalDate today) {
        var zone = ZoneId.of("Asia/Shanghai");
        return new LeadTimes(
                jdbc,
                transactions,
                rules,
                store,
                sight,
                days,
                colleagues,
                notices,
                history,
                Clock.fixed(today.atTime(9, 0).atZone(zone).toInstant(), zone));
    }

    private void run(LocalDate today) {
        SystemActing.inTenant(
                zones.zone(ZONE),
                () -> {
                    clock(today).run();
                    return "";
                });
    }

    private LeadId registered(String name) {
        return people.as(
                ZONE,
                "times-agent",
                () -> registration.register(WholeLead.draft(name).profile(), false));
    }

    private LeadId confidential(String name) {
        return people.as(
                ZONE,
                "times-agent",
                () ->
                        registration.register(
                                WholeLead.draft(name).confidential(true).profile(), false));
    }

    private void due(LeadId id, LocalDate day) throws Exception {
        owner(
                "update leads.lead set due_on = date '%s', due_kind = 'ANSWER', due_estimated = false, silent_on = date '2027-06-30' where id = '%s'"
                        .formatted(day, id));
    }

    private void silent(LeadId id, LocalDate day) throws Exception {
        owner(
                "update leads.lead set due_on = date '2027-06-30', due_estimated = false, silent_on = date '%s' where id = '%s'"
                        .formatted(day, id));
    }

    private String owner(LeadId id) throws Exception {
        return query("select owner from leads.lead where id = '" + id + "'").getFirst();
    }

    private List<String> told(String username) throws Exception {
        return query(
                "select message_key || ' [' || array_to_string(arguments, ', ') || ']' from notices.notice where username = '%s' and tenant_id = %d order by id"
                        .formatted(username, zones.zone(ZONE).value()));
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

    private static LeadRules headed() {
        var d = LeadRules.DEFAULT;
        return new LeadRules(
                d.answerDays(),
                d.triageDays(),
                d.majorTriageDays(),
                d.majorYuan(),
                d.feedbackDays(),
                d.followUpDays(),
                5, // so that no year is needed that is not published
                d.remindDays(),
                d.escalateDays(),
                d.claimLimit(),
                d.firstReportYuan(),
                "times-head",
                d.stages());
    }
}

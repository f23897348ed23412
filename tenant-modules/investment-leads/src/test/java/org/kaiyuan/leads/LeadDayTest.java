package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.views.UnknownView;
import org.kaiyuan.platform.views.ViewRefused;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.springframework.beans.factory.annotation.Autowired;

@KaiyuanTest
@ActAsZone("deyang")
class LeadDayTest {
    @Autowired LeadRegistration registration;
    @Autowired LeadAssignment assignment;
    @Autowired LeadReviews reviews;
    @Autowired LeadFollowups followups;
    @Autowired LeadMyDay day;
    @Autowired LeadCalendar calendar;
    @Autowired LeadSavedViews views;
    @Autowired LeadPeople people;
    @Autowired TestServers servers;
    @Autowired Clock clock;

    @BeforeEach
    void no_leads() throws Exception {
        owner("truncate leads.lead, leads.fair, leads.saved_view, leads.code_counter cascade");
        people.member("deyang", "day-agent", "招商员");
        people.member("deyang", "day-other", "同事");
        people.signIn("deyang", "day-agent");
    }

    @Test
    void my_day_tells_late_from_due_and_what_is_mine_from_what_is_not() throws Exception {
        var today = LocalDate.now(clock);
        var late = owned("逾期项目");
        var now = owned("今日项目");
        var later = owned("以后项目");
        var pooled = registration.register(WholeLead.draft("公海项目").profile(), true);
        var foreign = owned("同事项目");
        assignment.handOver(foreign, "day-other");
        due(late, today.minusDays(2), today.plusDays(3));
        due(now, today, today.plusDays(30));
        due(later, today.plusDays(1), today.plusDays(30));
        due(foreign, today.minusDays(2), today.plusDays(3));
        reviews.open(later, Set.of("day-agent"), today);

        var my = day.today();

        assertThat(my.overdue().leads()).extracting(LeadRow::id).containsExactly(late);
        assertThat(my.dueToday().leads()).extracting(LeadRow::id).containsExactly(now);
        assertThat(my.silent().leads()).extracting(LeadRow::id).containsExactly(late);
        assertThat(my.pool().leads()).extracting(LeadRow::id).containsExactly(pooled);
        assertThat(my.waiting())
                .extracting(LeadReviews.Waiting::projectName)
                .containsExactly("以后项目");
        assertThat(my.overdue().more()).isFalse();
    }

    @Test
    void the_calendar_holds_actions_due_days_milestones_and_every_day_of_a_fair() throws Exception {
        var today = LocalDate.now(clock);
        var lead = owned("日历项目");
        followups.note(
                lead,
                new FollowupNote(
                        FollowupKind.CALL, null, "通话", List.of(), "上门", today.plusDays(3)));
        var other = owned("别人的项目");
        assignment.handOver(other, "day-other");
        due(other, today.plusDays(3), today.plusDays(30));
        owner(
                "insert into leads.milestone (tenant_id, lead_id, stage, planned_on) select tenant_id, id, 'SIGNED', date '"
                        + today.plusDays(4)
                        + "' from leads.lead where id = '"
                        + lead
                        + "'");
        owner(
                "insert into leads.fair (tenant_id, id, name, held_on, ended_on) select tenant_id, gen_random_uuid(), '西博会', date '"
                        + today.minusDays(1)
                        + "', date '"
                        + today.plusDays(1)
                        + "' from leads.lead limit 1");

        var mine = calendar.days(today, today.plusDays(20), true);
        var all = calendar.days(today, today.plusDays(20), false);

        assertThat(on(mine, today)).containsExactly("FAIR 西博会");
        assertThat(on(mine, today.plusDays(1))).containsExactly("FAIR 西博会");
        assertThat(on(mine, today.plusDays(3))).containsExactly("ACTION 日历项目");
        assertThat(on(mine, today.plusDays(4))).containsExactly("MILESTONE 日历项目");
        assertThat(on(all, today.plusDays(3))).containsExactly("ACTION 日历项目", "DUE 别人的项目");
    }

    @Test
    void another_zone_and_a_confidential_lead_are_not_in_the_calendar() throws Exception {
        var today = LocalDate.now(clock);
        var secret =
                registration.register(WholeLead.draft("保密项目").confidential(true).profile(), false);
        due(secret, today.plusDays(1), today.plusDays(9));

        assertThat(calendar.days(today, today.plusDays(5), false)).hasSize(1);
        assertThat(
                        people.as(
                                "deyang",
                                "day-other",
                                () -> calendar.days(today, today.plusDays(5), false)))
                .isEmpty();
    }

    @Test
    void a_view_is_kept_shared_replaced_and_removed_by_its_owner_alone() {
        var question = LeadQuestion.read("stage=REVIEW&order=DUE");
        var id = views.save("评审中", question, true);
        assertThat(views.save("评审中", LeadQuestion.read("pool=true"), true)).isEqualTo(id);

        var seen = people.as("deyang", "day-other", views::list);

        assertThat(seen)
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.mine()).isFalse();
                    assertThat(view.question().filter().pool()).isTrue();
                });
        assertThatThrownBy(() ->
                        people.as(
                                "deyang",
                                "day-other",
                                () -> {
                                    views.remove(id);
                                    return "";
                                }))
                .isInstanceOf(UnknownView.class);
        views.remove(id);
        assertThat(views.list()).isEmpty();
        assertThatThrownBy(() -> views.save(" ", question, false)).isInstanceOf(ViewRefused.class);
    }

    private LeadId owned(String name) {
        return registration.register(WholeLead.draft(name).profile(), false);
    }

    private static List<String> on(List<CalendarDay> days, LocalDate on) {
        return days.stream()
                .filter(day -> day.on().equals(on))
                .flatMap(day -> day.entries().stream())
                .map(entry -> entry.kind() + " " + entry.title())
                .toList();
    }

    private void due(LeadId id, LocalDate due, LocalDate silent) throws Exception {
        owner(
                "update leads.lead set due_on = date '%s', due_kind = 'FOLLOW_UP', silent_on = date '%s' where id = '%s'"
                        .formatted(due, silent, id));
    }

    private void owner(String statement) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            // row-level security holds the owner too
            sql.execute(
                    "select set_config('app.tenant_id', id::text, false) from tenancy.tenant where code = 'deyang'");
            sql.execute(statement);
        }
    }
}

package org.kaiyuan.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.Coordination.Outcome;
import org.kaiyuan.leads.Coordination.Side;
import org.kaiyuan.leads.Coordination.Stance;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 首报首谈: two zones learn that they pursue the same investor, and nothing else of each other. */
@KaiyuanTest
class FirstReportTest {
    private static final String EARLY = "first-a";
    private static final String LATE = "first-b";
    private static final String THIRD = "first-c";
    private static final String PROVINCE = "first-province";
    private static final String INVESTOR = "银河动力电池(集团)有限公司";

    private static final Set<String> PEOPLED = new HashSet<>();

    @Autowired LeadRegistration registration;
    @Autowired LeadRevision revision;
    @Autowired LeadMoves moves;
    @Autowired LeadMerge merge;
    @Autowired LeadDirectory directory;
    @Autowired LeadCoordination coordination;
    @Autowired MatchFirstReports matching;
    @Autowired LeadPeople people;
    @Autowired Zones zones;
    @Autowired TestServers servers;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    @BeforeEach
    void zones() throws Exception {
        for (var zone : List.of(EARLY, LATE, THIRD, PROVINCE)) {
            if (PEOPLED.add(zone)) { // a password takes its time
                people.member(zone, zone + "-head", zone, Role.ZONE_ADMIN);
                people.member(zone, zone + "-staff", zone, Role.ZONE_STAFF);
            }
        }
        owner(
                "truncate leads.first_report, leads.match_side, leads.report_match",
                "update tenancy.tenant set divisions = '{5106}' where code in ('first-a', 'first-b', 'first-c')",
                "update tenancy.tenant set divisions = '{51}', kind = 'SUPERVISOR' where code = 'first-province'");
        for (var zone : List.of(EARLY, LATE, THIRD, PROVINCE)) {
            ownerIn(zone, "delete from leads.lead", "delete from notices.notice");
        }
    }

    @Test
    void two_zones_and_their_supervisor_are_told_of_a_match_and_its_dates_once() throws Exception {
        var first = large(EARLY, "银河超级工厂", INVESTOR);
        var later = large(LATE, "西南电池基地", "银河动力电池（集团）有限公司");
        past(EARLY, 100);
        past(LATE, 2);
        var dates = List.of(today().minusDays(100).toString(), today().minusDays(2).toString());

        matching.run();
        matching.run();

        for (var zone : List.of(EARLY, LATE, PROVINCE)) {
            assertThat(told(zone))
                    .containsExactly("%s-head leads.notice.match %s".formatted(zone, dates));
        }
        assertThat(told(THIRD)).isEmpty();
        assertThat(only(EARLY).side()).isEqualTo(Side.FIRST);
        assertThat(only(EARLY).leadId()).isEqualTo(first.value());
        assertThat(only(LATE).side()).isEqualTo(Side.LATER);
        assertThat(only(LATE).leadName()).isEqualTo("西南电池基地");
        assertThat(only(PROVINCE).side()).isEqualTo(Side.SUPERVISOR);
        // and nothing of the other
        assertThat(only(EARLY).toString()).doesNotContain("西南", later.toString(), LATE, name(LATE));
        assertThat(only(LATE).toString()).doesNotContain("超级", first.toString(), EARLY);
        assertThat(only(PROVINCE).toString())
                .doesNotContain("西南", "超级", first.toString(), later.toString(), "first-");
    }

    @Test
    void another_zone_sees_nothing() throws Exception {
        large(EARLY, "银河超级工厂", INVESTOR);
        large(LATE, "西南电池基地", INVESTOR);
        past(EARLY, 100);
        past(LATE, 2);
        matching.run();
        var id = only(EARLY).id();

        assertThat(records(THIRD)).isEmpty();
        assertThatThrownBy(() -> as(THIRD, () -> coordination.one(id)))
                .isInstanceOf(UnknownCoordination.class);
        assertThatThrownBy(() -> as(THIRD, () -> coordination.say(id, Stance.WITHDRAW, null, true)))
                .isInstanceOf(UnknownCoordination.class);
        assertThatThrownBy(() -> as(PROVINCE, () -> coordination.say(id, Stance.KEEP, null, true)))
                .isInstanceOf(UnknownCoordination.class);
        assertThat(only(EARLY).outcome()).isNull();
    }

    @Test
    void the_register_cannot_be_read_whatever_the_statement() throws Exception {
        large(EARLY, "银河超级工厂", INVESTOR);

        for (var sql :
                List.of(
                        "select count(*) from leads.first_report",
                        "select count(*) from leads.match_side",
                        "select count(*) from leads.report_match",
                        "select leads.match_reports(now(), now(), 1000)",
                        "select count(*) from leads.zones_to_tell(9)")) {
            assertThatThrownBy(() -> as(LATE, () -> asked(sql)))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|a zone does not).*");
        }
        // the owner of the database sees no name, nor one that can be looked up by hashing names
        try (var owner = servers.asOwner();
                var sql = owner.createStatement();
                var row =
                        sql.executeQuery(
                                "select bool_or(fingerprint = sha256(convert_to('%s', 'UTF8'))), count(*) from leads.first_report"
                                        .formatted(INVESTOR))) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
            assertThat(row.getInt(2)).isOne();
        }
    }

    @Test
    void names_that_are_tried_are_answered_all_the_same_and_few_are_compared_a_day()
            throws Exception {
        large(EARLY, "银河超级工厂", INVESTOR);
        past(EARLY, 100);
        var guesses = new ArrayList<LeadId>();
        for (int i = 0; i < MatchFirstReports.MOST_A_DAY; i++) {
            guesses.add(large(LATE, "试探" + i, "试探" + i + "有限公司"));
        }
        past(LATE, 2);
        var guess = large(LATE, "试探银河", INVESTOR);
        var miss = large(LATE, "试探太阳", "太阳动力有限公司");

        // what the person sees of the one and of the other differs in nothing but its own name
        assertThat(seen(guess).replace("试探银河", "X").replace(INVESTOR, "Y"))
                .isEqualTo(seen(miss).replace("试探太阳", "X").replace("太阳动力有限公司", "Y"));
        // on the day itself nothing is compared
        matching.run();
        assertThat(records(LATE)).isEmpty();
        assertThat(told(EARLY)).isEmpty();
        // the day after, what the zone may have compared is used up
        past(LATE, 1);
        matching.run();
        assertThat(records(LATE)).isEmpty();
        // when it is compared, the other zone and the supervisor know as much as the one that tried
        owner("update leads.first_report set looked_at = looked_at - interval '2 days'");
        matching.run();
        assertThat(records(LATE)).hasSize(1);
        assertThat(told(EARLY)).hasSize(1);
        assertThat(told(PROVINCE)).hasSize(1);
        assertThat(only(LATE).toString()).doesNotContain("超级", "first-a");
    }

    @Test
    void what_is_small_or_given_up_is_not_in_the_register() throws Exception {
        var small =
                as(
                        EARLY,
                        () ->
                                registration.register(
                                        draft("小项目", INVESTOR)
                                                .totalInvestment(new BigDecimal("999999999"))
                                                .profile(),
                                        false));
        assertThat(reported(EARLY, small)).isFalse();
        as(
                EARLY,
                () ->
                        revision.revise(
                                small,
                                directory.details(small).version(),
                                p ->
                                        draft("小项目", INVESTOR)
                                                .totalInvestment(new BigDecimal("1000000000"))
                                                .profile()));
        assertThat(reported(EARLY, small)).isTrue();
        as(
                EARLY,
                () -> {
                    moves.putAside(small, LeadState.ENDED, "投资方放弃");
                    return "";
                });
        assertThat(reported(EARLY, small)).isFalse();
        as(
                EARLY,
                () -> {
                    moves.takeUp(small, "重新洽谈");
                    return "";
                });
        assertThat(reported(EARLY, small)).isTrue();
        assertThatThrownBy(() -> as(LATE, () -> coordination.reportedAt(small)))
                .isInstanceOf(UnknownLead.class);
    }

    @Test
    void of_leads_that_become_one_the_earlier_report_counts() throws Exception {
        var kept = large(EARLY, "银河二期", INVESTOR);
        var gone = large(EARLY, "银河一期", INVESTOR);
        owner(
                "update leads.first_report set reported_at = reported_at - interval '90 days' where lead_id = '"
                        + gone
                        + "'");

        as(
                EARLY,
                () ->
                        merge.merge(
                                kept,
                                directory.details(kept).version(),
                                gone,
                                directory.details(gone).version(),
                                Set.of()));

        var at = as(EARLY, () -> coordination.reportedAt(kept));
        assertThat(at).isBefore(clock.instant().minusSeconds(80 * 86400));
    }

    @Test
    void it_is_settled_when_shares_agree_and_names_are_told_when_both_allow_it() throws Exception {
        var first = large(EARLY, "银河超级工厂", INVESTOR);
        large(LATE, "西南电池基地", INVESTOR);
        past(EARLY, 100);
        past(LATE, 2);
        matching.run();
        var id = only(EARLY).id();

        assertThatThrownBy(() -> say(EARLY, id, Stance.SHARE, null, true))
                .isInstanceOf(LeadFieldsRefused.class);
        assertThatThrownBy(() -> say(EARLY, id, Stance.SHARE, 101, true))
                .isInstanceOf(LeadFieldsRefused.class);
        say(EARLY, id, Stance.TRANSFER, 40, true);
        assertThat(only(LATE).first().stance()).isEqualTo(Stance.TRANSFER);
        assertThat(only(LATE).first().zone()).isNull();
        assertThat(say(LATE, id, Stance.RECEIVE, 70, false).outcome()).isNull();
        assertThat(only(EARLY).later().zone()).isNull();
        var settled = say(LATE, id, Stance.RECEIVE, 60, true);

        assertThat(settled.outcome()).isEqualTo(Outcome.TRANSFER);
        assertThat(settled.first().zone()).isEqualTo(name(EARLY));
        assertThat(only(PROVINCE).later().zone()).isEqualTo(name(LATE));
        assertThatThrownBy(() -> say(EARLY, id, Stance.KEEP, null, true))
                .isInstanceOf(CoordinationSettled.class);
        ownerIn(EARLY, "delete from notices.notice");
        matching.run();
        assertThat(told(EARLY)).singleElement().asString().contains("leads.notice.coordination");
        assertThat(told(PROVINCE)).hasSize(2);
        assertThat(
                        as(
                                EARLY,
                                () ->
                                        jdbc.queryForObject(
                                                "select count(*) from audit.change where subject_id = ? and act = 'coordinated' and field = 'stance'",
                                                Integer.class,
                                                first.value())))
                .isOne();
    }

    private LeadId large(String zone, String project, String investor) {
        return as(zone, () -> registration.register(draft(project, investor).profile(), false));
    }

    private static LeadDraft draft(String project, String investor) {
        return WholeLead.draft(project)
                .totalInvestment(new BigDecimal("3000000000"))
                .investors(List.of(InvestorLine.named(investor)));
    }

    private String seen(LeadId id) {
        var details = as(LATE, () -> directory.details(id));
        return details.profile().toString().replaceAll("id=[0-9a-f-]{36}", "id")
                + " "
                + details.stage()
                + as(LATE, () -> coordination.reportedAt(id) == null)
                + records(LATE)
                + told(LATE);
    }

    private boolean reported(String zone, LeadId id) {
        return as(zone, () -> coordination.reportedAt(id) != null);
    }

    private Coordination say(
            String zone, UUID id, Stance stance, @Nullable Integer share, boolean named) {
        return as(zone, () -> coordination.say(id, stance, share, named));
    }

    private List<Coordination> records(String zone) {
        return as(zone, () -> coordination.list(null, 50).items());
    }

    private Coordination only(String zone) {
        var all = records(zone);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<String> told(String zone) {
        return as(
                zone,
                () ->
                        jdbc.queryForList(
                                """
                                select username || ' ' || message_key || ' [' || array_to_string(arguments, ', ') || ']'
                                from notices.notice order by at\
                                """,
                                String.class));
    }

    private long asked(String sql) {
        var answer = jdbc.queryForObject(sql, Long.class);
        return answer == null ? 0 : answer;
    }

    private String name(String zone) {
        return as(
                zone,
                () ->
                        String.valueOf(
                                jdbc.queryForObject(
                                        "select name from tenancy.tenant where code = ?",
                                        String.class,
                                        zone)));
    }

    /** As the head of that zone, in one transaction. */
    private <T extends @Nullable Object> T as(String zone, Supplier<T> work) {
        var transaction = new TransactionTemplate(transactions);
        return people.as(zone, zone + "-head", () -> transaction.<T>execute(open -> work.get()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    /** As if the zone had reported what it has reported today so many days ago. */
    private void past(String zone, int days) throws Exception {
        owner(
                "update leads.first_report set reported_at = reported_at - interval '%d days' where reported_at > now() - interval '1 hour' and zone = (select id from tenancy.tenant where code = '%s')"
                        .formatted(days, zone));
    }

    /** Row-level security holds the owner too. */
    private void ownerIn(String zone, String... statements) throws Exception {
        var all = new ArrayList<String>();
        all.add(
                "select set_config('app.tenant_id', id::text, false) from tenancy.tenant where code = '%s'"
                        .formatted(zone));
        all.addAll(List.of(statements));
        owner(all.toArray(String[]::new));
    }

    private void owner(String... statements) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            for (var one : statements) {
                sql.execute(one);
            }
        }
    }
}

package org.kaiyuan.platform.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.access.AccountRegistration;
import org.kaiyuan.platform.access.Role;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.audit.FieldChange;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.platform.records.RecordRef;
import org.kaiyuan.platform.records.UnknownRecord;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.platform.tenancy.TenantId;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Things;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KaiyuanTest
@ActAsZone("talk-zone")
class CommentingTest {
    @Autowired Commenting commenting;
    @Autowired Timeline timeline;
    @Autowired Attachments attachments;
    @Autowired ChangeHistory history;
    @Autowired AccountRegistration accounts;
    @Autowired Things things;
    @Autowired Zones zones;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired TestServers servers;

    RecordRef thing;

    @BeforeEach
    void colleagues() {
        thing = things.make();
        member("talk-zone", "talk-wang", "王主任");
        member("talk-zone", "talk-li", "李工");
        member("talk-other", "talk-foreign", "外人");
    }

    @Test
    void who_is_named_and_may_read_is_told_once() {
        var comment =
                commenting.comment(
                        thing,
                        "@talk-wang 请看，@talk-li 也看。@talk-wang。抄送 a@talk-li.example @talk-foreign @nobody-here");

        assertThat(comment.mentions())
                .extracting(Comment.Mention::displayName)
                .containsExactlyInAnyOrder("王主任", "李工");
        assertThat(toldTo("talk-wang"))
                .singleElement()
                .satisfies(told -> assertThat(told).contains("测试记录").contains("请看"));
        assertThat(toldTo("talk-li")).hasSize(1);
        assertThat(toldTo("talk-foreign")).isEmpty();
        assertThat(commenting.find(comment.id())).isEqualTo(comment);
    }

    @Test
    void one_who_may_not_read_the_record_is_neither_offered_nor_told() throws SQLException {
        assertThat(offered("talk-"))
                .contains("talk-wang", "talk-li")
                .doesNotContain("talk-foreign");
        assertThat(commenting.colleagues(thing, "王主", 10)).hasSize(1);
        asOwner("update access.account set enabled = false where username = 'talk-li'");
        try {
            var comment = commenting.comment(thing, "@talk-li 在吗");
            assertThat(comment.mentions()).isEmpty();
            assertThat(toldTo("talk-li")).isEmpty();
        } finally {
            asOwner("update access.account set enabled = true where username = 'talk-li'");
        }
    }

    @Test
    void what_somebodys_roles_let_them_do_decides_whether_they_can_be_named() throws SQLException {
        member("talk-zone", "talk-audit", "审计员", Role.AUDIT_ADMIN);
        member("talk-zone", "talk-left", "离任者", Role.ZONE_STAFF);
        asOwner(
                "update access.membership set state = 'DEACTIVATED' where account_id = "
                        + "(select id from access.account where username = 'talk-left')");

        assertThat(offered("talk-")).doesNotContain("talk-audit", "talk-left");
        assertThat(commenting.comment(thing, "@talk-audit @talk-left 请看").mentions()).isEmpty();
        assertThat(toldTo("talk-audit")).isEmpty();
        assertThat(toldTo("talk-left")).isEmpty();

        var role = java.util.UUID.randomUUID();
        asOwner(
                "insert into access.role (tenant_id, id, name, permissions, scope) values (%s, '%s', '查阅 %s', '{%s}', 'ZONE')"
                        .formatted(CurrentTenant.get(), role, role, Things.READ));
        asOwner(
                ("insert into access.membership_role (tenant_id, account_id, role, granted_by) "
                                + "select %s, id, '%s', 'test' from access.account where username = 'talk-audit'")
                        .formatted(CurrentTenant.get(), role));
        assertThat(offered("talk-")).contains("talk-audit");
    }

    @Test
    void ones_own_comment_can_be_edited_for_a_quarter_of_an_hour() throws SQLException {
        var comment = commenting.comment(thing, "@talk-wang 第一版");

        var edited = commenting.edit(comment.id(), "@talk-wang @talk-li 第二版");

        assertThat(edited.text()).isEqualTo("@talk-wang @talk-li 第二版");
        assertThat(edited.editedAt()).isNotNull();
        assertThat(toldTo("talk-wang")).hasSize(1); // not again
        assertThat(toldTo("talk-li")).hasSize(1);
        assertThat(commenting.mayEdit(edited)).isTrue();
        as(
                "talk-wang",
                () -> {
                    assertThat(commenting.mayEdit(edited)).isFalse();
                    refusedAs("timeline.refusal.edit", () -> commenting.edit(comment.id(), "改别人的"));
                });
        asOwner(
                "update timeline.comment set at = at - interval '16 minutes' where id = '"
                        + comment.id()
                        + "'");
        refusedAs("timeline.refusal.edit", () -> commenting.edit(comment.id(), "太晚"));
        assertThat(commenting.mayEdit(commenting.find(comment.id()))).isFalse();
    }

    @Test
    void a_removed_comment_loses_its_text_and_leaves_a_trace() {
        var mine = commenting.comment(thing, "我写错了");
        var others = commenting.comment(thing, "别人的话");

        commenting.remove(mine.id());

        var trace = commenting.find(mine.id());
        assertThat(trace.text()).isNull();
        assertThat(trace.removedBy()).isEqualTo("测试员 talk-zone-tester");
        assertThat(commenting.of(thing, null, 10).items()).hasSize(2);
        refused(UnknownComment.class, () -> commenting.remove(mine.id()));
        refused(UnknownComment.class, () -> commenting.edit(mine.id(), "又来"));
        as(
                "talk-wang",
                () -> refusedAs("timeline.refusal.remove", () -> commenting.remove(others.id())));
        commenting.remove(others.id());
        assertThat(jdbcTexts()).doesNotContain("我写错了", "别人的话");
    }

    @Test
    void another_zone_sees_nothing() {
        var comment = commenting.comment(thing, "只在本区");

        zones.in(
                "talk-other",
                () -> {
                    refused(UnknownComment.class, () -> commenting.find(comment.id()));
                    refused(UnknownComment.class, () -> commenting.edit(comment.id(), "x"));
                    refused(UnknownComment.class, () -> commenting.remove(comment.id()));
                    refused(UnknownRecord.class, () -> commenting.comment(thing, "x"));
                    refused(UnknownRecord.class, () -> commenting.of(thing, null, 10));
                    refused(UnknownRecord.class, () -> timeline.of(thing, null, 10));
                    refused(UnknownRecord.class, () -> commenting.colleagues(thing, "", 10));
                    assertThat(jdbcTexts()).doesNotContain("只在本区");
                    return "";
                });
    }

    @Test
    void what_is_no_comment_is_refused() {
        refusedAs("timeline.refusal.text", () -> commenting.comment(thing, " \n "));
        refusedAs("timeline.refusal.text", () -> commenting.comment(thing, "长".repeat(2001)));
        var many = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            many.append("@person-").append(i).append(' ');
        }
        refusedAs("timeline.refusal.mentions", () -> commenting.comment(thing, many.toString()));
        as(
                List.of(Things.READ),
                () ->
                        assertThatThrownBy(() -> commenting.comment(thing, "只读"))
                                .isInstanceOf(AccessDeniedException.class));
        assertThat(commenting.of(thing, null, 10).items()).isEmpty();
    }

    @Test
    void the_timeline_tells_changes_comments_and_files_by_time_page_by_page() throws IOException {
        for (int i = 0; i < 5; i++) {
            commenting.comment(thing, "评论 " + i);
            changed("name", "甲" + i);
            attachments.attach(
                    thing,
                    i + ".txt",
                    new ByteArrayInputStream(("内容" + i).getBytes(StandardCharsets.UTF_8)));
        }
        attachments.remove(attachments.of(thing, null, 1).items().getFirst().id());

        var all = new ArrayList<TimelineEntry>();
        String next = null;
        int pages = 0;
        do {
            var page = timeline.of(thing, next, 4);
            all.addAll(page.items());
            next = page.next();
            pages++;
        } while (next != null);

        assertThat(pages).isGreaterThan(3);
        assertThat(all).extracting(TimelineEntry::moment).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(TimelineEntry::moment)
                .isSortedAccordingTo(java.util.Comparator.<Moment>reverseOrder());
        assertThat(all.stream().filter(TimelineEntry.Said.class::isInstance)).hasSize(5);
        assertThat(all.stream().filter(TimelineEntry.Attached.class::isInstance)).hasSize(5);
        assertThat(all.stream().filter(TimelineEntry.Changed.class::isInstance)).hasSize(6);
        assertThat(all)
                .filteredOn(e -> e instanceof TimelineEntry.Attached(var file) && file.removed())
                .hasSize(1);
        refusedAs("records.refusal.cursor", () -> timeline.of(thing, "1_2", 4));
    }

    @Test
    void comments_follow_their_record() {
        var to = things.make();
        commenting.comment(thing, "跟着走");

        SystemActing.inTenant(
                CurrentTenant.get(),
                () -> {
                    commenting.move(thing, to);
                    return "";
                });

        assertThat(commenting.of(to, null, 10).items()).hasSize(1);
        assertThatThrownBy(() -> commenting.move(to, thing))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> commenting.removeAll(to))
                .isInstanceOf(AccessDeniedException.class);
        SystemActing.inTenant(
                CurrentTenant.get(),
                () -> {
                    commenting.removeAll(to);
                    commenting.removeAll(to); // may run twice
                    return "";
                });
        assertThat(commenting.of(to, null, 10).items())
                .singleElement()
                .matches(comment -> comment.text() == null);
    }

    private void changed(String field, String after) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(open ->
                        history.record(
                                thing.kind(),
                                thing.id(),
                                "revised",
                                List.of(new FieldChange(field, null, after))));
    }

    private List<String> offered(String typed) {
        return commenting.colleagues(thing, typed, 10).stream()
                .map(Comment.Mention::username)
                .toList();
    }

    private void member(String zone, String username, String name) {
        member(zone, username, name, Role.ZONE_STAFF);
    }

    private void member(String zone, String username, String name, Role role) {
        TenantId tenant = zones.zone(zone);
        SystemActing.inTenant(
                tenant,
                () -> {
                    accounts.join(
                            accounts.register(username, "long-enough-password", name, false, false),
                            role);
                    return "";
                });
    }

    private List<String> toldTo(String username) {
        return new TransactionTemplate(transactions)
                .execute(open ->
                        jdbc.queryForList(
                                "select array_to_string(arguments, ' ') from notices.notice where username = ? and link = ?",
                                String.class,
                                username,
                                things.link(thing.id())));
    }

    private List<String> jdbcTexts() {
        return new TransactionTemplate(transactions)
                .execute(open ->
                        jdbc.queryForList(
                                "select text from timeline.comment where text is not null",
                                String.class));
    }

    /** Somebody else of the zone, who may do everything but moderate. */
    private void as(String username, Runnable work) {
        var tester = new Zones.Tester(CurrentTenant.get(), username);
        as(
                new org.springframework.security.authentication.TestingAuthenticationToken(
                        tester,
                        "",
                        org.springframework.security.core.authority.AuthorityUtils
                                .createAuthorityList(
                                        "ROLE_" + Things.READ,
                                        "ROLE_" + TimelinePermissions.COMMENT)),
                work);
    }

    private void as(List<String> permissions, Runnable work) {
        as(zones.somebody("talk-zone", permissions.toArray(String[]::new)), work);
    }

    private static void as(
            org.springframework.security.core.Authentication somebody, Runnable work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(somebody));
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("set app.tenant_id = '" + CurrentTenant.get() + "'");
            statement.execute(sql);
        }
    }

    private static void refused(Class<? extends Refusal> type, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(type);
    }

    private static void refusedAs(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }
}

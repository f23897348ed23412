package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.search.ShownIndex;
import org.kaiyuan.platform.search.Query;
import org.kaiyuan.platform.search.Search;
import org.kaiyuan.platform.search.SearchDoor;
import org.kaiyuan.platform.search.SearchUnavailable;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.platform.tenancy.SystemActing;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a zone shows, and only that; over the real database and the real index. */
@KaiyuanTest
@ActAsZone("deyang")
class ShownPowersTest {
    private static final LocalDate DECIDED = LocalDate.of(2026, 3, 2);
    private static final LocalDate FIRST = DECIDED.plusDays(30);
    private static final Set<PowerListKind> ALL = Set.of(PowerListKind.values());

    @Autowired MatterKeeping matters;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired PublicShowing showing;
    @Autowired ShownPowers shown;
    @Autowired ShownSearch search;
    @Autowired SearchDoor door;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void no_lists() throws Exception {
        followed();
        owner(
                "truncate delegation.list, delegation.matter, delegation.paper, delegation.showing, delegation.shown_zone cascade");
        emptyIndex("deyang");
        emptyIndex("luzhou");
    }

    @Test
    void nothing_is_shown_until_the_zone_says_so() {
        published("企业投资项目备案");

        assertThat(zone()).isEmpty();
        assertThat(showing.now()).isEqualTo(Showing.NOTHING);

        showing.show(null, 0);

        assertThat(there().name()).isEqualTo("测试园区 deyang");
        assertThat(shown.lists(there()))
                .extracting(ShownList::title, ShownList::edition, ShownList::entries)
                .containsExactly(tuple("赋权清单", 1, 1));
        assertThat(names()).containsExactly("企业投资项目备案");
    }

    @Test
    void a_new_edition_is_shown_by_itself() {
        var list = published("甲事项");
        showing.show(null, 0);
        var before = there().revision();

        drafting.put(list, null, grant(matter("乙事项")));
        publish(list);

        soon(() -> assertThat(names()).containsExactly("甲事项", "乙事项"));
        assertThat(there().revision()).isNotEqualTo(before);
        assertThat(shown.editions(there(), list))
                .extracting(ShownEdition::number)
                .containsExactly(2, 1);
    }

    @Test
    void following_twice_or_late_changes_nothing_more() throws Exception {
        var list = published("甲事项");
        showing.show(null, 0);
        drafting.put(list, null, grant(matter("乙事项")));
        publish(list);
        drafting.put(list, null, grant(matter("丙事项")));
        publish(list);
        follow();
        var settled = all();
        var revision = there().revision();

        follow(); // as the reactions to both editions do, in whatever order
        follow();

        assertThat(all()).isEqualTo(settled);
        assertThat(there().revision()).isEqualTo(revision);
        assertThat(shown.lists(there())).extracting(ShownList::edition).containsExactly(3);
    }

    @Test
    void a_version_stays_as_it_was_whatever_comes_later() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        var stays = drafting.put(list, null, grant(matter("甲事项")));
        var changes = drafting.put(list, null, grant(matter("乙事项")));
        var goes = drafting.put(list, null, grant(matter("丙事项")));
        publish(list);
        showing.show(null, 0);
        var first = shown.entries(there(), list, 1, null, 10);
        var page = shown.edition(there(), list, 1);

        var second = first.get(1);
        drafting.put(
                list,
                changes,
                note(new MatterId(second.matter().id()), DelegationMode.BRANCH, "高新区管委会", FIRST));
        drafting.takeOut(list, goes);
        drafting.put(list, null, recall(new MatterId(first.getFirst().matter().id()), stays));
        drafting.rename(list, "另一个名称");
        publish(list);
        follow();

        assertThat(shown.entries(there(), list, 1, null, 10)).isEqualTo(ended(first));
        assertThat(shown.edition(there(), list, 1)).isEqualTo(page);
        assertThat(shown.entry(there(), changes, 1).orElseThrow().note().receivingBody())
                .isEqualTo("经开区行政审批局");
        assertThat(shown.entry(there(), changes).orElseThrow().note().receivingBody())
                .isEqualTo("高新区管委会");
        assertThat(shown.entry(there(), stays, 1).orElseThrow().ended()).isNull();
        assertThat(shown.entry(there(), stays).orElseThrow().on(FIRST.plusDays(40)))
                .isEqualTo(PowerState.RECALLED);
        assertThat(shown.entry(there(), goes).orElseThrow().upTo()).isEqualTo(2);
        assertThatThrownBy(() ->
                        owner(
                                "set app.tenant_id = '%d'; update delegation.shown_wording set receiving_body = '别处'"
                                        .formatted(CurrentTenant.get().value())))
                .hasMessageContaining("a published wording does not change");
    }

    @Test
    void the_chain_tells_what_became_of_a_power_and_when() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        var matter = matter("甲事项");
        var entry = drafting.put(list, null, grant(matter));
        publish(list);
        drafting.put(list, entry, note(matter, DelegationMode.DIRECT, "高新区管委会", FIRST));
        publish(list);
        drafting.put(list, null, recall(matter, entry));
        publish(list);
        showing.show(null, 0);

        assertThat(shown.changes(there(), entry))
                .extracting(ShownChange::kind, ShownChange::edition)
                .containsExactly(
                        tuple(ShownChange.Kind.RECALLED, 3),
                        tuple(ShownChange.Kind.CHANGED, 2),
                        tuple(ShownChange.Kind.LISTED, 1));
        assertThat(shown.changes(there(), entry).get(1).fields())
                .containsExactly(new EntryDifference.Field("receivingBody", "经开区行政审批局", "高新区管委会"));
    }

    @Test
    void only_the_lists_that_were_chosen_are_shown_and_the_others_go() {
        var first = published("甲事项");
        var second = drafting.begin(PowerListKind.SERVICES, "公共服务清单");
        drafting.put(second, null, grant(matter("乙事项")));
        publish(second);
        showing.show(null, 0);
        assertThat(names()).containsExactlyInAnyOrder("甲事项", "乙事项");

        showing.show(Set.of(second), 1);

        assertThat(names()).containsExactly("乙事项");
        assertThat(shown.editions(there(), first)).isEmpty();
        assertThat(showing.now().lists()).containsExactly(second);
        assertThatThrownBy(() -> showing.show(Set.of(ListId.next()), 2))
                .isInstanceOf(UnknownList.class);
        assertThatThrownBy(() -> showing.hide(1)).isInstanceOf(ShowingChangedMeanwhile.class);
    }

    @Test
    void switching_off_removes_all_of_it_and_what_is_published_later_stays_inside() {
        var list = published("甲事项");
        showing.show(null, 0);
        assertThat(zone()).isPresent();

        showing.hide(1);
        drafting.put(list, null, grant(matter("乙事项")));
        publish(list);
        follow();

        assertThat(zone()).isEmpty();
        for (var table : List.of("shown_zone", "shown_list", "shown_edition", "shown_wording")) {
            assertThat(count("delegation." + table)).as(table).isZero();
        }
        assertThat(count("delegation.wording")).isEqualTo(2);
    }

    @Test
    void what_is_shown_is_found_by_characters_pinyin_initials_and_by_its_body() {
        var list = published("企业投资项目备案");
        drafting.put(list, null, grant(matter("建筑工程施工许可")));
        publish(list);
        showing.show(null, 0);

        for (var typed : List.of("投资项目备案", "qiyetouzi", "qytzxm")) {
            soon(() -> assertThat(found(typed)).as(typed).containsExactly("企业投资项目备案"));
        }
        soon(() -> assertThat(found("行政审批局")).hasSize(2));
        assertThat(found("企业投资")).as("by its name before its basis").startsWith("企业投资项目备案");
        assertThat(found("没有这样的事项")).isEmpty();
        soon(() -> {
            var facets = search.find(there(), "", filter(), 0, 10).facets();
            assertThat(facets.get("body")).containsExactly(new ShownFound.Count("经开区行政审批局", 2));
            assertThat(facets.get("list")).containsExactly(new ShownFound.Count("EMPOWERMENT", 2));
        });
    }

    @Test
    void what_was_hidden_is_not_found_and_what_is_shown_again_is() {
        published("企业投资项目备案");
        showing.show(null, 0);
        soon(() -> assertThat(found("企业投资项目备案")).hasSize(1));

        showing.hide(1);
        soon(() -> assertThat(indexed()).isZero());

        showing.show(null, 2);
        soon(() -> assertThat(found("企业投资项目备案")).hasSize(1));
    }

    @Test
    void what_is_hidden_at_once_leaves_nothing_in_the_index() {
        published("企业投资项目备案");

        for (int i = 0; i < 10; i += 2) {
            showing.show(null, i);
            showing.hide(i + 1); // before its documents are there, or before searches see them
        }
        followed();

        door.refresh(ShownIndex.INDEX);
        assertThat(indexed()).isZero();
    }

    @Test
    void what_was_written_a_moment_ago_is_taken_out_as_well() {
        published("企业投资项目备案");
        showing.show(null, 0);
        followed(); // written, and not yet to be found

        showing.hide(1);
        followed();

        door.refresh(ShownIndex.INDEX);
        assertThat(indexed()).isZero();
    }

    @Test
    void pages_go_on_and_back_without_leaving_anything_out() {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        for (int i = 0; i < 7; i++) {
            drafting.put(list, null, grant(matter("事项" + i)));
        }
        publish(list);
        showing.show(null, 0);

        var first = shown.page(there(), filter(), null, false, 3);
        var second = shown.page(there(), filter(), first.after(), false, 3);
        var third = shown.page(there(), filter(), second.after(), false, 3);
        assertThat(first.before()).isNull();
        assertThat(second.items())
                .extracting(one -> one.matter().name())
                .containsExactly("事项3", "事项4", "事项5");
        assertThat(third.items()).hasSize(1);
        assertThat(third.after()).isNull();
        assertThat(shown.page(there(), filter(), third.before(), true, 3)).isEqualTo(second);
        assertThat(shown.page(there(), filter(), second.before(), true, 3)).isEqualTo(first);
        assertThat(shown.tallies(there())).extracting(ShownTally::count).containsExactly(7);
    }

    @Test
    void duties_stand_beside_the_power_where_their_list_is_shown() {
        var matter = matter("企业投资项目备案");
        var powers = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        var power = drafting.put(powers, null, grant(matter));
        publish(powers);
        var duties = drafting.begin(PowerListKind.DUTIES, "责任清单");
        drafting.put(duties, null, withDuties(grant(matter)));
        publishing.letPass(duties, "测试");
        publishing.publish(duties, null);

        showing.show(Set.of(powers), 0);
        assertThat(shown.duties(there(), shown.entry(there(), power).orElseThrow())).isEmpty();

        showing.show(null, 1);
        assertThat(shown.duties(there(), shown.entry(there(), power).orElseThrow()))
                .containsExactly(new Duty(DutyStep.FILING, "受理", "不受理的"));
    }

    @Test
    void a_zone_that_stands_still_or_lost_the_module_shows_nothing() throws Exception {
        published("甲事项");
        showing.show(null, 0);
        for (var fate :
                List.of("state = 'SUSPENDED'", "state = 'CLOSING'", "modules = '{leads}'")) {
            owner("update tenancy.tenant set " + fate + " where code = 'deyang'");
            try {
                assertThat(zone()).as(fate).isEmpty();
            } finally {
                owner(
                        "update tenancy.tenant set state = 'ACTIVE', modules = null where code = 'deyang'");
            }
        }
        assertThat(zone()).isPresent();
    }

    @Test
    void what_a_zone_showed_goes_with_the_zone() throws Exception {
        var code = "gone" + UUID.randomUUID().toString().substring(0, 8);
        zones.in(
                code,
                () -> {
                    published("甲事项");
                    showing.show(null, 0);
                    return null;
                });
        var zone = zones.in(code, CurrentTenant::get);
        owner(
                """
                update tenancy.tenant set state = 'CLOSING' where id = %d;
                insert into tenants.deletion (zone, requested_at, cooling_days, from_state, requested_by, reason, begun_at)
                values (%d, now() - interval '2 days', 1, 'ACTIVE', 'operator', '测试', now())\
                """
                        .formatted(zone.value(), zone.value()));

        zones.in(
                code,
                () -> { // in the order in which TenantErasing takes registers over zones
                    for (var table :
                            List.of("shown_edition", "shown_list", "shown_wording", "shown_zone")) {
                        inTransaction(
                                "do $$ begin perform tenants.erase('delegation.%s'::regclass, 5000); end $$"
                                        .formatted(table));
                    }
                    return null;
                });

        for (var table : List.of("shown_zone", "shown_list", "shown_edition", "shown_wording")) {
            assertThat(count("delegation." + table + " where zone = " + zone.value()))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void no_zone_puts_anything_on_anothers_shelf() {
        published("甲事项");
        showing.show(null, 0);
        long mine = CurrentTenant.get().value();

        zones.in(
                "luzhou",
                () -> {
                    for (var sql :
                            List.of(
                                    "insert into delegation.shown_zone values (%d, now(), gen_random_uuid(), now())",
                                    "insert into delegation.shown_list values (%d, gen_random_uuid(), 'POWERS', 'x', 1, now(), 1)",
                                    "insert into delegation.shown_edition (zone, list_id, number, title, published_at, entries)"
                                            + " values (%d, gen_random_uuid(), 1, 'x', now(), 1)")) {
                        assertThatThrownBy(() -> inTransaction(sql.formatted(mine)))
                                .as(sql)
                                .hasStackTraceContaining("row-level security");
                    }
                    for (var sql :
                            List.of(
                                    "update delegation.shown_zone set revision = gen_random_uuid() where zone = %d",
                                    "update delegation.shown_list set title = 'x' where zone = %d",
                                    "update delegation.shown_wording set to_edition = 9 where zone = %d",
                                    "delete from delegation.shown_list where zone = %d",
                                    "delete from delegation.shown_zone where zone = %d")) {
                        assertThat(inTransaction(sql.formatted(mine))).as(sql).isZero();
                    }
                    return null;
                });
        assertThatThrownBy(() -> inTransaction("delete from delegation.shown_wording"))
                .hasStackTraceContaining("permission denied");
        assertThat(names()).containsExactly("甲事项");
    }

    @Test
    void another_zone_sees_nothing() {
        var list = published("甲事项");
        var entry = drafting.put(list, null, grant(matter("还在起草的事项")));
        showing.show(null, 0);
        var mine = there();

        zones.in(
                "luzhou",
                () -> {
                    assertThat(showing.now()).isEqualTo(Showing.NOTHING);
                    assertThat(shown.zone("luzhou")).isEmpty();
                    assertThat(shown.entry(mine, entry)).as("what is not published").isEmpty();
                    assertThatThrownBy(() -> showing.show(Set.of(list), 0))
                            .isInstanceOf(UnknownList.class);
                    showing.show(null, 0);
                    assertThat(shown.lists(shown.zone("luzhou").orElseThrow())).isEmpty();
                    return null;
                });
        showing.hide(1);
        zones.in(
                "luzhou",
                () -> {
                    assertThat(shown.zone("deyang")).isEmpty();
                    assertThat(shown.lists(mine)).as("what is shown no more").isEmpty();
                    return null;
                });
    }

    /** What ended by then is told; nothing had. */
    private static List<ShownEntry> ended(List<ShownEntry> first) {
        return first.stream()
                .map(one ->
                        new ShownEntry(
                                one.id(),
                                one.list(),
                                one.listKind(),
                                one.from(),
                                one.matter().name().equals("甲事项") ? null : Integer.valueOf(2),
                                one.matter(),
                                one.note(),
                                null))
                .toList();
    }

    private List<Map<String, Object>> all() {
        return jdbc.queryForList(
                "select * from delegation.shown_wording order by entry_id, from_edition");
    }

    private void follow() {
        SystemActing.inTenant(
                CurrentTenant.get(),
                () -> {
                    showing.follow();
                    return true;
                });
    }

    private Optional<ShownZone> zone() {
        return shown.zone("deyang");
    }

    private ShownZone there() {
        return zone().orElseThrow();
    }

    private static ShownFilter filter() {
        return new ShownFilter(ALL, null, null, null);
    }

    private List<String> names() {
        return shown.page(there(), filter(), null, false, 100).items().stream()
                .map(one -> one.matter().name())
                .toList();
    }

    private List<String> found(String typed) {
        return asNobody(() -> search.find(there(), typed, filter(), 0, 10)).items().stream()
                .map(one -> one.matter().name())
                .toList();
    }

    private <T> T asNobody(Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private long indexed() {
        return door.search(ShownIndex.INDEX, Search.of(new Query.Everything(), 0)).total();
    }

    private void emptyIndex(String zone) {
        zones.in(
                zone,
                () -> {
                    await().pollInSameThread()
                            .atMost(Duration.ofSeconds(30))
                            .ignoreException(SearchUnavailable.class) // it is made meanwhile
                            .untilAsserted(() -> {
                                door.refresh(ShownIndex.INDEX);
                                door.each(
                                        ShownIndex.INDEX,
                                        new Query.Everything(),
                                        Map.of(),
                                        500,
                                        ids -> door.write(ShownIndex.INDEX, List.of(), ids));
                                door.refresh(ShownIndex.INDEX);
                                assertThat(indexed()).isZero();
                            });
                    return null;
                });
    }

    /** What was announced has been heard by all who follow it into the index. */
    private void followed() {
        soon(() ->
                assertThat(
                                jdbc.queryForList(
                                        """
                                        select listener_id from events.event_publication
                                        where completion_date is null
                                          and (listener_id like '%IndexWhatIsShown%' or listener_id like '%ShowWhatIsPublished%')\
                                        """))
                        .isEmpty());
    }

    private static void soon(ThrowingRunnable assertion) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    private ListId published(String name) {
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单");
        drafting.put(list, null, grant(matter(name)));
        publish(list);
        return list;
    }

    private void publish(ListId list) {
        assertThat(publishing.check(list)).isEmpty();
        publishing.publish(list, null);
    }

    private MatterId matter(String name) {
        return matters.add(
                new MatterDraft(
                        null,
                        null,
                        name,
                        MatterKind.PERMIT,
                        "投资立项",
                        List.of(
                                new LegalBasis(
                                        "企业投资项目核准和备案管理条例", "第三条", BasisState.IN_FORCE, null))));
    }

    private static EntryNote grant(MatterId matter) {
        return note(matter, DelegationMode.DIRECT, "经开区行政审批局", FIRST);
    }

    private static EntryNote withDuties(EntryNote note) {
        return new EntryNote(
                note.matter(),
                note.act(),
                null,
                note.originalAuthority(),
                note.receivingBody(),
                note.mode(),
                note.scope(),
                note.days(),
                note.document(),
                note.letter(),
                new EntryNote.Particulars(
                        null, null, List.of(new Duty(DutyStep.FILING, "受理", "不受理的")), List.of()),
                null);
    }

    private static EntryNote recall(MatterId matter, EntryId entry) {
        return note(
                matter,
                EntryAct.RECALL,
                entry,
                DelegationMode.DIRECT,
                "经开区行政审批局",
                FIRST.plusDays(20));
    }

    private static EntryNote note(
            MatterId matter, DelegationMode mode, String body, LocalDate effective) {
        return note(matter, EntryAct.GRANT, null, mode, body, effective);
    }

    private static EntryNote note(
            MatterId matter,
            EntryAct act,
            @Nullable EntryId ends,
            DelegationMode mode,
            String body,
            LocalDate effective) {
        return new EntryNote(
                matter,
                act,
                ends,
                "市发展和改革委员会",
                body,
                mode,
                EntryNote.Scope.ALL,
                EntryNote.Days.from(effective),
                new EntryNote.Paper(null, "德府发〔2026〕1号", DECIDED, "德阳市人民政府"),
                EntryNote.Paper.NONE,
                EntryNote.Particulars.NONE,
                null);
    }

    private int inTransaction(String sql) {
        return Objects.requireNonNull(
                new TransactionTemplate(transactions).execute(open -> jdbc.update(sql)));
    }

    private long count(String table) {
        return Objects.requireNonNull(
                new TransactionTemplate(transactions)
                        .execute(open ->
                                jdbc.queryForObject("select count(*) from " + table, Long.class)));
    }

    private void owner(String sql) throws SQLException {
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

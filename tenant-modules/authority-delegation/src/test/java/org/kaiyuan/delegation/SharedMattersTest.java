package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue that is shared: by the operator with all, by a supervisor with the zones in its divisions. */
@KaiyuanTest
@Import(Desk.Ready.class)
@ActAsZone("shared-park")
class SharedMattersTest {
    private static final String PARK = "shared-park";
    private static final String ELSEWHERE = "shared-elsewhere";
    private static final String CITY = "shared-city";

    @Autowired SharedMatters shared;
    @Autowired MatterKeeping keeping;
    @Autowired MatterCatalogue catalogue;
    @Autowired ListDrafting drafting;
    @Autowired ListPublishing publishing;
    @Autowired FollowSharedMatters following;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Desk desk;
    @Autowired Zones zones;

    @BeforeEach
    void a_city_that_supervises_one_of_two_parks() throws Exception {
        desk.clear();
        for (var zone : List.of(PARK, ELSEWHERE, CITY)) {
            zones.zone(zone);
        }
        desk.owner(
                CITY,
                "update tenancy.tenant set divisions = '{9910}', kind = 'SUPERVISOR' where code = 'shared-city'",
                "update tenancy.tenant set divisions = '{991003}' where code = 'shared-park'",
                "update tenancy.tenant set divisions = '{9911}' where code = 'shared-elsewhere'");
    }

    @Test
    void what_the_operator_shares_everybody_sees_and_nobody_but_the_operator_changes() {
        var id = operator(() -> shared.share(said("O-1", "全省通用事项")));

        for (var zone : List.of(PARK, ELSEWHERE, CITY)) {
            zones.in(
                    zone,
                    () -> {
                        assertThat(shared.page("", null, 10))
                                .extracting(
                                        SharedMatter::id,
                                        SharedMatter::publisher,
                                        SharedMatter::own)
                                .containsExactly(tuple(id, null, false));
                        assertThatThrownBy(() -> shared.revise(id, said("O-1", "我的"), 0))
                                .isInstanceOf(UnknownMatter.class);
                        return null;
                    });
        }
        operator(() -> {
            shared.revise(id, said("O-1", "全省通用事项（新）"), 0);
            assertThat(shared.page("全省", null, 10))
                    .extracting(one -> one.said().name(), SharedMatter::own, SharedMatter::version)
                    .containsExactly(tuple("全省通用事项（新）", true, 1L));
            assertThatThrownBy(() -> shared.use(List.of(id)))
                    .isInstanceOf(AccessDeniedException.class);
            return id;
        });
    }

    @Test
    void a_supervisor_shares_with_the_zones_in_its_divisions_alone() {
        var id = zones.in(CITY, () -> shared.share(said("C-1", "本市事项")));

        assertThat(shared.get(id).publisher()).isEqualTo("测试园区 shared-city");
        assertThat(shared.get(id).own()).isFalse();
        assertThat(zones.in(CITY, () -> shared.get(id)).own()).isTrue();
        zones.in(
                ELSEWHERE,
                () -> {
                    assertThat(shared.page("", null, 10)).isEmpty();
                    assertThatThrownBy(() -> shared.get(id)).isInstanceOf(UnknownMatter.class);
                    assertThatThrownBy(() -> shared.use(List.of(id)))
                            .isInstanceOf(UnknownMatter.class);
                    return null;
                });
    }

    @Test
    void a_zone_that_supervises_nobody_shares_nothing() {
        assertThatThrownBy(() -> shared.share(said("P-1", "园区自用")))
                .isInstanceOf(SharingRefused.class);
        assertThatThrownBy(shared::shareAll).isInstanceOf(SharingRefused.class);
        assertThat(shared.mayShare()).isFalse();
    }

    @Test
    void a_supervisor_shares_all_of_its_own_matters_once() {
        zones.in(
                CITY,
                () -> {
                    keeping.add(said("A-1", "城市事项甲"));
                    keeping.add(said(null, "城市事项乙"));
                    assertThat(shared.shareAll()).isEqualTo(2);
                    assertThat(shared.shareAll()).isZero();
                    return null;
                });
    }

    @Test
    void what_is_used_becomes_the_zones_own_once_however_often_it_is_asked_for() {
        var first = operator(() -> shared.share(said("O-1", "甲事项")));
        var second = operator(() -> shared.share(said(null, "乙事项")));

        var own = shared.use(List.of(second, first, second));
        assertThat(own).hasSize(3);
        assertThat(own.get(0)).isEqualTo(own.get(2));
        assertThat(shared.use(List.of(first, second))).containsExactly(own.get(1), own.get(0));
        assertThat(catalogue.get(own.get(1)).name()).isEqualTo("甲事项");
        assertThat(catalogue.get(own.get(1)).shared()).isTrue();
        assertThat(catalogue.page(MatterCatalogue.Filter.ALL, null, 10)).hasSize(2);
        assertThat(shared.get(first).used()).isTrue();
        assertThat(zones.in(ELSEWHERE, () -> shared.get(first).used())).isFalse();
        assertThatThrownBy(() -> keeping.revise(own.get(0), said(null, "改"), 0))
                .isInstanceOf(MatterIsShared.class);
    }

    @Test
    void a_matter_of_the_zones_own_with_the_same_code_becomes_the_shared_one() {
        var own = keeping.add(said("O-1", "园区的叫法"));
        var id = operator(() -> shared.share(said("O-1", "通用的叫法")));

        assertThat(shared.use(List.of(id))).containsExactly(own);
        assertThat(catalogue.get(own).name()).isEqualTo("通用的叫法");
        assertThat(catalogue.get(own).shared()).isTrue();
    }

    @Test
    void two_that_share_one_code_are_not_both_used() {
        var operators = operator(() -> shared.share(said("O-1", "通用")));
        var citys = zones.in(CITY, () -> shared.share(said("O-1", "本市")));
        var own = shared.use(List.of(operators)).getFirst();

        assertThatThrownBy(() -> shared.use(List.of(citys))).isInstanceOf(MatterCodeTaken.class);
        assertThat(catalogue.get(own).name()).isEqualTo("通用");
        assertThatThrownBy(() -> zones.in(ELSEWHERE, () -> shared.use(List.of(operators, citys))))
                .isInstanceOf(UnknownMatter.class);
    }

    @Test
    void a_code_is_shared_once_by_each() {
        operator(() -> shared.share(said("O-1", "通用")));
        var second = operator(() -> shared.share(said("O-2", "通用")));

        assertThatThrownBy(() -> operator(() -> shared.share(said("O-1", "又一个"))))
                .isInstanceOf(MatterCodeTaken.class);
        assertThatThrownBy(() ->
                        operator(() -> {
                            shared.revise(second, said("O-1", "通用"), 0);
                            return second;
                        }))
                .isInstanceOf(MatterCodeTaken.class);
        assertThat(zones.in(CITY, () -> shared.share(said("O-1", "本市")))).isNotNull();
    }

    @Test
    void zones_follow_what_is_shared_and_a_repealed_basis_stands_against_publishing() {
        var id = operator(() -> shared.share(said("O-1", "甲事项")));
        var own = shared.use(List.of(id)).getFirst();
        var list = drafting.begin(PowerListKind.EMPOWERMENT, "赋权清单 " + UUID.randomUUID());
        drafting.put(list, null, new GrantDraft(own).note());
        assertThat(publishing.check(list)).isEmpty();

        operator(() -> {
            shared.revise(
                    id,
                    new MatterDraft(
                            "O-1",
                            null,
                            "甲事项（更名）",
                            MatterKind.PENALTY,
                            "交通",
                            List.of(
                                    new LegalBasis(
                                            "《甲法》",
                                            "第一条",
                                            BasisState.REPEALED,
                                            LocalDate.of(2026, 6, 1)))),
                    0);
            return id;
        });
        assertThat(catalogue.get(own).basisState()).isEqualTo(BasisState.IN_FORCE);

        following.run();
        following.run();

        var matter = catalogue.get(own);
        assertThat(matter.name()).isEqualTo("甲事项（更名）");
        assertThat(matter.kind()).isEqualTo(MatterKind.PENALTY);
        assertThat(matter.basisState()).isEqualTo(BasisState.REPEALED);
        assertThat(matter.bases().getFirst().since()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(publishing.check(list)).extracting(Finding::rule).contains("basisRepealed");
        // what was found to be in order before is not published unseen
        assertThatThrownBy(() -> publishing.publish(list, null))
                .isInstanceOfSatisfying(
                        PublishingRefused.class,
                        refused -> assertThat(refused.rules()).isNotEmpty());
    }

    @Test
    void a_zone_whose_own_matter_has_the_new_code_keeps_what_it_has() {
        var id = operator(() -> shared.share(said("O-1", "甲事项")));
        var used = shared.use(List.of(id)).getFirst();
        keeping.add(said("O-2", "园区自己的"));
        operator(() -> {
            shared.revise(id, said("O-2", "甲事项（新码）"), 0);
            return id;
        });

        following.run();

        assertThat(catalogue.get(used).code()).isEqualTo("O-1");
        assertThat(catalogue.byCode("O-2").map(one -> catalogue.get(one).name())).contains("园区自己的");
    }

    @Test
    void who_has_not_seen_what_was_changed_meanwhile_overwrites_nothing() {
        var id = zones.in(CITY, () -> shared.share(said("C-1", "本市事项")));
        zones.in(
                CITY,
                () -> {
                    shared.revise(id, said("C-1", "第二版"), 0);
                    assertThatThrownBy(() -> shared.revise(id, said("C-1", "第三版"), 0))
                            .isInstanceOfSatisfying(
                                    MatterChangedMeanwhile.class,
                                    refused -> assertThat(refused.version()).isEqualTo(1));
                    return null;
                });
        assertThat(shared.get(id).said().name()).isEqualTo("第二版");
    }

    @Test
    void not_even_by_sql_does_anybody_but_the_publisher_change_it() {
        var operators = operator(() -> shared.share(said("O-1", "通用")));
        var citys = zones.in(CITY, () -> shared.share(said("C-1", "本市")));

        for (var zone : List.of(PARK, ELSEWHERE)) {
            zones.in(
                    zone,
                    () ->
                            transaction.execute(open -> {
                                assertThat(
                                                jdbc.update(
                                                        "update delegation.shared_matter set name = '篡改' where id in (?, ?)",
                                                        operators,
                                                        citys))
                                        .isZero();
                                return null;
                            }));
        }
        assertThatThrownBy(() ->
                        transaction.execute(open ->
                                jdbc.update(
                                        """
                                        insert into delegation.shared_matter (id, zone, name, name_key, kind, updated_at)
                                        values (gen_random_uuid(), null, 'x', 'x', 'PERMIT', now())\
                                        """)))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() ->
                        transaction.execute(
                                open -> jdbc.update("delete from delegation.shared_matter")))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void pages_follow_the_names() {
        operator(() -> {
            for (var name : List.of("甲一", "甲二", "甲三", "乙一")) {
                shared.share(said(null, name));
            }
            return UUID.randomUUID();
        });
        var first = shared.page("甲", null, 2);
        var second = shared.page("甲", first.getLast().id(), 2);

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1);
        assertThat(shared.page("\0", null, 10)).hasSize(4);
    }

    @Test
    void another_zone_sees_nothing() {
        var id = zones.in(CITY, () -> shared.share(said("C-1", "本市事项")));
        var own = shared.use(List.of(id)).getFirst();

        zones.in(
                ELSEWHERE,
                () -> {
                    assertThat(shared.page("", null, 10)).isEmpty();
                    assertThatThrownBy(() -> catalogue.get(own)).isInstanceOf(UnknownMatter.class);
                    return null;
                });
        zones.in(
                CITY,
                () -> {
                    assertThat(shared.get(id).used()).as("what a park uses is its own").isFalse();
                    assertThatThrownBy(() -> catalogue.get(own)).isInstanceOf(UnknownMatter.class);
                    return null;
                });
    }

    @Test
    @ActAsZone(
            value = PARK,
            permissions = {"delegation:read", "delegation:write"})
    void who_may_not_share_shares_nothing() {
        assertThatThrownBy(() -> shared.share(said("X", "甲")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private static MatterDraft said(@Nullable String code, String name) {
        return new MatterDraft(
                code,
                null,
                name,
                MatterKind.PERMIT,
                null,
                List.of(new LegalBasis("《甲法》", "第一条", BasisState.IN_FORCE, null)));
    }

    /** Who works for no zone. */
    private static <T> T operator(Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        new TestingAuthenticationToken(
                                "operator", "", "ROLE_" + DelegationPermissions.SHARE)));
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}

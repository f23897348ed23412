package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

@KaiyuanTest
@ActAsZone("mianyang")
class EnterpriseSearchTest {
    private static final String NAME = "四川华创新材料有限公司";
    private static boolean filled;

    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseRevision revision;
    @Autowired EnterpriseSearch search;
    @Autowired Zones zones;

    @BeforeEach
    void two_zones_with_a_few_enterprises_each() {
        if (filled) {
            return;
        }
        for (var name :
                List.of(NAME, "四川华西建设有限公司", "绵阳长虹电子科技股份有限公司", "德阳市恒泰机械制造有限公司", "成都银行股份有限公司绵阳分行")) {
            registration.register(new ProfileDraft(name).industry("C3091", "先进材料产业").done());
        }
        zones.in("ziyang", () -> registration.register(new ProfileDraft("资阳华创新材料有限公司").done()));
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> search.search("", EnterpriseFilter.ALL, 10).total() == 5);
        zones.<Boolean>in(
                "ziyang",
                () -> {
                    await().pollInSameThread()
                            .atMost(Duration.ofSeconds(20))
                            .until(() -> inZiyang());
                    return true;
                });
        filled = true;
    }

    private boolean inZiyang() {
        return zones.<Long>in("ziyang", () -> search.search("", EnterpriseFilter.ALL, 10).total())
                == 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NAME,
                "华创新材",
                "川华创",
                "华创材料",
                "华创新材料",
                "四川华创",
                "華創新材料",
                "华创新料",
                "华创新村料",
                "华新创材料",
                "huachuangxincailiao",
                "hua chuang xin cai liao",
                "hcxcl"
            })
    void the_same_enterprise_is_found_first_however_it_is_typed(String typed) {
        assertThat(search.search(typed, EnterpriseFilter.ALL, 10).items())
                .first()
                .extracting(find -> find.enterprise().name())
                .isEqualTo(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhizao", "zhi zao", "jixie", "jixiezhizao", "taijixie"})
    void a_word_inside_a_name_is_found_as_it_is_read(String typed) {
        assertThat(search.search(typed, EnterpriseFilter.ALL, 10).items())
                .first()
                .satisfies(find -> {
                    assertThat(find.enterprise().name()).isEqualTo("德阳市恒泰机械制造有限公司");
                    assertThat(find.reasons()).contains("pinyin");
                });
    }

    @Test
    void a_saved_change_is_searchable_within_seconds() {
        var id = registration.register(EnterpriseProfile.named("攀枝花钒钛磁铁实业有限公司"));

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(search.suggest("钒钛磁铁"))
                                .extracting(EnterpriseSuggestion::id)
                                .contains(id));
    }

    @Test
    void a_former_name_that_was_added_by_hand_is_searchable() {
        var id = registration.register(EnterpriseProfile.named("广安玄武岩纤维有限公司"));
        revision.revisePartly(
                id, 0, stored -> stored.withFormerNames(List.of(new FormerName("岳池棉纺织厂", null))));

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(search.search("岳池棉纺", EnterpriseFilter.ALL, 3).items())
                                .first()
                                .satisfies(find -> {
                                    assertThat(find.enterprise().id()).isEqualTo(id);
                                    assertThat(find.reasons()).contains("formerName");
                                }));
    }

    @Test
    void facets_and_highlights_come_with_the_hits() {
        var finds = search.search("华创", EnterpriseFilter.ALL, 10);

        assertThat(finds.degraded()).isFalse();
        assertThat(finds.facets().get("leadingIndustry"))
                .extracting(FacetCount::value)
                .containsExactly("先进材料产业");
        assertThat(finds.items().getFirst().highlights().get("name").getFirst()).contains("<em>");
        assertThat(finds.items().getFirst().reasons()).contains("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "资阳华创新材料有限公司",
                "华创新材",
                "*",
                "tenantId:*",
                "\" OR 1=1",
                "{\"match_all\":{}}",
                "zyhcxcl",
                "ziyang",
                "_routing:1",
                "a AND (b OR"
            })
    void another_zone_sees_nothing(String typed) {
        var finds = search.search(typed, EnterpriseFilter.ALL, 100);

        assertThat(finds.items())
                .extracting(find -> find.enterprise().name())
                .doesNotContain("资阳华创新材料有限公司");
        assertThat(finds.total()).isLessThanOrEqualTo(7);
        assertThat(String.valueOf(finds.suggestion())).doesNotContain("资阳");
        assertThat(search.suggest(typed))
                .extracting(EnterpriseSuggestion::name)
                .doesNotContain("资阳华创新材料有限公司");
        long counted = finds.facets().get("status").stream().mapToLong(FacetCount::count).sum();
        assertThat(counted).isEqualTo(finds.total());
        zones.<Boolean>in(
                "luzhou-empty",
                () -> {
                    assertThat(search.search(typed, EnterpriseFilter.ALL, 100).total()).isZero();
                    assertThat(search.suggest(typed)).isEmpty();
                    return true;
                });
    }

    @Test
    void nothing_is_found_for_an_id_of_nobody() {
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> search.similar(new EnterpriseId(UUID.randomUUID()), 5)))
                .isInstanceOf(UnknownEnterprise.class);
    }

    @Test
    @ActAsZone("similar")
    void others_that_make_the_same_are_similar_itself_and_another_zones_are_not() {
        var scope = "锂离子电池负极材料、石墨制品的研发、生产、销售";
        var one = registration.register(scoped("四川天齐石墨有限公司", scope));
        var like = registration.register(scoped("遂宁碳素制品有限公司", "石墨制品及锂离子电池负极材料生产"));
        registration.register(scoped("泸州老窖酿酒有限公司", "白酒酿造"));
        zones.in("similar-other", () -> registration.register(scoped("资阳负极材料有限公司", scope)));

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(search.similar(one, 5).items())
                                .extracting(EnterpriseRow::id)
                                .containsExactly(like));
        assertThat(search.similar(one, -1).items()).hasSize(1);
        zones.<Boolean>in(
                "similar-other",
                () -> {
                    org.assertj.core.api.Assertions.assertThatThrownBy(() -> search.similar(one, 5))
                            .isInstanceOf(UnknownEnterprise.class);
                    return true;
                });
    }

    private static EnterpriseProfile scoped(String name, String scope) {
        return new ProfileDraft(name).scope(scope).done();
    }
}

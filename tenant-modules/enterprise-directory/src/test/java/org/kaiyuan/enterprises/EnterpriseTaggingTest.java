package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KaiyuanTest
class EnterpriseTaggingTest {
    @Autowired EnterpriseTagging tagging;
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseDirectory directory;
    @Autowired EnterpriseSearch search;
    @Autowired Zones zones;
    @Autowired JdbcTemplate jdbc;
    @Autowired PlatformTransactionManager transactions;

    @Test
    @ActAsZone("tag-filter")
    void everything_that_is_filtered_is_tagged_and_untagged_and_nothing_else() {
        var one = registration.register(new ProfileDraft("甲").industry("C3091", null).done());
        var other = registration.register(new ProfileDraft("乙").industry("F5111", null).done());
        var manufacturing = EnterpriseQuestion.read("industry=C");

        assertThat(tagging.tagAll(manufacturing, "制造业")).isEqualTo(1);
        assertThat(tagging.tagAll(manufacturing, "制造业")).isZero();

        assertThat(tagsOf(one)).containsExactly("制造业");
        assertThat(tagsOf(other)).isEmpty();
        assertThat(tagging.untagAll(EnterpriseQuestion.ALL, "制造业")).isEqualTo(1);
        assertThat(tagsOf(one)).isEmpty();
        assertThat(directory.history(one, null, 1))
                .extracting(ChangeEntry::act, ChangeEntry::before)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("untagged", "制造业"));
    }

    @Test
    @ActAsZone("tag-search")
    void everything_that_is_found_is_tagged() {
        var found = registration.register(EnterpriseProfile.named("锂电材料有限公司"));
        var other = registration.register(EnterpriseProfile.named("泸州老窖股份有限公司"));
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    var finds = search.search("", EnterpriseFilter.ALL, 1);
                    return !finds.degraded() && finds.total() == 2;
                });

        assertThat(tagging.tagAll(EnterpriseQuestion.read("q=锂电材料"), "锂电")).isEqualTo(1);

        assertThat(tagsOf(found)).containsExactly("锂电");
        assertThat(tagsOf(other)).isEmpty();
    }

    @Test
    @ActAsZone("tag-many")
    void too_many_are_refused_and_none_is_tagged() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(open ->
                        jdbc.update(
                                """
                                insert into enterprises.enterprise (tenant_id, id, name, name_key, status)
                                select ?, uuidv7(), 'n' || n, 'n' || n, 'ACTIVE' from generate_series(1, ?) n\
                                """,
                                CurrentTenant.get().value(),
                                EnterpriseTagging.MOST_OF_ALL + 1));

        assertThatThrownBy(() -> tagging.tagAll(EnterpriseQuestion.ALL, "全部"))
                .isInstanceOf(TooManyToTag.class);
        assertThat(directory.tags()).isEmpty();
    }

    @Test
    @ActAsZone("tag-mine")
    void another_zone_sees_nothing() {
        var mine = registration.register(EnterpriseProfile.named("甲"));

        zones.<Boolean>in(
                "tag-other",
                () -> {
                    assertThat(tagging.tagAll(EnterpriseQuestion.ALL, "别区")).isZero();
                    assertThat(tagging.untag(List.of(mine), "别区")).isZero();
                    assertThatThrownBy(() -> tagging.tag(mine, "别区"))
                            .isInstanceOf(UnknownEnterprise.class);
                    assertThatThrownBy(() -> tagging.untag(mine, "别区"))
                            .isInstanceOf(UnknownEnterprise.class);
                    return true;
                });
        assertThat(tagsOf(mine)).isEmpty();
    }

    private java.util.Set<String> tagsOf(EnterpriseId id) {
        return directory.details(id).profile().tags();
    }
}

package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.views.UnknownView;
import org.kaiyuan.platform.views.ViewRefused;
import org.kaiyuan.platform.views.ViewStore;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

@KaiyuanTest
class SavedViewsTest {
    private static final EnterpriseQuestion SUSPENDED =
            EnterpriseQuestion.read("q=材料&status=SUSPENDED&order=CAPITAL");

    @Autowired SavedViews views;
    @Autowired Zones zones;

    @Test
    @ActAsZone("views-own")
    void a_view_is_kept_renewed_under_its_name_and_thrown_away() {
        views.save(" 停产 ", EnterpriseQuestion.ALL, false);
        views.save("停产", SUSPENDED, false);

        assertThat(views.list())
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.name()).isEqualTo("停产");
                    assertThat(view.question()).isEqualTo(SUSPENDED);
                    assertThat(view.mine()).isTrue();
                });
        views.remove(views.list().getFirst().id());
        assertThat(views.list()).isEmpty();
    }

    @Test
    @ActAsZone("views-shared")
    void a_colleague_sees_what_is_shared_and_cannot_throw_it_away() {
        views.save("给大家", SUSPENDED, true);
        views.save("给自己", SUSPENDED, false);
        var shared = views.list().getFirst();

        SecurityContextHolder.getContext().setAuthentication(colleague("views-shared"));

        assertThat(views.list())
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.name()).isEqualTo("给大家");
                    assertThat(view.mine()).isFalse();
                    assertThat(view.ownerName()).isEqualTo("测试员 views-shared-tester");
                });
        assertThatThrownBy(() -> views.remove(shared.id())).isInstanceOf(UnknownView.class);
    }

    @Test
    @ActAsZone("views-refused")
    void a_view_without_a_name_or_one_too_many_is_refused() {
        assertThatThrownBy(() -> views.save(" ", SUSPENDED, false)).isInstanceOf(ViewRefused.class);
        assertThatThrownBy(() -> views.save("长".repeat(61), SUSPENDED, false))
                .isInstanceOf(ViewRefused.class);
        for (int i = 0; i < ViewStore.MOST; i++) {
            views.save("视图 " + i, SUSPENDED, false);
        }
        assertThatThrownBy(() -> views.save("多余", SUSPENDED, false))
                .isInstanceOf(ViewRefused.class);
        assertThat(views.list()).hasSize(ViewStore.MOST);
    }

    @Test
    @ActAsZone("views-mine")
    void another_zone_sees_nothing() {
        views.save("给大家", SUSPENDED, true);
        var mine = views.list().getFirst();

        zones.<Boolean>in(
                "views-other",
                () -> {
                    assertThat(views.list()).isEmpty();
                    assertThatThrownBy(() -> views.remove(mine.id()))
                            .isInstanceOf(UnknownView.class);
                    return true;
                });
        assertThat(views.list()).hasSize(1);
    }

    private Authentication colleague(String zone) {
        var tester = (Zones.Tester) zones.somebody(zone, "*").getPrincipal();
        return new TestingAuthenticationToken(
                new Zones.Tester(tester.tenantId(), zone + "-colleague"),
                "",
                "ROLE_" + EnterprisePermissions.READ);
    }
}

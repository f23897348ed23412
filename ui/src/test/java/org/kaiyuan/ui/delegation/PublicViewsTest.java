package org.kaiyuan.ui.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.delegation.PublicShowing;
import org.kaiyuan.delegation.ShownPowers;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.kaiyuan.ui.kit.AskDialog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Showing one's lists to the public, and comparing them with what others show. */
class PublicViewsTest extends ViewTest {
    @Autowired ApplicationContext house;
    @Autowired PublicShowing showing;
    @Autowired ShownPowers shown;
    @Autowired TestServers servers;
    @Autowired Zones zones;

    private ShownListsFixture lists;

    @BeforeEach
    void no_lists() throws Exception {
        lists = ShownListsFixture.of(house);
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute(
                    "truncate delegation.list, delegation.matter, delegation.paper, delegation.showing, delegation.shown_zone cascade");
        }
    }

    @Test
    void lists_are_shown_chosen_and_hidden_again() {
        lists.published("deyang", "甲清单", "甲事项");
        var second = lists.published("deyang", "乙清单", "乙事项");
        var view = navigate(PublicShowingView.class);
        assertThat(view.getElement().getTextRecursively()).contains("未公开", "甲清单", "乙清单");

        test(view.show).click();

        assertThat(shown.lists(shown.zone("deyang").orElseThrow())).hasSize(2);
        assertThat(view.state.getElement().getTextRecursively())
                .contains("已公开", "/z/deyang/powers");

        test(view.which).selectItem("只公开选定的清单");
        view.lists.setValue(
                Set.copyOf(
                        view.lists
                                .getListDataView()
                                .getItems()
                                .filter(list -> list.id().equals(second))
                                .toList()));
        assertThat(view.isTouched()).isTrue();
        test(view.show).click();
        assertThat(shown.lists(shown.zone("deyang").orElseThrow()))
                .extracting(one -> one.title())
                .containsExactly("乙清单");

        test(view.hide).click();
        test($(AskDialog.class).single().go).click();
        assertThat(shown.zone("deyang")).isEmpty();
        assertThat(view.state.getElement().getTextRecursively()).contains("未公开");
    }

    @Test
    void who_was_slower_sees_how_it_stands() {
        lists.published("deyang", "甲清单", "甲事项");
        var view = navigate(PublicShowingView.class);
        showing.show(null, 0); // somebody else

        test(view.show).click();

        assertThat(view.state.getElement().getTextRecursively()).contains("已公开");
        assertThat(view.hide.isVisible()).isTrue();
    }

    @Test
    void what_peers_have_and_we_have_not_leads_to_asking_for_it() {
        lists.published("deyang", "甲清单", "甲事项");
        lists.published("luzhou", "清单", "甲事项", "乙事项");
        lists.show("luzhou");

        var view = navigate(CompareView.class);

        assertThat(test(view.gaps).size()).isOne();
        var gap = test(view.gaps).getRow(0);
        assertThat(gap.matterName()).isEqualTo("乙事项");
        assertThat(gap.originalAuthority()).isEqualTo("市发展和改革委员会");
        var holders = test(view.gaps).getCellComponent(0, 1).getElement().getTextRecursively();
        assertThat(holders).contains("1 / 1 个园区", "泸州白酒产业园");
        var ask = (Button) test(view.gaps).getCellComponent(0, 3);
        test(ask).click();
        assertThat(
                        UI.getCurrent()
                                .getInternals()
                                .getActiveViewLocation()
                                .getPathWithQueryParameters())
                .startsWith("delegation/requests/new?")
                .contains("authority=", "matter=");
    }

    @Test
    void the_matrix_has_a_column_for_each_zone() {
        lists.published("deyang", "甲清单", "甲事项");
        lists.published("luzhou", "清单", "甲事项", "乙事项");
        lists.show("luzhou");

        UI.getCurrent()
                .navigate(
                        CompareView.class,
                        QueryParameters.simple(Map.of("show", "MATRIX", "zone", "luzhou")));
        var view = (CompareView) getCurrentView();

        assertThat(test(view.matrix).size()).isEqualTo(2);
        assertThat(test(view.matrix).getCellComponent(0, 1).getElement().getTextRecursively())
                .as("ours, 乙事项")
                .isEqualTo("—");
        assertThat(test(view.matrix).getCellComponent(1, 1).getElement().getTextRecursively())
                .contains("deyang审批局", "2026-04-01");
        assertThat(test(view.matrix).getCellComponent(1, 2).getElement().getTextRecursively())
                .contains("luzhou审批局");
    }

    @Test
    void nobody_to_compare_with_is_said() {
        var view = navigate(CompareView.class);

        assertThat(view.getElement().getTextRecursively()).contains("还没有其他园区公开权责清单");
    }
}

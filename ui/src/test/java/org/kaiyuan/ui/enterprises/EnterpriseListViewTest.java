package org.kaiyuan.ui.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseFind;
import org.kaiyuan.enterprises.EnterpriseOrder;
import org.kaiyuan.enterprises.EnterprisePermissions;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.enterprises.EnterpriseStatus;
import org.kaiyuan.enterprises.SavedViews;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class EnterpriseListViewTest extends ViewTest {
    @Autowired EnterpriseDirectory directory;
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseSearch search;
    @Autowired SavedViews savedViews;
    @Autowired Zones zones;

    @Test
    void shows_the_enterprises_of_the_zone_and_how_many() {
        var view = navigate(EnterpriseListView.class);

        assertThat(test(view.rows).size()).isPositive();
        assertThat(view.count.getText()).contains("1,500");
    }

    @Test
    void the_address_says_what_is_asked() {
        var view = at("status=SUSPENDED&capitalFrom=1000000&foundedTo=2020&order=CAPITAL");

        assertThat(view.form.status.getValue()).containsExactly(EnterpriseStatus.SUSPENDED);
        assertThat(view.form.capitalFrom.getValue()).isEqualByComparingTo("100");
        assertThat(view.order.getValue()).isEqualTo(EnterpriseOrder.CAPITAL);
        assertThat(view.chips.getElement().getTextRecursively())
                .contains("停产", "注册资本 ≥ 100 万元", "2020 年及以前成立");
        assertThat(first(view).enterprise().status()).isEqualTo(EnterpriseStatus.SUSPENDED);
    }

    @Test
    void a_filter_that_is_set_goes_into_the_question_and_its_chip_takes_it_out() {
        var view = navigate(EnterpriseListView.class);

        view.form.status.setValue(java.util.Set.of(EnterpriseStatus.SUSPENDED));

        assertThat(now().asked().text()).isEqualTo("status=SUSPENDED");
        test((Button) now().chips.getComponentAt(0)).click();
        assertThat(now().asked()).isEqualTo(EnterpriseQuestion.ALL);
        assertThat(now().count.getText()).contains("1,500");
    }

    @Test
    @ActAsZone("list-search")
    void a_search_marks_the_hits_says_why_and_counts_by_category() {
        registration.register(EnterpriseProfile.named("锂电材料有限公司"));
        registration.register(EnterpriseProfile.named("德阳机械有限公司"));
        indexed(2);

        var view = at("q=锂电");

        assertThat(view.count.getText()).isEqualTo("共 1 家");
        assertThat(test(view.rows).size()).isEqualTo(1);
        assertThat(first(view).highlights().get("name").getFirst()).contains("<em>");
        assertThat(view.order.isEnabled()).isFalse();
        assertThat(view.facets.choices).containsKey("status:ACTIVE");

        test(java.util.Objects.requireNonNull(view.facets.choices.get("status:ACTIVE"))).click();
        assertThat(now().asked().text()).isEqualTo("q=%E9%94%82%E7%94%B5&status=ACTIVE");
        test(java.util.Objects.requireNonNull(now().facets.choices.get("status:ACTIVE"))).click();
        assertThat(now().asked().filter()).isEqualTo(EnterpriseFilter.ALL);
    }

    @Test
    @ActAsZone("list-bulk")
    void selected_rows_are_tagged_and_then_everything_that_is_shown() {
        var one = registration.register(EnterpriseProfile.named("甲有限公司"));
        var two = registration.register(EnterpriseProfile.named("乙有限公司"));
        var view = navigate(EnterpriseListView.class);

        view.rows.select(
                new EnterpriseFind(
                        directory.rows(java.util.List.of(one)).getFirst(),
                        java.util.Map.of(),
                        java.util.List.of()));
        assertThat(view.bulk.isVisible()).isTrue();
        assertThat(view.bulk.told.getText()).isEqualTo("已选 1 家");
        view.bulk.tag.setValue("走访");
        test(view.bulk.put).click();

        assertThat(directory.details(one).profile().tags()).containsExactly("走访");
        assertThat(directory.details(two).profile().tags()).isEmpty();
        assertThat(view.bulk.isVisible()).isFalse();

        view.rows.select(
                new EnterpriseFind(
                        directory.rows(java.util.List.of(one)).getFirst(),
                        java.util.Map.of(),
                        java.util.List.of()));
        test(view.bulk.all).click();
        view.bulk.tag.setValue("全部");
        test(view.bulk.put).click();

        assertThat(directory.details(two).profile().tags()).containsExactly("全部");
    }

    @Test
    @ActAsZone("list-views")
    void what_is_asked_is_kept_as_a_view_and_opened_again() {
        var view = at("status=SUSPENDED&order=FOUNDED");
        var panel = view.views;
        UI.getCurrent().add(panel);
        panel.name.setValue("停产企业");
        panel.shared.setValue(true);
        test(panel.save).click();
        navigate(EnterpriseListView.class);

        UI.getCurrent().add(now().views);
        now().views.refresh();
        test((Button)
                        now().views
                                .list
                                .getChildren()
                                .findFirst()
                                .orElseThrow()
                                .getChildren()
                                .findFirst()
                                .orElseThrow())
                .click();

        assertThat(now().asked().text()).isEqualTo("status=SUSPENDED&order=FOUNDED");
        assertThat(savedViews.list()).singleElement().matches(kept -> kept.shared());
    }

    @Test
    @ActAsZone("list-views-changed")
    void a_view_of_ones_own_gets_another_name_and_asks_the_same() {
        savedViews.save("旧名", EnterpriseQuestion.read("status=SUSPENDED"), false);
        var panel = at("status=ACTIVE").views;
        UI.getCurrent().add(panel);
        panel.refresh();
        test($(Button.class, panel.list).withAttribute("aria-label", "修改视图“旧名”").single()).click();
        assertThat(panel.name.getValue()).isEqualTo("旧名");

        panel.name.setValue("新名");
        test(panel.save).click();

        assertThat(savedViews.list())
                .singleElement()
                .matches(kept -> kept.name().equals("新名"))
                .matches(kept -> kept.question().text().equals("status=SUSPENDED"));
        assertThat(panel.leave.isVisible()).isFalse();
    }

    @Test
    void a_row_is_looked_at_beside_the_list_under_an_address_of_its_own() {
        var view = navigate(EnterpriseListView.class);
        var row = first(view).enterprise();

        var beside = at("look=" + row.id());

        assertThat(beside.look.isVisible()).isTrue();
        assertThat(beside.look.getElement().getTextRecursively()).contains(row.name());
        test(beside.look.close).click();
        assertThat(now().look.isVisible()).isFalse();
        assertThat(at("look=nonsense").look.isVisible()).isFalse();
    }

    @Test
    void a_phone_sees_one_column_and_a_chosen_column_appears() {
        var view = navigate(EnterpriseListView.class);

        view.columns.select(ListColumn.DIVISION);
        assertThat(view.rows.getColumnByKey("DIVISION").isVisible()).isTrue();
        view.fit(390);
        assertThat(view.rows.getColumns().stream().filter(column -> column.isVisible()).count())
                .isEqualTo(1);
        view.fit(1440);
        assertThat(view.rows.getColumnByKey("STATUS").isVisible()).isTrue();
    }

    @Test
    @ActAsZone(value = "deyang", permissions = EnterprisePermissions.READ)
    void who_may_only_read_is_offered_neither_export_nor_tags() {
        var view = navigate(EnterpriseListView.class);

        assertThat(view.getElement().getTextRecursively()).doesNotContain("导出", "新建企业");
        assertThat(view.rows.getSelectionMode().name()).isEqualTo("NONE");
    }

    @Test
    @ActAsZone("nobody-there")
    void another_zone_sees_nothing() {
        var mine =
                zones.in(
                        "list-mine",
                        () -> registration.register(EnterpriseProfile.named("别区有限公司")));
        zones.<Boolean>in(
                "list-mine",
                () -> {
                    savedViews.save("别区的视图", EnterpriseQuestion.ALL, true);
                    return true;
                });
        var view = at("q=别区有限公司&look=" + mine);
        view.views.refresh();

        assertThat(test(view.rows).size()).isZero();
        assertThat(view.look.isVisible()).isFalse();
        assertThat(view.views.list.getElement().getTextRecursively()).doesNotContain("别区");
        assertThat(test(navigate(EnterpriseListView.class).rows).size()).isZero();
    }

    private void indexed(long total) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    var finds = search.search("", EnterpriseFilter.ALL, 1);
                    return !finds.degraded() && finds.total() == total;
                });
    }

    private EnterpriseFind first(EnterpriseListView view) {
        return test(view.rows).getRow(0);
    }

    private EnterpriseListView at(String query) {
        UI.getCurrent().navigate(EnterpriseListView.class, parameters(query));
        return now();
    }

    private static QueryParameters parameters(String query) {
        return QueryParameters.fromString(query);
    }

    private EnterpriseListView now() {
        return (EnterpriseListView) getCurrentView();
    }
}

package org.kaiyuan.ui.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseFilter;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.enterprises.EnterpriseSearch;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone("merge-zone")
class EnterpriseMergeViewTest extends ViewTest {
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseDirectory directory;
    @Autowired EnterpriseSearch search;
    @Autowired Zones zones;

    @Test
    @ActAsZone("merge-choose")
    void of_each_field_that_differs_one_value_is_chosen() {
        var into = registered("合并甲有限公司");
        var from = registered("合并乙有限公司");
        indexed(2);
        var view = open(into);
        choose(view, from);
        assertThat(view.choices).containsOnlyKeys("name");
        view.choices.get("name").setValue(true);

        test(view.merge).click();

        var survivor = directory.details(from);
        assertThat(survivor.id()).isEqualTo(into);
        assertThat(survivor.profile().name()).isEqualTo("合并乙有限公司");
        assertThat(survivor.formerNames()).extracting(f -> f.name()).contains("合并甲有限公司");
    }

    @Test
    @ActAsZone("merge-likely")
    void records_with_a_similar_name_are_offered_before_anything_is_typed_and_never_itself() {
        var into = registered("绵竹剑南机械制造有限公司");
        var likely = registered("绵竹市剑南机械制造有限责任公司");
        registered("什邡亭江化工有限公司");
        indexed(3);

        assertThat(picker(open(into)).entries).containsOnlyKeys(likely);
    }

    @ParameterizedTest
    @ValueSource(strings = {"亭江化工", "亭江", "tingjiang", "sftjhg", "亭江化土"})
    @ActAsZone("merge-search")
    void any_other_record_is_found_however_it_is_typed(String typed) {
        if (directory.beginningWith("什邡亭江", EnterpriseFilter.ALL, 1).isEmpty()) {
            registered("绵竹剑南机械制造有限公司");
            registered("什邡亭江化工有限公司");
        }
        indexed(2);
        var into = idOf("绵竹剑南");
        var picker = picker(open(into));
        assertThat(picker.entries).isEmpty();
        assertThat(picker.told.getText()).contains("没有名称相近的记录");

        picker.typed.setValue(typed);

        assertThat(picker.entries).containsKey(idOf("什邡亭江")).doesNotContainKey(into);
    }

    @Test
    @ActAsZone("merge-again")
    void another_record_can_be_chosen_instead_and_nothing_found_is_said() {
        var into = registered("换选甲有限公司");
        var from = registered("换选乙有限公司");
        indexed(2);
        var view = open(into);
        choose(view, from);
        assertThat(view.merge.isEnabled()).isTrue();

        test($(Button.class, view).withText("换一条").single()).click();

        assertThat(view.merge.isEnabled()).isFalse();
        assertThat(view.choices).isEmpty();
        picker(view).typed.setValue("91350100M000100Y43");
        assertThat(picker(view).told.getText()).contains("没有找到其他记录");
    }

    @Test
    void another_zone_sees_nothing() {
        EnterpriseId id = zones.in("merge-other", () -> registered("别区有限公司"));

        var view = open(Objects.requireNonNull(id));

        assertThat(view.getElement().getTextRecursively())
                .contains("没有这家企业")
                .doesNotContain("别区有限公司");
    }

    private EnterpriseMergeView open(EnterpriseId id) {
        return navigate(EnterpriseMergeView.class, Map.of("id", id.toString()));
    }

    private DuplicatePicker picker(EnterpriseMergeView view) {
        return $(DuplicatePicker.class, view).single();
    }

    private void choose(EnterpriseMergeView view, EnterpriseId id) {
        picker(view).typed.setValue(directory.details(id).profile().name());
        NativeButton entry = Objects.requireNonNull(picker(view).entries.get(id));
        test(entry).click();
    }

    private EnterpriseId registered(String name) {
        return registration.register(EnterpriseProfile.named(name));
    }

    private EnterpriseId idOf(String beginning) {
        return directory.beginningWith(beginning, EnterpriseFilter.ALL, 1).getFirst().id();
    }

    private void indexed(long many) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    var finds = search.search("", EnterpriseFilter.ALL, 1);
                    return !finds.degraded() && finds.total() == many;
                });
    }
}

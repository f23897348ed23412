package org.kaiyuan.ui.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.EnterpriseRegistration;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.Zones;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone("merge-zone")
class EnterpriseMergeViewTest extends ViewTest {
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseDirectory directory;
    @Autowired Zones zones;

    @Test
    void of_each_field_that_differs_one_value_is_chosen() {
        var into = registration.register(EnterpriseProfile.named("合并甲有限公司"));
        var from = registration.register(EnterpriseProfile.named("合并乙有限公司"));
        var view = navigate(EnterpriseMergeView.class, Map.of("id", into.toString()));
        view.other.setValue(directory.rows(List.of(from)).getFirst());
        assertThat(view.choices).containsOnlyKeys("name");
        view.choices.get("name").setValue(true);

        test(view.merge).click();

        var survivor = directory.details(from);
        assertThat(survivor.id()).isEqualTo(into);
        assertThat(survivor.profile().name()).isEqualTo("合并乙有限公司");
        assertThat(survivor.formerNames()).extracting(f -> f.name()).contains("合并甲有限公司");
    }

    @Test
    void another_zone_sees_nothing() {
        EnterpriseId id =
                zones.in(
                        "merge-other",
                        () -> registration.register(EnterpriseProfile.named("别区有限公司")));

        var view = navigate(EnterpriseMergeView.class, Map.of("id", id.toString()));

        assertThat(view.getElement().getTextRecursively())
                .contains("没有这家企业")
                .doesNotContain("别区有限公司");
    }
}

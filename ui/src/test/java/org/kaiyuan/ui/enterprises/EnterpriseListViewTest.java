package org.kaiyuan.ui.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;

class EnterpriseListViewTest extends ViewTest {

    @Test
    void shows_the_enterprises_of_the_zone_and_how_many() {
        var view = navigate(EnterpriseListView.class);

        assertThat(test(view.rows).size()).isPositive();
        assertThat(view.count.getText()).contains("1,500");
    }

    @Test
    @ActAsZone("nobody-there")
    void another_zone_sees_nothing() {
        var view = navigate(EnterpriseListView.class);

        assertThat(test(view.rows).size()).isZero();
    }
}

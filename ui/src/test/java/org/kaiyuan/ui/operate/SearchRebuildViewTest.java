package org.kaiyuan.ui.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.search.Rebuild;
import org.kaiyuan.platform.search.RebuildState;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

class SearchRebuildViewTest extends ViewTest {
    @Autowired Rebuild rebuild;

    @Test
    @ActAsZone(value = "deyang", permissions = "search:rebuild")
    void a_rebuild_is_started_watched_and_told_of_when_it_ended() {
        var view = navigate(SearchRebuildView.class);
        var desk = view.desks.getFirst();
        await().pollInSameThread() // the index of a new installation may just be built
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    view.refresh();
                    return desk.start.isVisible();
                });

        test(desk.start).click();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        rebuild.progress("enterprises")
                                .filter(p -> p.state() != RebuildState.RUNNING)
                                .isPresent());
        view.refresh();

        assertThat(rebuild.progress("enterprises").orElseThrow().state())
                .isEqualTo(RebuildState.COMPLETED);
        assertThat(desk.told.getText()).startsWith("上次重建：已完成");
        assertThat(desk.start.isVisible()).isTrue();
        assertThat(test(view.last).size()).isPositive();
    }
}

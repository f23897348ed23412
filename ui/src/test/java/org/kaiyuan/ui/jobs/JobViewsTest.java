package org.kaiyuan.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseImport;
import org.kaiyuan.enterprises.ExistingChoice;
import org.kaiyuan.platform.jobs.JobDirectory;
import org.kaiyuan.platform.jobs.JobState;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.ui.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;

@ActAsZone("jobs-view-zone")
class JobViewsTest extends ViewTest {
    @Autowired EnterpriseImport imports;
    @Autowired JobDirectory directory;

    @Test
    void an_import_is_listed_with_its_file_and_how_it_ended() {
        imports.start(
                "名录.csv",
                new ByteArrayInputStream("企业名称\n任务页面有限公司\n".getBytes(StandardCharsets.UTF_8)),
                ExistingChoice.FILL_GAPS,
                null,
                true);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> directory.newest(null, 1).getFirst().state() == JobState.DONE);

        var view = navigate(JobsView.class);

        assertThat(test(view.lines).size()).isPositive();
        assertThat(directory.newest(null, 1).getFirst().title()).isEqualTo("名录.csv");
    }

    @Test
    void the_operator_sees_the_recurring_work() {
        var view = navigate(SchedulerView.class);

        assertThat(test(view.recurring).size()).isPositive();
        assertThat(view.figures.getComponentCount()).isEqualTo(6);
    }
}

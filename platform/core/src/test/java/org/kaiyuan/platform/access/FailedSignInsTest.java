package org.kaiyuan.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long one waits; that it is kept and shared by all nodes is tested over the database. */
class FailedSignInsTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 10", "6, 20", "7, 40", "11, 640", "12, 900", "1000, 900"})
    void four_failures_are_free_then_each_doubles_the_wait_up_to_a_quarter_of_an_hour(
            int failures, long seconds) {
        assertThat(FailedSignIns.wait(failures, FailedSignIns.FREE_FOR_A_NAME))
                .isEqualTo(Duration.ofSeconds(seconds));
    }
}

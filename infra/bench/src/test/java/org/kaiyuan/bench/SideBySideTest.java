package org.kaiyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private final SideBySide side = new SideBySide(9, Duration.ZERO);

    @Test
    void what_takes_twice_as_long_has_the_ratio_two() throws Exception {
        var result = side.compareOnce(() -> 20, () -> 10);

        assertThat(result.p50()).isEqualTo(2.0);
        assertThat(result.control()).isEqualTo(1.0);
        assertThat(result.valid()).isTrue();
    }

    @Test
    void a_restless_machine_voids_the_run() throws Exception {
        var slowing =
                new DoubleSupplier() {
                    private int calls;

                    @Override
                    public double getAsDouble() {
                        return calls++ % 2 == 0 ? 10 : 13;
                    }
                };

        var result = side.compareOnce(() -> 20, slowing::getAsDouble);

        assertThat(result.valid()).isFalse();
        assertThat(result.sentence()).contains("VOID");
    }

    @Test
    void percentiles_lie_between_the_values() {
        assertThat(SideBySide.at(new double[] {1, 2, 3, 4}, 0.5)).isEqualTo(2.5);
        assertThat(SideBySide.at(new double[] {7}, 0.95)).isEqualTo(7);
        assertThat(SideBySide.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2.0);
    }

    @Test
    void fifty_zones_of_skewed_size_add_up() {
        var sizes = Population.skewed(1_000_000, 50);

        assertThat(sizes).hasSize(50);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000_000);
        assertThat((double) sizes.getFirst() / sizes.getLast()).isCloseTo(50, within(3.0));
    }
}

package org.kaiyuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kaiyuan.plots.Box;
import org.kaiyuan.plots.ground.Ground;

class PlotGridTest {
    private final PlotGrid grid = new PlotGrid(300);

    @Test
    void there_are_as_many_plots_as_asked_for_and_a_tenth_of_gaps() {
        assertThat(grid.taken().count()).isEqualTo(300);
        assertThat(grid.gaps().count()).isEqualTo(30);
        assertThat(new PlotGrid(10_000).gaps().count()).isEqualTo(1_000);
    }

    @Test
    void no_two_plots_overlap_and_none_has_a_fault() {
        var shapes = IntStream.concat(grid.taken(), grid.gaps()).mapToObj(grid::shape).toList();

        for (int i = 0; i < shapes.size(); i++) {
            assertThat(Ground.fault(shapes.get(i))).isEmpty();
            for (int j = i + 1; j < shapes.size(); j++) {
                assertThat(Ground.overlap(shapes.get(i), shapes.get(j))).isEmpty();
            }
        }
    }

    @Test
    void a_shifted_gap_lies_on_a_neighbour() {
        int gap = grid.gaps().skip(3).findFirst().orElseThrow();

        assertThat(Ground.overlap(grid.shifted(gap, 20), grid.shape(gap + 1))).isPresent();
    }

    @Test
    void a_view_of_everything_has_everything_in_it() {
        var view = Box.of(grid.whole());

        assertThat(grid.taken().mapToObj(grid::shape).map(Ground::boundingBox))
                .allMatch(box ->
                        box.getMinX() > view.west()
                                && box.getMaxX() < view.east()
                                && box.getMinY() > view.south()
                                && box.getMaxY() < view.north());
        assertThat(grid.taken().mapToObj(grid::shape))
                .allMatch(shape -> Ground.beyond(shape, grid.border(400)).isEmpty());
    }
}

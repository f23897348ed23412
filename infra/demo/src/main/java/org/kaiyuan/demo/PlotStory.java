package org.kaiyuan.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.ground.GroundShape;

/**
 * A plot that does not exist, and what became of it until today.
 *
 * @param steps every state that it was in, in order, the first since it is known
 */
record PlotStory(
        UUID id,
        PlotProfile profile,
        GroundShape shape,
        BigDecimal computedM2,
        List<Step> steps,
        boolean refused) {

    /** A state, and when it was entered. */
    record Step(PlotState state, LocalDate on, @Nullable String reason) {}

    PlotState state() {
        return steps.getLast().state();
    }

    LocalDate begun() {
        return steps.getFirst().on();
    }
}

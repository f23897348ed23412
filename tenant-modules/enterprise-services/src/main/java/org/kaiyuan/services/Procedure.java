package org.kaiyuan.services;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a service is handled: steps in the order of {@link StepKind}, and who is asked during 审查. */
public record Procedure(List<ProcedureStep> steps, List<ReviewSeat> seats) {
    public Procedure {
        steps = List.copyOf(steps);
        seats = List.copyOf(seats);
    }

    public @Nullable ProcedureStep of(StepKind step) {
        return steps.stream().filter(one -> one.step() == step).findFirst().orElse(null);
    }
}

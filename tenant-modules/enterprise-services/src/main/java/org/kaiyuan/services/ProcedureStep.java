package org.kaiyuan.services;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step as this service takes it.
 *
 * @param team whose work it is; null for anybody who handles cases
 * @param days working days; what is promised inside, never to the outside; null for none
 * @param acts those that are allowed here; empty for all that the law allows
 */
public record ProcedureStep(
        StepKind step, @Nullable String team, @Nullable Integer days, Set<CaseAct> acts) {
    public ProcedureStep {
        acts = Set.copyOf(acts);
    }
}

package org.kaiyuan.leads;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a stage was to be reached, and was. */
public record MilestoneLine(
        LeadStage stage, @Nullable LocalDate plannedOn, @Nullable LocalDate actualOn) {}

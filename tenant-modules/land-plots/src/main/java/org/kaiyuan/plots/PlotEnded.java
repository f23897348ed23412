package org.kaiyuan.plots;

import java.time.LocalDate;
import java.util.List;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/**
 * A plot is no more: others took its place.
 *
 * @param successors those that lie on its ground now
 * @param on the first day on which it was no more
 */
public record PlotEnded(
        TenantId tenantId, PlotId plotId, LineageAct act, List<PlotId> successors, LocalDate on)
        implements TenantEvent {
    public PlotEnded {
        successors = List.copyOf(successors);
    }
}

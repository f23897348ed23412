package org.kaiyuan.plots;

import java.util.UUID;
import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** A plot went on to another state of its life. */
public record PlotMoved(TenantId tenantId, PlotId plotId, PlotState from, PlotState to, UUID moveId)
        implements TenantEvent {}

package org.kaiyuan.plots;

import org.kaiyuan.platform.tenancy.TenantEvent;
import org.kaiyuan.platform.tenancy.TenantId;

/** Something of a plot is not as it was. */
public record PlotChanged(TenantId tenantId, PlotId plotId) implements TenantEvent {}

package org.kaiyuan.plots;

import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.RecordKind;
import org.kaiyuan.plots.domain.Plot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the audit trail speaks of land. */
@Configuration(proxyBeanMethods = false)
class PlotRecordKinds {
    @Bean
    static RecordKind plotKind() {
        return of(Plot.SUBJECT, "plot", "plots/");
    }

    @Bean
    static RecordKind plotLayerKind() {
        return of(LayerKeeping.SUBJECT, "layer", null);
    }

    @Bean
    static RecordKind plotExportKind() {
        return of(PlotExport.SUBJECT, "export", null);
    }

    private static RecordKind of(String kind, String name, @Nullable String path) {
        return new RecordKind(kind, "plots.kind." + name, "plots.act.", "plots.column.", path);
    }
}

package org.kaiyuan.plots;

/**
 * Plots or a layer as a file, not larger than an import takes.
 *
 * @param name such as 德阳经济技术开发区-地块-2026-11-24.geojson
 * @param content is not changed by anybody
 * @param rows how many plots or shapes
 */
public record PlotFile(String name, String mediaType, byte[] content, int rows) {}

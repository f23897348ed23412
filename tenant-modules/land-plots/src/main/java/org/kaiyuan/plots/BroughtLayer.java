package org.kaiyuan.plots;

import java.util.List;

/**
 * What a file brought to a layer.
 *
 * @param shapes how many; none where something was at fault
 */
public record BroughtLayer(int shapes, List<FileNote> faults) {}

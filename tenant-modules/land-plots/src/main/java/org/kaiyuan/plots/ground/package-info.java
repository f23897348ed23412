/** Shapes on the ground: coordinates, areas, and the files that carry them. Knows no database and no tenant. */
@NamedInterface("ground")
@NullMarked
package org.kaiyuan.plots.ground;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

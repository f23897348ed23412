/** Shapes on the ground: coordinates, areas, and the files that carry them. Knows no database and no tenant. */
@NullMarked
package org.kaiyuan.plots.ground;

import org.jspecify.annotations.NullMarked;

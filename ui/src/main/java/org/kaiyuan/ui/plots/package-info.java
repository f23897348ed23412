/** The pages of land (土地): plots on a map and in a list, one plot in full, files of coordinates, layers. */
@NullMarked
package org.kaiyuan.ui.plots;

import org.jspecify.annotations.NullMarked;

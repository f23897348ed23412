/** Plots and what is held of them. */
@NullMarked
package org.kaiyuan.plots.domain;

import org.jspecify.annotations.NullMarked;

/** Land for programs. */
@NullMarked
@RefusesNulls
package org.kaiyuan.plots.rest;

import org.jspecify.annotations.NullMarked;
import org.kaiyuan.platform.rest.RefusesNulls;

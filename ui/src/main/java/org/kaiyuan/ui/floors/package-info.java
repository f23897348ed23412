/** The pages of buildings and factory floors (载体): buildings floor by floor, leases and their rent, what stands empty. */
@NullMarked
package org.kaiyuan.ui.floors;

import org.jspecify.annotations.NullMarked;

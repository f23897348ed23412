/** The pages of investment promotion (招商). */
@NullMarked
package org.kaiyuan.ui.leads;

import org.jspecify.annotations.NullMarked;

/** What land does when something happened elsewhere. */
@NullMarked
package org.kaiyuan.plots.reactions;

import org.jspecify.annotations.NullMarked;

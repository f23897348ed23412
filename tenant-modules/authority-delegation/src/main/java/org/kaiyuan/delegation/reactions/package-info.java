/** What follows when something happened to a list, and what comes due by itself. */
@NullMarked
package org.kaiyuan.delegation.reactions;

import org.jspecify.annotations.NullMarked;

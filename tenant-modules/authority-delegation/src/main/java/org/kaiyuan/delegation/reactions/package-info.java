/** What this room does when something happened. */
@NullMarked
package org.kaiyuan.delegation.reactions;

import org.jspecify.annotations.NullMarked;

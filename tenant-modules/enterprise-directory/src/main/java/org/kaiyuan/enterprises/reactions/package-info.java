/** What follows elsewhere when something happened to an enterprise. */
@NullMarked
package org.kaiyuan.enterprises.reactions;

import org.jspecify.annotations.NullMarked;

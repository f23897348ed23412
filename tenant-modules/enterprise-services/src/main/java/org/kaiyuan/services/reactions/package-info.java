/** What follows when something happened to a case. */
@NullMarked
package org.kaiyuan.services.reactions;

import org.jspecify.annotations.NullMarked;

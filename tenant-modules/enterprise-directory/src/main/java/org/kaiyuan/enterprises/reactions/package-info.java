/** What follows when something happened in the directory. */
@NullMarked
package org.kaiyuan.enterprises.reactions;

import org.jspecify.annotations.NullMarked;

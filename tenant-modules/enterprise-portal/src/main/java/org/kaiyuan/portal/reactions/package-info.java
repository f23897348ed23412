/** What becomes of representatives when the directory changes. */
@NullMarked
package org.kaiyuan.portal.reactions;

import org.jspecify.annotations.NullMarked;

/** The pages of delegated powers: who decides, lists, matters, papers (赋权). */
@NullMarked
package org.kaiyuan.ui.delegation;

import org.jspecify.annotations.NullMarked;

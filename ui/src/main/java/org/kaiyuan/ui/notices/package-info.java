/** How a person is told, and which other systems are (通知、推送). */
@NullMarked
package org.kaiyuan.ui.notices;

import org.jspecify.annotations.NullMarked;

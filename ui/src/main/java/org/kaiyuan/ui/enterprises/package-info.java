/** The pages of the enterprise directory (企业档案). */
@NullMarked
package org.kaiyuan.ui.enterprises;

import org.jspecify.annotations.NullMarked;

/** The pages of access (访问控制): the first account, and zones with their first administrators. */
@NullMarked
package org.kaiyuan.ui.access;

import org.jspecify.annotations.NullMarked;

/** The pages of the portal (企业门户): those of enterprise people, and those of the staff who let them in. */
@NullMarked
package org.kaiyuan.ui.portal;

import org.jspecify.annotations.NullMarked;

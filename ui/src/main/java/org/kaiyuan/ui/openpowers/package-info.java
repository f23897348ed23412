/**
 * The pages of powers that everybody may read (权责公开): plain HTML, without Vaadin, without a session, without a cookie. They
 * show what zones have put out for it and nothing else.
 *
 * @see <a href="../../../../../../../../docs/decisions/0034-what-the-public-sees.md">decision 0034</a>
 */
@NullMarked
package org.kaiyuan.ui.openpowers;

import org.jspecify.annotations.NullMarked;

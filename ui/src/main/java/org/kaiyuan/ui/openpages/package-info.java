/**
 * What the pages that everybody may read have in common (公开页面): plain HTML, without Vaadin, without a session, without a cookie.
 * How many are made at once, how they look, how they are kept and sent; what they say is in {@code openpowers} and {@code
 * openservices}.
 *
 * @see <a href="../../../../../../../../docs/decisions/0034-what-the-public-sees.md">decision 0034</a>
 */
@NullMarked
package org.kaiyuan.ui.openpages;

import org.jspecify.annotations.NullMarked;

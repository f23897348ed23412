/** Somebody who stands for an enterprise as an aggregate, and its repository. */
@NullMarked
package org.kaiyuan.portal.domain;

import org.jspecify.annotations.NullMarked;

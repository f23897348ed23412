/** The enterprise as an aggregate, and its repository. */
@NullMarked
package org.kaiyuan.enterprises.domain;

import org.jspecify.annotations.NullMarked;

/** The trail over HTTP. */
@NullMarked
package org.kaiyuan.platform.audit.rest;

import org.jspecify.annotations.NullMarked;

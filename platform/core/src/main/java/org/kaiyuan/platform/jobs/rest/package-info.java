/** Background work over HTTP. */
@NullMarked
package org.kaiyuan.platform.jobs.rest;

import org.jspecify.annotations.NullMarked;

/** Timelines and comments as programs read and write them, under {@code /api/v1/timeline}. */
@NullMarked
package org.kaiyuan.platform.timeline.rest;

import org.jspecify.annotations.NullMarked;

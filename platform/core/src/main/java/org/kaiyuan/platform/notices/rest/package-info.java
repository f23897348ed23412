/** Webhooks over HTTP. */
@NullMarked
package org.kaiyuan.platform.notices.rest;

import org.jspecify.annotations.NullMarked;

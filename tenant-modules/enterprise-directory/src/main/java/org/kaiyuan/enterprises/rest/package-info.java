/** The directory over HTTP: thin controllers over the same use cases that the views call. */
@NullMarked
package org.kaiyuan.enterprises.rest;

import org.jspecify.annotations.NullMarked;

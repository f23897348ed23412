/** The directory over HTTP: thin, every call goes through the same use case as the pages. */
@NullMarked
package org.kaiyuan.enterprises.rest;

import org.jspecify.annotations.NullMarked;

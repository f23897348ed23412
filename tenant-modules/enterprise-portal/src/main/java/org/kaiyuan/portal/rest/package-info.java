/** The park's side of the portal over HTTP; what enterprise people do themselves they do in person. */
@NullMarked
package org.kaiyuan.portal.rest;

import org.jspecify.annotations.NullMarked;

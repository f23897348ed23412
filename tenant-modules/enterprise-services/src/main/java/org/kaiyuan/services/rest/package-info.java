/** Services and cases for programs. */
@NullMarked
@RefusesNulls
package org.kaiyuan.services.rest;

import org.jspecify.annotations.NullMarked;
import org.kaiyuan.platform.rest.RefusesNulls;

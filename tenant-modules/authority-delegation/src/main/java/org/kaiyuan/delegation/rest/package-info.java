/** Lists of powers for programs. */
@NullMarked
@RefusesNulls
package org.kaiyuan.delegation.rest;

import org.jspecify.annotations.NullMarked;
import org.kaiyuan.platform.rest.RefusesNulls;

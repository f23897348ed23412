/** {@code /api/v1/services}: services, cases, ratings, figures. */
@NullMarked
@RefusesNulls
package org.kaiyuan.services.rest;

import org.jspecify.annotations.NullMarked;
import org.kaiyuan.platform.rest.RefusesNulls;

/** Leads for programs. */
@NullMarked
@RefusesNulls
package org.kaiyuan.leads.rest;

import org.jspecify.annotations.NullMarked;
import org.kaiyuan.platform.rest.RefusesNulls;

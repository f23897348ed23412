/** Leads for programs. */
@NullMarked
package org.kaiyuan.leads.rest;

import org.jspecify.annotations.NullMarked;

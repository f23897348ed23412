/** What follows when something happened to a lead, and what comes due by itself. */
@NullMarked
package org.kaiyuan.leads.reactions;

import org.jspecify.annotations.NullMarked;

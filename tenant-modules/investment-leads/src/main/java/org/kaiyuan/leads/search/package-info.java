/** Leads in the search index. */
@NullMarked
package org.kaiyuan.leads.search;

import org.jspecify.annotations.NullMarked;

/** Matters in Elasticsearch. */
@NullMarked
package org.kaiyuan.delegation.search;

import org.jspecify.annotations.NullMarked;

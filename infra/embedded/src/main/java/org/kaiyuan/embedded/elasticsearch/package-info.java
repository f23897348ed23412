/** One real Elasticsearch node as a child process: started, waited for, stopped. */
@NullMarked
package org.kaiyuan.embedded.elasticsearch;

import org.jspecify.annotations.NullMarked;

/** One real Elasticsearch node as a child process: started, waited for, stopped. */
@NamedInterface("elasticsearch")
@NullMarked
package org.kaiyuan.embedded.elasticsearch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

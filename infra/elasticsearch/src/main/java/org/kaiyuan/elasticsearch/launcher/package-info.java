/** Starts one Elasticsearch node in this JVM, for loopback only. */
package org.kaiyuan.elasticsearch.launcher;

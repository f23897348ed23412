/**
 * The embedded Elasticsearch node (内置检索节点): a launcher and a small analysis module, run in a JVM of their own.
 */
package org.kaiyuan.elasticsearch;

/** The analysis components that our index settings use, under the names that a stock Elasticsearch gives them. */
package org.kaiyuan.elasticsearch.analysis;

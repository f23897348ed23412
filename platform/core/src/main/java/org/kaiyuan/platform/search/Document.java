package org.kaiyuan.platform.search;

import java.util.Map;
import java.util.UUID;

/**
 * What one row of the current zone looks like in the index.
 *
 * @param version of the row; an older one never overwrites a newer one
 * @param source the fields; the door adds whose it is
 */
public record Document(UUID id, long version, Map<String, Object> source) {}

package org.kaiyuan.platform.records;

import java.util.UUID;

/**
 * One record of the current zone.
 *
 * @param kind such as {@code enterprises.enterprise}, as in the history of changes
 */
public record RecordRef(String kind, UUID id) {}

package org.kaiyuan.platform.views;

import java.util.UUID;

/**
 * A question that somebody keeps under a name.
 *
 * @param shared whether the colleagues of the zone see it
 * @param mine whether it is the reader's own
 * @param ownerName what colleagues call the owner
 */
public record SavedView<Q>(
        UUID id, String name, boolean shared, boolean mine, String ownerName, Q question) {}

package org.kaiyuan.leads;

import java.util.UUID;

/**
 * A question about leads that somebody keeps under a name.
 *
 * @param shared whether the colleagues of the zone see it
 * @param mine whether it is the reader's own
 * @param ownerName what colleagues call the owner
 */
public record SavedLeadView(
        UUID id,
        String name,
        boolean shared,
        boolean mine,
        String ownerName,
        LeadQuestion question) {}

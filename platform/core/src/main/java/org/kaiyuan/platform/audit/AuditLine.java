package org.kaiyuan.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail: an act, or what an act made of one field.
 *
 * @param kind of the record, such as {@code enterprises.enterprise}
 * @param actor sign-in name of who did it
 * @param cameFrom number of the tenant whose staff the person really is, when they acted by entrustment
 * @param address where the request came from, where that is known
 * @param sealed whether the chain covers it already, so that a change to it would be found
 */
public record AuditLine(
        UUID id,
        Instant at,
        String actor,
        String actorName,
        @Nullable Long cameFrom,
        @Nullable String address,
        String kind,
        UUID subjectId,
        String act,
        @Nullable String field,
        @Nullable String before,
        @Nullable String after,
        boolean sealed) {}

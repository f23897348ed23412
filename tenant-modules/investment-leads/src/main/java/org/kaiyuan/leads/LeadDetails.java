package org.kaiyuan.leads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.leads.domain.Lead;

/**
 * Everything about one lead; contacts masked.
 *
 * @param silentOn when it falls back into the pool if nothing is heard
 * @param dueEstimated the calendar of a year on the way is not published, so Monday to Friday was counted
 */
public record LeadDetails(
        LeadId id,
        long version,
        String code,
        LeadProfile profile,
        LeadStage stage,
        Instant stageSince,
        LeadState state,
        @Nullable String stateReason,
        @Nullable String owner,
        @Nullable String ownerName,
        List<TeamMember> team,
        @Nullable LocalDate signedOn,
        @Nullable EnterpriseId enterpriseId,
        LocalDate registeredOn,
        @Nullable Instant followedAt,
        @Nullable LocalDate dueOn,
        @Nullable DueKind dueKind,
        boolean dueEstimated,
        @Nullable LocalDate silentOn,
        @Nullable String poolReason,
        Instant createdAt,
        Instant updatedAt) {

    static LeadDetails of(Lead lead) {
        var p = lead.profile();
        return new LeadDetails(
                lead.id(),
                lead.version(),
                lead.code(),
                p.withContacts(p.contacts().stream().map(LeadContact::masked).toList()),
                lead.stage(),
                lead.stageSince(),
                lead.state(),
                lead.stateReason(),
                lead.owner(),
                lead.ownerName(),
                lead.team(),
                lead.signedOn(),
                lead.enterpriseId(),
                lead.registeredOn(),
                lead.followedAt(),
                lead.dueOn(),
                lead.dueKind(),
                lead.isDueEstimated(),
                lead.silentOn(),
                lead.poolReason(),
                lead.createdAt(),
                lead.updatedAt());
    }
}

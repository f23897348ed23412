package org.kaiyuan.services;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.EnterpriseId;

/**
 * A case in a list.
 *
 * @param remaining working days left today, as the law counts; null while it stands still or nothing is due
 * @param overdue whether its day has passed
 */
public record CaseRow(
        CaseId id,
        String receipt,
        ServiceId service,
        String title,
        ServiceTrack track,
        @Nullable EnterpriseId enterprise,
        String enterpriseName,
        CaseState state,
        WaitingFor waitingFor,
        CaseChannel channel,
        Instant submittedAt,
        @Nullable LocalDate dueOn,
        @Nullable Integer remaining,
        boolean overdue,
        boolean stopped,
        @Nullable String team,
        @Nullable String owner,
        @Nullable String ownerName,
        @Nullable CaseOutcome outcome,
        long version) {}

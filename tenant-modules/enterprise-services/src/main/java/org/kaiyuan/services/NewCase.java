package org.kaiyuan.services;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.enterprises.EnterpriseId;

/**
 * A case that was handed in just now.
 *
 * @param madeOf the draft, or the counter's page; the same makes one case
 * @param partOf of a part: its bundle's case, which was inserted before
 * @param team whose work its first step is
 */
record NewCase(
        CaseId id,
        String receipt,
        String pickupCode,
        UUID madeOf,
        ServiceId service,
        int edition,
        String title,
        ServiceTrack track,
        @Nullable MatterId matter,
        @Nullable CaseId partOf,
        @Nullable Integer partNumber,
        @Nullable EnterpriseId enterprise,
        String enterpriseName,
        @Nullable String creditCode,
        @Nullable String applicantUsername,
        Applicant applicant,
        CaseChannel channel,
        StepKind step,
        FormAnswers answers,
        boolean pledged,
        Instant at,
        @Nullable Integer statutoryDays,
        int promisedDays,
        @Nullable String team) {}

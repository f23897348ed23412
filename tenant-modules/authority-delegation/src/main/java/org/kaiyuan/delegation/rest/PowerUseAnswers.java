package org.kaiyuan.delegation.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DecisionOutcome;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.PowerDecision;
import org.kaiyuan.delegation.Readiness;
import org.kaiyuan.delegation.ReadinessCard;
import org.kaiyuan.delegation.ReadinessItem;
import org.kaiyuan.delegation.ReadinessLine;
import org.kaiyuan.delegation.UseFigures;
import org.kaiyuan.delegation.UsedPower;

/** Forms of what the API says of taking over and using powers. */
final class PowerUseAnswers {
    private PowerUseAnswers() {}

    /** A grant on the board. */
    record ReadinessCardAnswer(
            UUID entry,
            UUID list,
            UUID matter,
            @Nullable String matterCode,
            String matterName,
            String originalAuthority,
            String receivingBody,
            LocalDate effectiveOn,
            @Nullable LocalDate handoverOn,
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            Set<ReadinessItem> open) {
        static ReadinessCardAnswer of(ReadinessCard card) {
            return new ReadinessCardAnswer(
                    card.entry().value(),
                    card.list().value(),
                    card.matter().value(),
                    card.matterCode(),
                    card.matterName(),
                    card.originalAuthority(),
                    card.receivingBody(),
                    card.effectiveOn(),
                    card.handoverOn(),
                    card.owner(),
                    card.dueOn(),
                    card.open());
        }
    }

    /** How far the park is with one power. */
    record ReadinessAnswer(
            UUID entry,
            long version,
            boolean ready,
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            List<ReadinessLine> lines) {
        static ReadinessAnswer of(Readiness readiness) {
            return new ReadinessAnswer(
                    readiness.entry().value(),
                    readiness.version(),
                    readiness.isReady(),
                    readiness.owner(),
                    readiness.dueOn(),
                    readiness.lines());
        }
    }

    /** A grant that counts now, and how it is used. */
    record UsedPowerAnswer(
            UUID entry,
            UUID list,
            UUID matter,
            @Nullable String matterCode,
            String matterName,
            String originalAuthority,
            String receivingBody,
            DelegationMode mode,
            LocalDate effectiveOn,
            @Nullable LocalDate expiresOn,
            UseFigures figures,
            @Nullable LocalDate unusedSince) {
        static UsedPowerAnswer of(UsedPower power) {
            return new UsedPowerAnswer(
                    power.entry().value(),
                    power.list().value(),
                    power.matter().value(),
                    power.matterCode(),
                    power.matterName(),
                    power.originalAuthority(),
                    power.receivingBody(),
                    power.mode(),
                    power.effectiveOn(),
                    power.expiresOn(),
                    power.figures(),
                    power.unusedSince());
        }
    }

    /** @param month of a number of cases the month, such as 2026-11; null of a single case */
    record PowerDecisionAnswer(
            UUID id,
            long version,
            UUID entry,
            @Nullable String source,
            String reference,
            @Nullable String month,
            int cases,
            @Nullable String applicant,
            LocalDate acceptedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate decidedOn,
            @Nullable DecisionOutcome outcome,
            boolean late,
            int overturned,
            @Nullable LocalDate overturnedOn,
            @Nullable String overturnedWhy) {
        static PowerDecisionAnswer of(PowerDecision decision) {
            return new PowerDecisionAnswer(
                    decision.id().value(),
                    decision.version(),
                    decision.entry().value(),
                    decision.source(),
                    decision.reference(),
                    decision.month() == null ? null : decision.month().toString(),
                    decision.cases(),
                    decision.applicant(),
                    decision.acceptedOn(),
                    decision.dueOn(),
                    decision.decidedOn(),
                    decision.outcome(),
                    decision.late(),
                    decision.overturned(),
                    decision.overturnedOn(),
                    decision.overturnedWhy());
        }
    }
}

package org.kaiyuan.plots.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.plots.LeadMatch;
import org.kaiyuan.plots.LeadMatches;
import org.kaiyuan.plots.MatchExclusion;
import org.kaiyuan.plots.MatchObstacle;
import org.kaiyuan.plots.MatchReason;
import org.kaiyuan.plots.MatchTone;
import org.kaiyuan.plots.PlaceMatches;
import org.kaiyuan.plots.PlotMatch;
import org.kaiyuan.plots.PlotMatches;
import org.kaiyuan.plots.PlotState;
import org.kaiyuan.plots.PreferenceLine;
import org.kaiyuan.plots.ReservationTask;
import org.kaiyuan.plots.ReservationTaskReason;
import org.kaiyuan.plots.UnitMatch;
import org.kaiyuan.plots.UnitMatches;
import org.kaiyuan.plots.rest.FloorAnswers.UnitAnswer;
import org.kaiyuan.plots.rest.PlotAnswers.PlotLine;

/** Forms of what the API says of leads and places that fit each other. */
final class MatchAnswers {
    private MatchAnswers() {}

    /** @param text the sentence in the caller's language */
    record MatchReasonAnswer(MatchTone tone, int points, int of, String key, String text) {
        static List<MatchReasonAnswer> of(List<MatchReason> reasons, Messages messages) {
            return reasons.stream()
                    .map(one ->
                            new MatchReasonAnswer(
                                    one.tone(),
                                    one.points(),
                                    one.of(),
                                    one.key(),
                                    messages.text(one.key(), one.arguments().toArray())))
                    .toList();
        }
    }

    record MatchExclusionAnswer(MatchObstacle obstacle, String text, long count) {
        static List<MatchExclusionAnswer> of(List<MatchExclusion> excluded, Messages messages) {
            return excluded.stream()
                    .map(one ->
                            new MatchExclusionAnswer(
                                    one.obstacle(), messages.of(one.obstacle()), one.count()))
                    .toList();
        }
    }

    record PlotMatchAnswer(
            PlotLine plot,
            int score,
            @Nullable LocalDate heldUntil,
            int waiting,
            List<MatchReasonAnswer> reasons) {
        static PlotMatchAnswer of(PlotMatch match, Messages messages) {
            return new PlotMatchAnswer(
                    PlotLine.of(match.plot()),
                    match.score(),
                    match.heldUntil(),
                    match.waiting(),
                    MatchReasonAnswer.of(match.reasons(), messages));
        }
    }

    record PlotMatchList(
            List<PlotMatchAnswer> items,
            List<MatchExclusionAnswer> excluded,
            long more,
            boolean floorOnly) {
        static PlotMatchList of(PlotMatches found, Messages messages) {
            return new PlotMatchList(
                    found.items().stream().map(one -> PlotMatchAnswer.of(one, messages)).toList(),
                    MatchExclusionAnswer.of(found.excluded(), messages),
                    found.more(),
                    found.floorOnly());
        }
    }

    record UnitMatchAnswer(
            UnitAnswer unit, int score, LocalDate freeFrom, List<MatchReasonAnswer> reasons) {
        static UnitMatchAnswer of(UnitMatch match, Messages messages) {
            return new UnitMatchAnswer(
                    UnitAnswer.of(match.unit()),
                    match.score(),
                    match.freeFrom(),
                    MatchReasonAnswer.of(match.reasons(), messages));
        }
    }

    record UnitMatchList(
            List<UnitMatchAnswer> items,
            List<MatchExclusionAnswer> excluded,
            long more,
            boolean groundOnly) {
        static UnitMatchList of(UnitMatches found, Messages messages) {
            return new UnitMatchList(
                    found.items().stream().map(one -> UnitMatchAnswer.of(one, messages)).toList(),
                    MatchExclusionAnswer.of(found.excluded(), messages),
                    found.more(),
                    found.groundOnly());
        }
    }

    /** @param units null for who may not see buildings */
    record LeadPlaces(UUID lead, PlotMatchList plots, @Nullable UnitMatchList units) {
        static LeadPlaces of(UUID lead, PlaceMatches found, Messages messages) {
            return new LeadPlaces(
                    lead,
                    PlotMatchList.of(found.plots(), messages),
                    found.units() == null ? null : UnitMatchList.of(found.units(), messages));
        }
    }

    /** A lead as far as it matters for a place. */
    record MatchedLead(
            UUID id,
            String code,
            String projectName,
            @Nullable String investor,
            LeadStage stage,
            @Nullable String leadingIndustry,
            @Nullable String subIndustry,
            @Nullable Long investmentYuan,
            @Nullable BigDecimal wantedLandM2,
            @Nullable BigDecimal wantedFloorM2,
            @Nullable LocalDate wantedBy,
            @Nullable String ownerName) {
        static MatchedLead of(LeadRow row, @Nullable LocalDate wantedBy) {
            return new MatchedLead(
                    row.id().value(),
                    row.code(),
                    row.projectName(),
                    row.investor(),
                    row.stage(),
                    row.leadingIndustry(),
                    row.subIndustry(),
                    row.investmentYuan(),
                    row.wantedLandM2(),
                    row.wantedFloorM2(),
                    wantedBy,
                    row.ownerName());
        }
    }

    record LeadMatchAnswer(MatchedLead lead, int score, List<MatchReasonAnswer> reasons) {
        static LeadMatchAnswer of(LeadMatch match, Messages messages) {
            return new LeadMatchAnswer(
                    MatchedLead.of(match.lead(), match.wantedBy()),
                    match.score(),
                    MatchReasonAnswer.of(match.reasons(), messages));
        }
    }

    record LeadMatchList(
            List<LeadMatchAnswer> items, List<MatchExclusionAnswer> excluded, long more) {
        static LeadMatchList of(LeadMatches found, Messages messages) {
            return new LeadMatchList(
                    found.items().stream().map(one -> LeadMatchAnswer.of(one, messages)).toList(),
                    MatchExclusionAnswer.of(found.excluded(), messages),
                    found.more());
        }
    }

    record PlotPreferenceAnswer(
            UUID plot,
            String number,
            String name,
            PlotState state,
            int place,
            @Nullable LocalDate heldUntil,
            boolean ended,
            Instant chosenAt,
            String chosenBy) {
        static PlotPreferenceAnswer of(PreferenceLine line) {
            return new PlotPreferenceAnswer(
                    line.plot().value(),
                    line.number(),
                    line.name(),
                    line.state(),
                    line.place(),
                    line.heldUntil(),
                    line.ended(),
                    line.chosenAt(),
                    line.chosenBy());
        }
    }

    record PlotPreferenceList(List<PlotPreferenceAnswer> items) {}

    record ReservationTaskAnswer(
            UUID id,
            UUID plot,
            String plotNumber,
            String plotName,
            ReservationTaskReason reason,
            @Nullable UUID lead,
            @Nullable String leadName,
            Instant openedAt) {
        static ReservationTaskAnswer of(ReservationTask task) {
            return new ReservationTaskAnswer(
                    task.id(),
                    task.plot().value(),
                    task.plotNumber(),
                    task.plotName(),
                    task.reason(),
                    task.lead(),
                    task.leadName(),
                    task.openedAt());
        }
    }

    record ReservationTaskList(List<ReservationTaskAnswer> items, @Nullable String next) {}
}

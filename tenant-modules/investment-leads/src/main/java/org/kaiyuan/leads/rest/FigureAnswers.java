package org.kaiyuan.leads.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.ChainMap;
import org.kaiyuan.leads.Fair;
import org.kaiyuan.leads.FairDraft;
import org.kaiyuan.leads.FairPage;
import org.kaiyuan.leads.FairResult;
import org.kaiyuan.leads.FigureCount;
import org.kaiyuan.leads.LeadAttention;
import org.kaiyuan.leads.LeadFunnel;
import org.kaiyuan.leads.LeadQuestion;
import org.kaiyuan.leads.LeadRates;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadTarget;
import org.kaiyuan.leads.TargetLine;

/** How figures look to programs: every count with the query of {@code /api/v1/leads} that lists what it counts. */
final class FigureAnswers {
    private FigureAnswers() {}

    private static @Nullable String query(@Nullable LeadQuestion behind) {
        return behind == null ? null : behind.text();
    }

    record CountAnswer(long leads, long yuan, String list) {
        static CountAnswer of(FigureCount count) {
            return new CountAnswer(count.leads(), count.yuan(), count.behind().text());
        }
    }

    record FunnelAnswer(FunnelPartAnswer whole, List<FunnelPartAnswer> groups) {
        static FunnelAnswer of(LeadFunnel funnel) {
            return new FunnelAnswer(
                    FunnelPartAnswer.of(funnel.whole()),
                    funnel.groups().stream().map(FunnelPartAnswer::of).toList());
        }
    }

    record FunnelPartAnswer(
            String key,
            @Nullable String name,
            long leads,
            long yuan,
            @Nullable String list,
            List<FunnelStepAnswer> steps) {
        static FunnelPartAnswer of(LeadFunnel.Group group) {
            return new FunnelPartAnswer(
                    group.key(),
                    group.name(),
                    group.leads(),
                    group.yuan(),
                    query(group.behind()),
                    group.steps().stream().map(FunnelStepAnswer::of).toList());
        }
    }

    record FunnelStepAnswer(
            LeadStage stage,
            long reached,
            long reachedYuan,
            @Nullable String reachedList,
            long now,
            long nowYuan,
            @Nullable String nowList,
            @Nullable Double conversion,
            long stays,
            @Nullable Double medianDays,
            @Nullable Double meanDays) {
        static FunnelStepAnswer of(LeadFunnel.Step step) {
            return new FunnelStepAnswer(
                    step.stage(),
                    step.reached(),
                    step.reachedYuan(),
                    query(step.reachedBehind()),
                    step.now(),
                    step.nowYuan(),
                    query(step.nowBehind()),
                    step.conversion(),
                    step.stays(),
                    step.medianDays(),
                    step.meanDays());
        }
    }

    record RatesAnswer(
            int year, RatesPartAnswer fresh, RatesPartAnswer carried, RatesPartAnswer all) {
        static RatesAnswer of(LeadRates rates) {
            return new RatesAnswer(
                    rates.year(),
                    RatesPartAnswer.of(rates.fresh()),
                    RatesPartAnswer.of(rates.carried()),
                    RatesPartAnswer.of(rates.all()));
        }
    }

    record RatesPartAnswer(
            CountAnswer signed,
            RateAnswer kept,
            RateAnswer started,
            RateAnswer producing,
            LeadRates.Money home,
            LeadRates.Money foreign) {
        static RatesPartAnswer of(LeadRates.Part part) {
            return new RatesPartAnswer(
                    CountAnswer.of(part.signed()),
                    RateAnswer.of(part.kept()),
                    RateAnswer.of(part.started()),
                    RateAnswer.of(part.producing()),
                    part.home(),
                    part.foreign());
        }
    }

    record RateAnswer(long leads, @Nullable Double percent, String list) {
        static RateAnswer of(LeadRates.Rate rate) {
            return new RateAnswer(rate.leads(), rate.percent(), rate.behind().text());
        }
    }

    record AttentionAnswer(
            CountAnswer overdue,
            CountAnswer silent,
            CountAnswer stuck,
            CountAnswer pooled,
            LocalDate stuckSince) {
        static AttentionAnswer of(LeadAttention attention) {
            return new AttentionAnswer(
                    CountAnswer.of(attention.overdue()),
                    CountAnswer.of(attention.silent()),
                    CountAnswer.of(attention.stuck()),
                    CountAnswer.of(attention.pooled()),
                    attention.stuckSince());
        }
    }

    record ChainAnswer(
            String zone, boolean planned, List<ChainIndustryAnswer> industries, long outside) {
        static ChainAnswer of(ChainMap map) {
            return new ChainAnswer(
                    map.zone(),
                    map.planned(),
                    map.industries().stream()
                            .map(industry ->
                                    ChainIndustryAnswer.of(industry, map.seesEnterprises()))
                            .toList(),
                    map.outside().leads());
        }
    }

    record ChainIndustryAnswer(
            String industry, @Nullable String direction, List<ChainCellAnswer> subIndustries) {
        static ChainIndustryAnswer of(ChainMap.Industry industry, boolean sees) {
            return new ChainIndustryAnswer(
                    industry.name(),
                    industry.direction(),
                    industry.cells().stream().map(cell -> ChainCellAnswer.of(cell, sees)).toList());
        }
    }

    record ChainCellAnswer(
            String subIndustry,
            String direction,
            boolean relied,
            @Nullable Long enterprises,
            long early,
            long signed,
            long building,
            long producing,
            long yuan,
            String list) {
        static ChainCellAnswer of(ChainMap.Cell cell, boolean sees) {
            var sums = cell.sums();
            return new ChainCellAnswer(
                    cell.name(),
                    cell.direction(),
                    cell.relied(),
                    sees ? cell.enterprises() : null,
                    sums.early(),
                    sums.signed(),
                    sums.building(),
                    sums.producing(),
                    sums.yuan(),
                    cell.leadsBehind().text());
        }
    }

    record FairBody(
            @Nullable String name,
            @Nullable String place,
            @Nullable LocalDate heldOn,
            @Nullable LocalDate endedOn) {
        FairDraft draft() {
            return new FairDraft(name, place, heldOn, endedOn);
        }
    }

    record FairAnswer(
            UUID id,
            long version,
            String name,
            @Nullable String place,
            LocalDate heldOn,
            @Nullable LocalDate endedOn,
            CountAnswer leads,
            CountAnswer signed,
            CountAnswer landed) {
        static FairAnswer of(FairResult result) {
            Fair fair = result.fair();
            return new FairAnswer(
                    fair.id().value(),
                    fair.version(),
                    fair.name(),
                    fair.place(),
                    fair.heldOn(),
                    fair.endedOn(),
                    CountAnswer.of(result.leads()),
                    CountAnswer.of(result.signed()),
                    CountAnswer.of(result.landed()));
        }
    }

    record FairsAnswer(List<FairAnswer> items, @Nullable String next) {
        static FairsAnswer of(FairPage page) {
            return new FairsAnswer(page.items().stream().map(FairAnswer::of).toList(), page.next());
        }
    }

    record TargetBody(
            @Nullable Integer newLeads,
            @Nullable Integer signed,
            @Nullable BigDecimal signedYuan,
            @Nullable BigDecimal paidInYuan) {
        LeadTarget target(int year, int quarter, String username) {
            return new LeadTarget(
                    username,
                    year,
                    quarter,
                    newLeads == null ? 0 : newLeads,
                    signed == null ? 0 : signed,
                    signedYuan == null ? BigDecimal.ZERO : signedYuan,
                    paidInYuan == null ? BigDecimal.ZERO : paidInYuan);
        }
    }

    record TargetAnswer(
            String username,
            String name,
            @Nullable TargetBody target,
            CountAnswer fresh,
            CountAnswer signed,
            BigDecimal paidInYuan) {
        static TargetAnswer of(TargetLine line) {
            var target = line.target();
            return new TargetAnswer(
                    line.username(),
                    line.name(),
                    target == null
                            ? null
                            : new TargetBody(
                                    target.newLeads(),
                                    target.signed(),
                                    target.signedYuan(),
                                    target.paidInYuan()),
                    CountAnswer.of(line.fresh()),
                    CountAnswer.of(line.signed()),
                    line.paidInYuan());
        }
    }

    record TargetsAnswer(List<TargetAnswer> items) {}
}

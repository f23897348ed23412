package org.kaiyuan.leads.rest;

import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.FairId;
import org.kaiyuan.leads.FigureGroup;
import org.kaiyuan.leads.LeadChain;
import org.kaiyuan.leads.LeadFairs;
import org.kaiyuan.leads.LeadFigures;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadTargets;
import org.kaiyuan.leads.rest.FigureAnswers.AttentionAnswer;
import org.kaiyuan.leads.rest.FigureAnswers.ChainAnswer;
import org.kaiyuan.leads.rest.FigureAnswers.FairAnswer;
import org.kaiyuan.leads.rest.FigureAnswers.FairBody;
import org.kaiyuan.leads.rest.FigureAnswers.FairsAnswer;
import org.kaiyuan.leads.rest.FigureAnswers.FunnelAnswer;
import org.kaiyuan.leads.rest.FigureAnswers.RatesAnswer;
import org.kaiyuan.leads.rest.FigureAnswers.TargetAnswer;
import org.kaiyuan.leads.rest.FigureAnswers.TargetBody;
import org.kaiyuan.leads.rest.FigureAnswers.TargetsAnswer;
import org.kaiyuan.platform.rest.EntityTags;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the director sees, for programs: the funnel, the rates, the chain map, fairs and targets. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadFigureController {
    private final LeadFigures figures;
    private final LeadChain chain;
    private final LeadFairs fairs;
    private final LeadTargets targets;
    private final Clock clock;

    LeadFigureController(
            LeadFigures figures,
            LeadChain chain,
            LeadFairs fairs,
            LeadTargets targets,
            Clock clock) {
        this.figures = figures;
        this.chain = chain;
        this.fairs = fairs;
        this.targets = targets;
        this.clock = clock;
    }

    @RolesAllowed(LeadPermissions.FIGURES)
    @GetMapping("/funnel")
    FunnelAnswer funnel(
            @ParameterObject LeadParameters filter,
            @RequestParam(defaultValue = "NONE") FigureGroup groupBy) {
        return FunnelAnswer.of(figures.funnel(filter.filter(), groupBy));
    }

    @RolesAllowed(LeadPermissions.FIGURES)
    @GetMapping("/rates")
    RatesAnswer rates(
            @ParameterObject LeadParameters filter,
            @RequestParam(required = false) @Nullable Integer year) {
        return RatesAnswer.of(
                figures.rates(
                        year == null ? LocalDate.now(clock).getYear() : year, filter.filter()));
    }

    @RolesAllowed(LeadPermissions.FIGURES)
    @GetMapping("/attention")
    AttentionAnswer attention(@ParameterObject LeadParameters filter) {
        return AttentionAnswer.of(figures.attention(filter.filter()));
    }

    @RolesAllowed(LeadPermissions.FIGURES)
    @GetMapping("/chain")
    ChainAnswer chain() {
        return ChainAnswer.of(chain.map());
    }

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/fairs")
    FairsAnswer fairs(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return FairsAnswer.of(fairs.list(cursor, limit));
    }

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/fairs/{id}")
    ResponseEntity<FairAnswer> fair(@PathVariable UUID id) {
        var found = fairs.one(new FairId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(found.fair().version()))
                .body(FairAnswer.of(found));
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PostMapping("/fairs")
    ResponseEntity<FairAnswer> enter(@RequestBody FairBody body) {
        var id = fairs.create(body.draft());
        var found = fairs.one(id);
        return ResponseEntity.created(URI.create("/api/v1/leads/fairs/" + id))
                .eTag(EntityTags.of(found.fair().version()))
                .body(FairAnswer.of(found));
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PutMapping("/fairs/{id}")
    ResponseEntity<FairAnswer> change(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody FairBody body) {
        fairs.change(new FairId(id), EntityTags.version(basedOn), body.draft());
        return fair(id);
    }

    @RolesAllowed(LeadPermissions.WRITE)
    @DeleteMapping("/fairs/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id, @RequestHeader("If-Match") String basedOn) {
        fairs.remove(new FairId(id), EntityTags.version(basedOn));
        return ResponseEntity.noContent().build();
    }

    @RolesAllowed(LeadPermissions.FIGURES)
    @GetMapping("/targets")
    TargetsAnswer targets(@RequestParam int year, @RequestParam int quarter) {
        return new TargetsAnswer(
                targets.list(year, quarter).stream().map(TargetAnswer::of).toList());
    }

    @RolesAllowed(LeadPermissions.CONFIGURE)
    @PutMapping("/targets")
    ResponseEntity<Void> set(
            @RequestParam int year,
            @RequestParam int quarter,
            @RequestParam String username,
            @RequestBody TargetBody body) {
        targets.set(body.target(year, quarter, username));
        return ResponseEntity.noContent().build();
    }
}

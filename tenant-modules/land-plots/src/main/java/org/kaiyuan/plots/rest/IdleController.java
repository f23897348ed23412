package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.plots.IdleCase;
import org.kaiyuan.plots.IdleEvidence;
import org.kaiyuan.plots.IdleMeasure;
import org.kaiyuan.plots.IdleMeasureKind;
import org.kaiyuan.plots.IdleState;
import org.kaiyuan.plots.PlotId;
import org.kaiyuan.plots.PlotIdle;
import org.kaiyuan.plots.PlotPermissions;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ground that lies idle: what the rule proposes, what persons decide, what is done. */
@RestController
@RequestMapping("/api/v1/plots")
class IdleController {
    private final PlotIdle idle;

    IdleController(PlotIdle idle) {
        this.idle = idle;
    }

    /** A case of 闲置. */
    record IdleCaseAnswer(
            UUID id,
            long version,
            UUID plot,
            String plotNumber,
            String plotName,
            BigDecimal groundM2,
            @Nullable String holderName,
            IdleState state,
            IdleEvidence evidence,
            @Nullable LocalDate decidedOn,
            @Nullable String decidedBy,
            @Nullable String document,
            @Nullable String reason,
            Instant madeAt,
            @Nullable Instant endedAt,
            List<IdleMeasure> measures) {
        static IdleCaseAnswer of(IdleCase c) {
            return new IdleCaseAnswer(
                    c.id(),
                    c.version(),
                    c.plot().value(),
                    c.plotNumber(),
                    c.plotName(),
                    c.groundM2(),
                    c.holderName(),
                    c.state(),
                    c.evidence(),
                    c.decidedOn(),
                    c.decidedBy(),
                    c.document(),
                    c.reason(),
                    c.madeAt(),
                    c.endedAt(),
                    c.measures());
        }
    }

    record IdleCaseList(List<IdleCaseAnswer> items, @Nullable String next) {}

    /** The filters of lists. */
    record IdleParameters(@Nullable Set<IdleState> state, @Nullable Boolean overdue) {}

    record IdleConfirmationBody(
            @JsonProperty(required = true) String document, @Nullable String reason) {}

    record IdleReasonBody(@JsonProperty(required = true) String reason) {}

    record IdleMeasureBody(
            @JsonProperty(required = true) IdleMeasureKind kind,
            @JsonProperty(required = true) LocalDate deadline,
            @Nullable String note) {}

    record IdleMeasureDoneBody(
            @JsonProperty(required = true) LocalDate doneOn,
            @JsonProperty(required = true) String document) {}

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/idle")
    IdleCaseList list(
            @ParameterObject IdleParameters filter,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                idle.find(
                        filter.state() == null ? Set.of() : filter.state(),
                        Boolean.TRUE.equals(filter.overdue()),
                        cursor,
                        limit);
        return new IdleCaseList(
                page.items().stream().map(IdleCaseAnswer::of).toList(), page.next());
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/{id}/idle")
    IdleCaseList ofPlot(@PathVariable UUID id) {
        return new IdleCaseList(
                idle.of(new PlotId(id)).stream().map(IdleCaseAnswer::of).toList(), null);
    }

    @RolesAllowed(PlotPermissions.READ)
    @GetMapping("/idle/{idleCase}")
    ResponseEntity<IdleCaseAnswer> one(@PathVariable UUID idleCase) {
        var found = idle.details(idleCase);
        return ResponseEntity.ok()
                .eTag(EntityTags.of(found.version()))
                .body(IdleCaseAnswer.of(found));
    }

    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PostMapping("/idle/{idleCase}/confirmation")
    ResponseEntity<IdleCaseAnswer> confirm(
            @PathVariable UUID idleCase,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody IdleConfirmationBody body) {
        idle.confirm(idleCase, EntityTags.version(basedOn), body.document(), body.reason());
        return one(idleCase);
    }

    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PostMapping("/idle/{idleCase}/rejection")
    ResponseEntity<IdleCaseAnswer> reject(
            @PathVariable UUID idleCase,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody IdleReasonBody body) {
        idle.reject(idleCase, EntityTags.version(basedOn), body.reason());
        return one(idleCase);
    }

    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PostMapping("/idle/{idleCase}/closing")
    ResponseEntity<IdleCaseAnswer> close(
            @PathVariable UUID idleCase,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody IdleReasonBody body) {
        idle.close(idleCase, EntityTags.version(basedOn), body.reason());
        return one(idleCase);
    }

    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PostMapping("/idle/{idleCase}/measures")
    ResponseEntity<IdleCaseAnswer> measure(
            @PathVariable UUID idleCase, @RequestBody IdleMeasureBody body) {
        idle.measure(idleCase, body.kind(), body.deadline(), body.note());
        return ResponseEntity.created(URI.create("/api/v1/plots/idle/" + idleCase))
                .body(IdleCaseAnswer.of(idle.details(idleCase)));
    }

    @RolesAllowed({PlotPermissions.SUPPLY, PlotPermissions.READ})
    @PostMapping("/idle/{idleCase}/measures/{measure}/done")
    ResponseEntity<IdleCaseAnswer> done(
            @PathVariable UUID idleCase,
            @PathVariable UUID measure,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody IdleMeasureDoneBody body) {
        idle.done(idleCase, measure, EntityTags.version(basedOn), body.doneOn(), body.document());
        return one(idleCase);
    }
}

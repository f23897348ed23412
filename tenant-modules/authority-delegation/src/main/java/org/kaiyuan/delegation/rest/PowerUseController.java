package org.kaiyuan.delegation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DecisionDraft;
import org.kaiyuan.delegation.DecisionOutcome;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EvaluationGroup;
import org.kaiyuan.delegation.EvaluationVerdict;
import org.kaiyuan.delegation.PowerDecisionId;
import org.kaiyuan.delegation.PowerEvaluating;
import org.kaiyuan.delegation.PowerEvaluations;
import org.kaiyuan.delegation.PowerUse;
import org.kaiyuan.delegation.PowerUseDirectory;
import org.kaiyuan.delegation.PowerUseFilter;
import org.kaiyuan.delegation.ReadinessBoard;
import org.kaiyuan.delegation.ReadinessColumn;
import org.kaiyuan.delegation.ReadinessDirectory;
import org.kaiyuan.delegation.ReadinessDraft;
import org.kaiyuan.delegation.ReadinessKeeping;
import org.kaiyuan.delegation.ReadinessLine;
import org.kaiyuan.delegation.rest.PowerUseAnswers.PowerDecisionAnswer;
import org.kaiyuan.delegation.rest.PowerUseAnswers.ReadinessAnswer;
import org.kaiyuan.delegation.rest.PowerUseAnswers.ReadinessCardAnswer;
import org.kaiyuan.delegation.rest.PowerUseAnswers.UsedPowerAnswer;
import org.kaiyuan.platform.rest.EntityTags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Taking over and using a power: readiness, decisions, yearly evaluation. */
@RestController
@RequestMapping("/api/v1/delegation")
class PowerUseController {
    private final ReadinessDirectory board;
    private final ReadinessKeeping readiness;
    private final PowerUseDirectory directory;
    private final PowerUse use;
    private final PowerEvaluations evaluations;
    private final PowerEvaluating evaluating;

    PowerUseController(
            ReadinessDirectory board,
            ReadinessKeeping readiness,
            PowerUseDirectory directory,
            PowerUse use,
            PowerEvaluations evaluations,
            PowerEvaluating evaluating) {
        this.board = board;
        this.readiness = readiness;
        this.directory = directory;
        this.use = use;
        this.evaluations = evaluations;
        this.evaluating = evaluating;
    }

    /** A page of a column of the board; {@code next} is null on the last one. */
    record ReadinessCardList(List<ReadinessCardAnswer> items, @Nullable String next) {}

    record ReadinessBody(
            @Nullable String owner,
            @Nullable LocalDate dueOn,
            @JsonProperty(required = true) List<ReadinessLine> lines) {}

    /** A page; {@code next} is null on the last one. */
    record UsedPowerList(List<UsedPowerAnswer> items, @Nullable String next) {}

    /** A page; {@code next} is null on the last one. */
    record PowerDecisionList(List<PowerDecisionAnswer> items, @Nullable String next) {}

    record PowerDecisionBody(
            @JsonProperty(required = true) String reference,
            @Nullable String applicant,
            @JsonProperty(required = true) LocalDate acceptedOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate decidedOn,
            @Nullable DecisionOutcome outcome) {
        DecisionDraft draft() {
            return new DecisionDraft(reference, applicant, acceptedOn, dueOn, decidedOn, outcome);
        }
    }

    record EvaluationGroupList(List<EvaluationGroup> items) {}

    /** @param basedOn the version of the evaluation that was seen; 0 where there was none */
    record EvaluationBody(
            @JsonProperty(required = true) EvaluationVerdict verdict,
            @Nullable String said,
            @JsonProperty(required = true) long basedOn) {}

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/readiness")
    ReadinessCardList readiness(
            @RequestParam ReadinessColumn column,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String originalAuthority,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                board.page(
                        column,
                        new ReadinessBoard.Filter(owner, false, originalAuthority),
                        cursor,
                        limit);
        return new ReadinessCardList(
                page.items().stream().map(ReadinessCardAnswer::of).toList(), page.next());
    }

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/entries/{id}/readiness")
    ResponseEntity<ReadinessAnswer> readinessOf(@PathVariable UUID id) {
        var said = board.get(new EntryId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(said.version()))
                .body(ReadinessAnswer.of(said));
    }

    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PutMapping("/entries/{id}/readiness")
    ResponseEntity<ReadinessAnswer> write(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody ReadinessBody body) {
        readiness.write(
                new EntryId(id),
                new ReadinessDraft(body.owner(), body.dueOn(), body.lines()),
                EntityTags.version(basedOn));
        return readinessOf(id);
    }

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/use")
    UsedPowerList used(
            @RequestParam(required = false) PowerUseFilter.@Nullable Only only,
            @RequestParam(required = false) @Nullable String originalAuthority,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                directory.powers(
                        new PowerUseFilter(only, originalAuthority, null),
                        cursor == null ? null : new EntryId(cursor),
                        limit);
        return new UsedPowerList(
                page.items().stream().map(UsedPowerAnswer::of).toList(),
                page.next() == null ? null : page.next().toString());
    }

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/entries/{id}/decisions")
    PowerDecisionList decisions(
            @PathVariable UUID id,
            @RequestParam(required = false) PowerUseDirectory.@Nullable Cases only,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        directory.power(new EntryId(id));
        var page = directory.decisions(new EntryId(id), only, cursor, limit);
        return new PowerDecisionList(
                page.items().stream().map(PowerDecisionAnswer::of).toList(), page.next());
    }

    /** 409 where a case of that number was entered before. */
    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PostMapping("/entries/{id}/decisions")
    ResponseEntity<PowerDecisionAnswer> enter(
            @PathVariable UUID id, @RequestBody PowerDecisionBody body) {
        var decision = directory.decision(use.enter(new EntryId(id), body.draft()));
        return ResponseEntity.created(URI.create("/api/v1/delegation/decisions/" + decision.id()))
                .eTag(EntityTags.of(decision.version()))
                .body(PowerDecisionAnswer.of(decision));
    }

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/decisions/{id}")
    ResponseEntity<PowerDecisionAnswer> decision(@PathVariable UUID id) {
        var decision = directory.decision(new PowerDecisionId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(decision.version()))
                .body(PowerDecisionAnswer.of(decision));
    }

    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PutMapping("/decisions/{id}")
    ResponseEntity<PowerDecisionAnswer> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PowerDecisionBody body) {
        use.revise(new PowerDecisionId(id), body.draft(), EntityTags.version(basedOn));
        return decision(id);
    }

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/evaluations")
    EvaluationGroupList groups(@RequestParam int year) {
        return new EvaluationGroupList(evaluations.groups(year));
    }

    /** 409 where the report of its authority is closed. */
    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PostMapping("/entries/{id}/evaluations/{year}")
    EvaluationGroupList evaluate(
            @PathVariable UUID id, @PathVariable int year, @RequestBody EvaluationBody body) {
        evaluating.evaluate(new EntryId(id), year, body.verdict(), body.said(), body.basedOn());
        return groups(year);
    }
}

package org.kaiyuan.delegation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.AnswerOutcome;
import org.kaiyuan.delegation.AnswerStep;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.PowerAnswer;
import org.kaiyuan.delegation.PowerAnswerId;
import org.kaiyuan.delegation.PowerAnswerNote;
import org.kaiyuan.delegation.PowerAnswering;
import org.kaiyuan.delegation.PowerRequest;
import org.kaiyuan.delegation.PowerRequestDirectory;
import org.kaiyuan.delegation.PowerRequestDraft;
import org.kaiyuan.delegation.PowerRequestId;
import org.kaiyuan.delegation.PowerRequestRow;
import org.kaiyuan.delegation.PowerRequesting;
import org.kaiyuan.delegation.RequestSide;
import org.kaiyuan.delegation.RequestState;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.platform.tenancy.TenantId;
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

/**
 * Requests for powers (点菜): each side sees its own row of one. Who may read or answer asks the use case: one of two permissions
 * does.
 */
@RestController
@RequestMapping("/api/v1/delegation/requests")
class PowerRequestController {
    private final PowerRequestDirectory directory;
    private final PowerRequesting requesting;
    private final PowerAnswering answering;

    PowerRequestController(
            PowerRequestDirectory directory, PowerRequesting requesting, PowerAnswering answering) {
        this.directory = directory;
        this.requesting = requesting;
        this.answering = answering;
    }

    /** @param matter of the zone's catalogue; else its name is needed */
    record PowerRequestBody(
            @Nullable UUID matter,
            @Nullable String matterCode,
            @Nullable String matterName,
            @Nullable String originalAuthority,
            @Nullable String reason,
            @Nullable Integer cases,
            @Nullable String casesSaid,
            @Nullable String readinessSaid) {
        PowerRequestDraft draft() {
            return new PowerRequestDraft(
                    matter == null ? null : new MatterId(matter),
                    matterCode,
                    matterName == null ? "" : matterName,
                    originalAuthority == null ? "" : originalAuthority,
                    reason == null ? "" : reason,
                    cases,
                    casesSaid,
                    readinessSaid);
        }
    }

    /** @param supervisor who is to work on it; left out where the zone has none on the platform */
    record PowerRequestSending(@Nullable Long supervisor) {}

    record PowerRequestWithdrawal(@Nullable String reason) {}

    /** @param step that is awaited; only of a new one */
    record PowerAnswerBody(
            @Nullable AnswerStep step,
            @JsonProperty(required = true) AnswerOutcome outcome,
            @JsonProperty(required = true) String body,
            @Nullable String said,
            @Nullable String document,
            @JsonProperty(required = true) LocalDate answeredOn,
            @Nullable LocalDate grantedOn) {
        PowerAnswerNote note() {
            return new PowerAnswerNote(outcome, body, said, document, answeredOn, grantedOn);
        }
    }

    record PowerAnswerSaid(
            UUID id,
            long version,
            int round,
            AnswerStep step,
            AnswerOutcome outcome,
            String body,
            @Nullable String said,
            @Nullable String document,
            LocalDate answeredOn,
            @Nullable LocalDate grantedOn,
            @Nullable Instant publishedAt) {
        static PowerAnswerSaid of(PowerAnswer answer) {
            var note = answer.note();
            return new PowerAnswerSaid(
                    answer.id().value(),
                    answer.version(),
                    answer.round(),
                    answer.step(),
                    note.outcome(),
                    note.body(),
                    note.said(),
                    note.document(),
                    note.answeredOn(),
                    note.grantedOn(),
                    answer.publishedAt());
        }
    }

    /** @param next the step that is awaited; null where none is */
    record PowerRequestAnswer(
            UUID id,
            long version,
            RequestSide side,
            RequestState state,
            String zone,
            @Nullable String supervisor,
            @Nullable UUID matter,
            @Nullable String matterCode,
            String matterName,
            String originalAuthority,
            String reason,
            @Nullable Integer cases,
            @Nullable String casesSaid,
            @Nullable String readinessSaid,
            int round,
            @Nullable Instant sentAt,
            @Nullable LocalDate endedOn,
            @Nullable String withdrawnWhy,
            @Nullable AnswerStep next,
            List<PowerAnswerSaid> answers) {
        static PowerRequestAnswer of(PowerRequest request) {
            var said = request.said();
            return new PowerRequestAnswer(
                    request.id().value(),
                    request.version(),
                    request.side(),
                    request.state(),
                    request.zoneName(),
                    request.supervisorName(),
                    said.matter() == null ? null : said.matter().value(),
                    said.matterCode(),
                    said.matterName(),
                    said.originalAuthority(),
                    said.reason(),
                    said.cases(),
                    said.casesSaid(),
                    said.readinessSaid(),
                    request.round(),
                    request.sentAt(),
                    request.endedOn(),
                    request.withdrawnWhy(),
                    request.next(),
                    request.answers().stream().map(PowerAnswerSaid::of).toList());
        }
    }

    record PowerRequestLine(
            UUID id,
            RequestSide side,
            RequestState state,
            String zone,
            @Nullable String supervisor,
            @Nullable String matterCode,
            String matterName,
            String originalAuthority,
            int answered,
            @Nullable Instant sentAt,
            Instant updatedAt) {
        static PowerRequestLine of(PowerRequestRow row) {
            return new PowerRequestLine(
                    row.id().value(),
                    row.side(),
                    row.state(),
                    row.zoneName(),
                    row.supervisorName(),
                    row.matterCode(),
                    row.matterName(),
                    row.originalAuthority(),
                    row.answered(),
                    row.sentAt(),
                    row.updatedAt());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record PowerRequestList(List<PowerRequestLine> items, @Nullable String next) {}

    record SupervisorLine(long id, String name) {}

    record SupervisorList(List<SupervisorLine> items) {}

    @PermitAll
    @GetMapping
    PowerRequestList list(
            @RequestParam(required = false) @Nullable Set<RequestState> state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                directory.list(
                        state == null ? Set.of() : state,
                        cursor == null ? null : new PowerRequestId(cursor),
                        limit);
        return new PowerRequestList(
                page.items().stream().map(PowerRequestLine::of).toList(),
                page.next() == null ? null : page.next().toString());
    }

    /** Those in whose divisions the zone lies. */
    @PermitAll
    @GetMapping("/supervisors")
    SupervisorList supervisors() {
        return new SupervisorList(
                directory.supervisors().stream()
                        .map(one -> new SupervisorLine(one.id().value(), one.name()))
                        .toList());
    }

    @RolesAllowed(DelegationPermissions.WRITE)
    @PostMapping
    ResponseEntity<PowerRequestAnswer> begin(@RequestBody PowerRequestBody body) {
        var request = directory.get(requesting.begin(body.draft()));
        return ResponseEntity.created(URI.create("/api/v1/delegation/requests/" + request.id()))
                .eTag(EntityTags.of(request.version()))
                .body(PowerRequestAnswer.of(request));
    }

    @PermitAll
    @GetMapping("/{id}")
    ResponseEntity<PowerRequestAnswer> one(@PathVariable UUID id) {
        var request = directory.get(new PowerRequestId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(request.version()))
                .body(PowerRequestAnswer.of(request));
    }

    /** 409 where it is neither a draft nor was returned. */
    @RolesAllowed(DelegationPermissions.WRITE)
    @PutMapping("/{id}")
    ResponseEntity<PowerRequestAnswer> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PowerRequestBody body) {
        requesting.revise(new PowerRequestId(id), body.draft(), EntityTags.version(basedOn));
        return one(id);
    }

    @RolesAllowed(DelegationPermissions.WRITE)
    @PostMapping("/{id}/sending")
    ResponseEntity<PowerRequestAnswer> send(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PowerRequestSending body) {
        requesting.send(
                new PowerRequestId(id),
                body.supervisor() == null ? null : new TenantId(body.supervisor()),
                EntityTags.version(basedOn));
        return one(id);
    }

    @RolesAllowed(DelegationPermissions.WRITE)
    @PostMapping("/{id}/withdrawal")
    ResponseEntity<PowerRequestAnswer> withdraw(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PowerRequestWithdrawal body) {
        requesting.withdraw(new PowerRequestId(id), body.reason(), EntityTags.version(basedOn));
        return one(id);
    }

    /** Begins the answer of the step that is awaited; nobody else sees it before it is published. */
    @PermitAll
    @PostMapping("/{id}/answers")
    ResponseEntity<PowerRequestAnswer> answer(
            @PathVariable UUID id, @RequestBody PowerAnswerBody body) {
        var request = directory.get(new PowerRequestId(id));
        var step = body.step() == null ? request.next() : body.step();
        answering.write(request.id(), step == null ? AnswerStep.DEPARTMENT : step, body.note());
        return one(id);
    }

    @PermitAll
    @PutMapping("/{id}/answers/{answer}")
    ResponseEntity<PowerRequestAnswer> reviseAnswer(
            @PathVariable UUID id,
            @PathVariable UUID answer,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody PowerAnswerBody body) {
        directory.get(new PowerRequestId(id));
        answering.revise(new PowerAnswerId(answer), body.note(), EntityTags.version(basedOn));
        return one(id);
    }

    /** Both sides see it from now on; it does not change any more. */
    @PermitAll
    @PostMapping("/{id}/answers/{answer}/publication")
    ResponseEntity<PowerRequestAnswer> publishAnswer(
            @PathVariable UUID id,
            @PathVariable UUID answer,
            @RequestHeader("If-Match") String basedOn) {
        directory.get(new PowerRequestId(id));
        answering.publish(new PowerAnswerId(answer), EntityTags.version(basedOn));
        return one(id);
    }
}

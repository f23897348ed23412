package org.kaiyuan.services.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.Complaint;
import org.kaiyuan.services.ComplaintId;
import org.kaiyuan.services.ComplaintState;
import org.kaiyuan.services.Complaints;
import org.kaiyuan.services.ServicesPermissions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 投诉. */
@RestController("serviceComplaintController")
@RequestMapping("/api/v1/services")
class ComplaintController {
    private final Complaints complaints;

    ComplaintController(Complaints complaints) {
        this.complaints = complaints;
    }

    record ComplaintBody(@JsonProperty(required = true) String said) {}

    record ComplaintAnswer(
            UUID id,
            long version,
            @JsonProperty("case") UUID caseId,
            String receipt,
            String title,
            String enterpriseName,
            String said,
            Instant at,
            ComplaintState state,
            LocalDate dueOn,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String answeredName) {
        static ComplaintAnswer of(Complaint complaint) {
            return new ComplaintAnswer(
                    complaint.id().value(),
                    complaint.version(),
                    complaint.caseId().value(),
                    complaint.receipt(),
                    complaint.title(),
                    complaint.enterpriseName(),
                    complaint.said(),
                    complaint.at(),
                    complaint.state(),
                    complaint.dueOn(),
                    complaint.answer(),
                    complaint.answeredAt(),
                    complaint.answeredName());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record ComplaintList(List<ComplaintAnswer> items, @Nullable String next) {}

    record Complained(UUID id) {}

    @RolesAllowed(ServicesPermissions.SUPERVISE)
    @GetMapping("/complaints")
    ComplaintList list(
            @RequestParam(required = false) @Nullable ComplaintState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = complaints.list(state, cursor, limit);
        return new ComplaintList(
                page.items().stream().map(ComplaintAnswer::of).toList(), page.next());
    }

    /** 409 where it was answered. */
    @RolesAllowed(ServicesPermissions.SUPERVISE)
    @PostMapping("/complaints/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody ComplaintBody body) {
        complaints.answer(new ComplaintId(id), body.said(), EntityTags.version(basedOn));
    }

    /** Staff and the enterprise whose case it is. */
    @PermitAll
    @GetMapping("/cases/{id}/complaints")
    ComplaintList of(@PathVariable UUID id) {
        return new ComplaintList(
                complaints.of(new CaseId(id)).stream().map(ComplaintAnswer::of).toList(), null);
    }

    /** 409 where several wait for an answer already. */
    @RolesAllowed(PortalPermissions.ENTER)
    @PostMapping("/cases/{id}/complaints")
    ResponseEntity<Complained> complain(@PathVariable UUID id, @RequestBody ComplaintBody body) {
        var complaint = complaints.complain(new CaseId(id), body.said());
        return ResponseEntity.created(URI.create("/api/v1/services/cases/" + id + "/complaints"))
                .body(new Complained(complaint.value()));
    }
}

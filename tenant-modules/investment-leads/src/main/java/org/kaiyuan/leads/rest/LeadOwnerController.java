package org.kaiyuan.leads.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadAssignment;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadUnmasking;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose a lead is. */
@RestController
@RequestMapping("/api/v1/leads/{id}")
class LeadOwnerController {
    private final LeadAssignment assignment;
    private final LeadDirectory directory;
    private final LeadUnmasking unmasking;

    LeadOwnerController(
            LeadAssignment assignment, LeadDirectory directory, LeadUnmasking unmasking) {
        this.assignment = assignment;
        this.directory = directory;
        this.unmasking = unmasking;
    }

    record LeadOwnerBody(@JsonProperty(required = true) String owner) {}

    record LeadReleaseBody(@Nullable String reason) {}

    record LeadTeamBody(@JsonProperty(required = true) Set<String> usernames) {}

    record LeadPurposeBody(@Nullable String purpose) {}

    record LeadContactAnswer(
            UUID id,
            String name,
            @Nullable String position,
            @Nullable String phone,
            @Nullable String email) {}

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PostMapping("/claim")
    LeadAnswer claim(@PathVariable UUID id) {
        assignment.claim(new LeadId(id));
        return LeadAnswer.of(directory.details(new LeadId(id)));
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PutMapping("/owner")
    LeadAnswer handOver(@PathVariable UUID id, @RequestBody LeadOwnerBody body) {
        assignment.handOver(new LeadId(id), body.owner());
        return LeadAnswer.of(directory.details(new LeadId(id)));
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PostMapping("/release")
    LeadAnswer release(@PathVariable UUID id, @RequestBody LeadReleaseBody body) {
        assignment.release(new LeadId(id), body.reason());
        return LeadAnswer.of(directory.details(new LeadId(id)));
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PutMapping("/team")
    LeadAnswer team(@PathVariable UUID id, @RequestBody LeadTeamBody body) {
        assignment.team(new LeadId(id), body.usernames());
        return LeadAnswer.of(directory.details(new LeadId(id)));
    }

    @RolesAllowed(LeadPermissions.UNMASK)
    @PostMapping("/contacts/{contact}/unmask")
    LeadContactAnswer unmask(
            @PathVariable UUID id, @PathVariable UUID contact, @RequestBody LeadPurposeBody body) {
        var whole =
                unmasking.unmask(
                        new LeadId(id), contact, Objects.requireNonNullElse(body.purpose(), ""));
        return new LeadContactAnswer(
                contact, whole.name(), whole.position(), whole.phone(), whole.email());
    }
}

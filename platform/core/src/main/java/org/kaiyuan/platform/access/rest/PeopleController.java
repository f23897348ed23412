package org.kaiyuan.platform.access.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.AccessPermissions;
import org.kaiyuan.platform.access.AccountId;
import org.kaiyuan.platform.access.Invitations;
import org.kaiyuan.platform.access.PeopleCare;
import org.kaiyuan.platform.access.PeopleDirectory;
import org.kaiyuan.platform.access.PersonRow;
import org.kaiyuan.platform.rest.NeverKept;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people of the zone, and inviting more. */
@RestController
@RequestMapping("/api/v1")
class PeopleController {
    private final PeopleDirectory people;
    private final PeopleCare care;
    private final Invitations invitations;

    PeopleController(PeopleDirectory people, PeopleCare care, Invitations invitations) {
        this.people = people;
        this.care = care;
        this.invitations = invitations;
    }

    record PersonAnswer(
            UUID id,
            String username,
            String displayName,
            @Nullable String team,
            Set<String> roles,
            boolean active,
            java.time.@Nullable Instant signedInAt,
            long version) {
        static PersonAnswer of(PersonRow row) {
            return new PersonAnswer(
                    row.id().value(),
                    row.username(),
                    row.displayName(),
                    row.team(),
                    row.roles(),
                    row.active(),
                    row.signedInAt(),
                    row.version());
        }
    }

    record PeoplePage(List<PersonAnswer> items, @Nullable String next) {}

    record RolesBody(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) Set<String> roles) {}

    record TeamBody(@JsonProperty(required = true) long version, @Nullable String team) {}

    record LeavingBody(@JsonProperty(required = true) long version, @Nullable UUID successor) {}

    record LeavingAnswer(long handedOver) {}

    record VersionBody(@JsonProperty(required = true) long version) {}

    record InvitationBody(
            @JsonProperty(required = true) String displayName,
            @Nullable String email,
            @JsonProperty(required = true) Set<String> roles,
            @Nullable String team) {}

    record InvitationList(List<Invitations.Line> items) {}

    @RolesAllowed(AccessPermissions.READ)
    @GetMapping("/people")
    PeoplePage list(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, 200);
        var rows = people.list(name, cursor, most);
        return new PeoplePage(
                rows.stream().map(PersonAnswer::of).toList(),
                rows.size() < most ? null : rows.getLast().username());
    }

    @RolesAllowed(AccessPermissions.READ)
    @GetMapping("/people/{id}")
    PersonAnswer get(@PathVariable UUID id) {
        return PersonAnswer.of(people.get(new AccountId(id)));
    }

    @RolesAllowed(AccessPermissions.READ) // and one of two, which the use case asks for
    @PutMapping("/people/{id}/roles")
    PersonAnswer roles(@PathVariable UUID id, @RequestBody RolesBody body) {
        care.giveRoles(new AccountId(id), body.version(), body.roles());
        return get(id);
    }

    @RolesAllowed({AccessPermissions.PEOPLE, AccessPermissions.READ})
    @PutMapping("/people/{id}/team")
    PersonAnswer team(@PathVariable UUID id, @RequestBody TeamBody body) {
        care.putIntoTeam(new AccountId(id), body.version(), body.team() == null ? "" : body.team());
        return get(id);
    }

    @RolesAllowed(AccessPermissions.PEOPLE)
    @PostMapping("/people/{id}/deactivate")
    LeavingAnswer deactivate(@PathVariable UUID id, @RequestBody LeavingBody body) {
        return new LeavingAnswer(
                care.deactivate(
                        new AccountId(id),
                        body.version(),
                        body.successor() == null ? null : new AccountId(body.successor())));
    }

    @RolesAllowed({AccessPermissions.PEOPLE, AccessPermissions.READ})
    @PostMapping("/people/{id}/reactivate")
    PersonAnswer reactivate(@PathVariable UUID id, @RequestBody VersionBody body) {
        care.reactivate(new AccountId(id), body.version());
        return get(id);
    }

    @RolesAllowed(AccessPermissions.READ)
    @GetMapping("/invitations")
    InvitationList waiting() {
        return new InvitationList(invitations.waiting());
    }

    /** Its code is in this answer and nowhere else. */
    @NeverKept
    @RolesAllowed(AccessPermissions.PEOPLE)
    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Invitations.Written invite(@RequestBody InvitationBody body) {
        return invitations.invite(body.displayName(), body.email(), body.roles(), body.team());
    }

    @RolesAllowed(AccessPermissions.PEOPLE)
    @DeleteMapping("/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        invitations.revoke(id);
    }
}

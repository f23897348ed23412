package org.kaiyuan.leads.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.Gate;
import org.kaiyuan.leads.LeadDirectory;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadMoves;
import org.kaiyuan.leads.LeadOrder;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadRegistration;
import org.kaiyuan.leads.LeadRemoval;
import org.kaiyuan.leads.LeadRevision;
import org.kaiyuan.leads.LeadRulesKeeping;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.leads.MoveOrder;
import org.kaiyuan.leads.StageMoveLine;
import org.kaiyuan.platform.rest.EntityTags;
import org.kaiyuan.platform.rest.MergePatch;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Leads: lists, one in full, registering, changing, moving. */
@RestController
@RequestMapping("/api/v1/leads")
class LeadController {
    private final LeadDirectory directory;
    private final LeadRegistration registration;
    private final LeadRevision revision;
    private final LeadRemoval removal;
    private final LeadMoves moves;
    private final LeadRulesKeeping rules;
    private final MergePatch patches;

    LeadController(
            LeadDirectory directory,
            LeadRegistration registration,
            LeadRevision revision,
            LeadRemoval removal,
            LeadMoves moves,
            LeadRulesKeeping rules,
            MergePatch patches) {
        this.directory = directory;
        this.registration = registration;
        this.revision = revision;
        this.removal = removal;
        this.moves = moves;
        this.rules = rules;
        this.patches = patches;
    }

    /** A page; {@code next} is null on the last one. */
    record LeadList(List<LeadRowAnswer> items, @Nullable String next) {}

    /** @param override whether gates that refuse are passed all the same */
    record LeadMoveBody(
            @JsonProperty(required = true) LeadStage to,
            @Nullable String reason,
            @Nullable Boolean override,
            @Nullable UUID file) {
        MoveOrder order() {
            return new MoveOrder(to, reason, Boolean.TRUE.equals(override), file);
        }
    }

    record LeadStateBody(@JsonProperty(required = true) LeadState state, @Nullable String reason) {}

    record LeadMoveAnswer(
            @Nullable LeadStage from,
            LeadStage to,
            Instant at,
            String actorName,
            @Nullable String reason,
            List<Gate> overridden) {
        static LeadMoveAnswer of(StageMoveLine line) {
            return new LeadMoveAnswer(
                    line.from(),
                    line.to(),
                    line.at(),
                    line.actorName(),
                    line.reason(),
                    line.overridden());
        }
    }

    record LeadMoveList(List<LeadMoveAnswer> items) {}

    record LeadBoardColumn(
            LeadStage stage, long count, long investmentYuan, List<LeadRowAnswer> cards) {}

    record LeadBoard(List<LeadBoardColumn> columns) {}

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping
    LeadList list(
            @ParameterObject LeadParameters filter,
            @RequestParam(defaultValue = "CHANGED") LeadOrder sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = directory.find(filter.filter(), sort, cursor, limit);
        return new LeadList(page.items().stream().map(LeadRowAnswer::of).toList(), page.next());
    }

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/board")
    LeadBoard board(
            @ParameterObject LeadParameters filter, @RequestParam(defaultValue = "20") int cards) {
        return new LeadBoard(
                directory.board(rules.rules().shown(), filter.filter(), cards).stream()
                        .map(column ->
                                new LeadBoardColumn(
                                        column.stage(),
                                        column.count(),
                                        column.investmentYuan(),
                                        column.cards().stream().map(LeadRowAnswer::of).toList()))
                        .toList());
    }

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/{id}")
    ResponseEntity<LeadAnswer> one(@PathVariable UUID id) {
        var details = directory.details(new LeadId(id));
        return ResponseEntity.ok()
                .eTag(EntityTags.of(details.version()))
                .body(LeadAnswer.of(details));
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PostMapping
    ResponseEntity<LeadAnswer> register(
            @RequestBody LeadBody body, @RequestParam(defaultValue = "false") boolean pool) {
        var details = directory.details(registration.register(body.profile(), pool));
        return ResponseEntity.created(URI.create("/api/v1/leads/" + details.id()))
                .eTag(EntityTags.of(details.version()))
                .body(LeadAnswer.of(details));
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PutMapping("/{id}")
    ResponseEntity<LeadAnswer> revise(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody LeadBody body) {
        revision.revise(new LeadId(id), EntityTags.version(basedOn), stored -> body.profile());
        return one(id);
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PatchMapping(path = "/{id}", consumes = MergePatch.MEDIA_TYPE)
    ResponseEntity<LeadAnswer> revisePartly(
            @PathVariable UUID id,
            @RequestHeader("If-Match") String basedOn,
            @RequestBody JsonNode patch) {
        revision.revise(
                new LeadId(id),
                EntityTags.version(basedOn),
                stored -> patches.apply(patch, stored, LeadBody.class).profile());
        return one(id);
    }

    @RolesAllowed(LeadPermissions.ASSIGN)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id, @RequestHeader("If-Match") String basedOn) {
        removal.remove(new LeadId(id), EntityTags.version(basedOn));
        return ResponseEntity.noContent().build();
    }

    /** 409 with the gates that refuse. */
    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PostMapping("/{id}/moves")
    LeadAnswer move(@PathVariable UUID id, @RequestBody LeadMoveBody body) {
        moves.move(new LeadId(id), body.order());
        return LeadAnswer.of(directory.details(new LeadId(id)));
    }

    @RolesAllowed(LeadPermissions.READ)
    @GetMapping("/{id}/moves")
    LeadMoveList moves(@PathVariable UUID id) {
        return new LeadMoveList(
                directory.moves(new LeadId(id)).stream().map(LeadMoveAnswer::of).toList());
    }

    @RolesAllowed({LeadPermissions.WRITE, LeadPermissions.READ})
    @PostMapping("/{id}/state")
    LeadAnswer become(@PathVariable UUID id, @RequestBody LeadStateBody body) {
        if (body.state() == LeadState.ACTIVE) {
            moves.takeUp(new LeadId(id), body.reason());
        } else {
            moves.putAside(new LeadId(id), body.state(), body.reason());
        }
        return LeadAnswer.of(directory.details(new LeadId(id)));
    }
}

package org.kaiyuan.delegation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.Batch;
import org.kaiyuan.delegation.BatchKeeping;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.EmpowermentArea;
import org.kaiyuan.delegation.ListDirectory;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.PowerListKind;
import org.kaiyuan.delegation.rest.PowerAnswers.PowerListAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists, and the batches of a 赋权清单. */
@RestController
@RequestMapping("/api/v1/delegation/lists")
class PowerListController {
    private final ListDirectory lists;
    private final ListDrafting drafting;
    private final BatchKeeping batches;

    PowerListController(ListDirectory lists, ListDrafting drafting, BatchKeeping batches) {
        this.lists = lists;
        this.drafting = drafting;
        this.batches = batches;
    }

    record PowerListList(List<PowerListAnswer> items) {}

    record PowerListBody(
            @JsonProperty(required = true) PowerListKind kind,
            @JsonProperty(required = true) String title) {}

    record PowerListTitle(@JsonProperty(required = true) String title) {}

    /** @param area which of the five fields it is about; without it all */
    record PowerBatchPolicy(
            @Nullable EmpowermentArea area,
            @JsonProperty(required = true) String title,
            @Nullable String content) {}

    record PowerBatchBody(
            @JsonProperty(required = true) String title,
            @Nullable LocalDate decidedOn,
            @Nullable List<PowerBatchPolicy> policies) {
        Batch batch(int number) {
            return new Batch(
                    number,
                    title,
                    decidedOn,
                    policies == null
                            ? List.of()
                            : policies.stream()
                                    .map(one ->
                                            new Batch.Policy(
                                                    one.area(), one.title(), one.content()))
                                    .toList());
        }
    }

    record PowerBatchAnswer(
            int number,
            String title,
            @Nullable LocalDate decidedOn,
            List<PowerBatchPolicy> policies) {
        static PowerBatchAnswer of(Batch batch) {
            return new PowerBatchAnswer(
                    batch.number(),
                    batch.title(),
                    batch.decidedOn(),
                    batch.policies().stream()
                            .map(one ->
                                    new PowerBatchPolicy(one.area(), one.title(), one.content()))
                            .toList());
        }
    }

    record PowerBatchList(List<PowerBatchAnswer> items) {}

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping
    PowerListList all() {
        return new PowerListList(lists.all().stream().map(PowerListAnswer::of).toList());
    }

    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PostMapping
    ResponseEntity<PowerListAnswer> begin(@RequestBody PowerListBody body) {
        var id = drafting.begin(body.kind(), body.title());
        return ResponseEntity.created(URI.create("/api/v1/delegation/lists/" + id))
                .body(PowerListAnswer.of(lists.get(id)));
    }

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/{id}")
    PowerListAnswer one(@PathVariable UUID id) {
        return PowerListAnswer.of(lists.get(new ListId(id)));
    }

    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PutMapping("/{id}")
    PowerListAnswer rename(@PathVariable UUID id, @RequestBody PowerListTitle body) {
        drafting.rename(new ListId(id), body.title());
        return one(id);
    }

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/{id}/batches")
    PowerBatchList batches(@PathVariable UUID id) {
        var list = lists.get(new ListId(id)).id();
        return new PowerBatchList(batches.of(list).stream().map(PowerBatchAnswer::of).toList());
    }

    /** Of a batch that is published the policies alone. */
    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PutMapping("/{id}/batches/{number}")
    PowerBatchList put(
            @PathVariable UUID id, @PathVariable int number, @RequestBody PowerBatchBody body) {
        batches.put(new ListId(id), body.batch(number));
        return batches(id);
    }
}

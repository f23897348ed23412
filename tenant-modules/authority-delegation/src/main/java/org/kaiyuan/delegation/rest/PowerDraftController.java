package org.kaiyuan.delegation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.DelegationPermissions;
import org.kaiyuan.delegation.DraftedEntry;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.ListDirectory;
import org.kaiyuan.delegation.ListDrafting;
import org.kaiyuan.delegation.ListEditions;
import org.kaiyuan.delegation.ListId;
import org.kaiyuan.delegation.ListPublishing;
import org.kaiyuan.delegation.UnknownEntry;
import org.kaiyuan.delegation.rest.PowerAnswers.DraftedPowerEntry;
import org.kaiyuan.delegation.rest.PowerAnswers.PowerFindingList;
import org.kaiyuan.delegation.rest.PowerAnswers.PowerListVersion;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.rest.EntityTags;
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

/** The next version of a list: written, checked, published. */
@RestController
@RequestMapping("/api/v1/delegation/lists/{id}/draft")
class PowerDraftController {
    private final ListDirectory lists;
    private final ListDrafting drafting;
    private final ListPublishing publishing;
    private final ListEditions editions;
    private final Messages messages;

    PowerDraftController(
            ListDirectory lists,
            ListDrafting drafting,
            ListPublishing publishing,
            ListEditions editions,
            Messages messages) {
        this.lists = lists;
        this.drafting = drafting;
        this.publishing = publishing;
        this.editions = editions;
        this.messages = messages;
    }

    /** A page; {@code next} is null on the last one. */
    record DraftedPowerEntryList(List<DraftedPowerEntry> items, @Nullable String next) {}

    record PowerWaiverBody(@JsonProperty(required = true) String reason) {}

    /** @param note what is new, for who reads the versions */
    record PowerPublicationBody(@Nullable String note) {}

    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping
    DraftedPowerEntryList draft(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var list = lists.get(new ListId(id)).id();
        int most = Math.clamp(limit, 1, ListEditions.MOST);
        var found = lists.draft(list, cursor == null ? null : new EntryId(cursor), most);
        return new DraftedPowerEntryList(
                found.stream().map(DraftedPowerEntry::of).toList(),
                found.size() < most ? null : found.getLast().id().toString());
    }

    /** The next version will say what this one says. */
    @RolesAllowed(DelegationPermissions.WRITE)
    @DeleteMapping
    ResponseEntity<Void> discard(@PathVariable UUID id) {
        drafting.discard(new ListId(id));
        return ResponseEntity.noContent().build();
    }

    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PostMapping("/entries")
    ResponseEntity<DraftedPowerEntry> add(@PathVariable UUID id, @RequestBody PowerEntryBody body) {
        var list = new ListId(id);
        var entry = drafting.put(list, null, body.note());
        var drafted = drafted(list, entry);
        return ResponseEntity.created(
                        URI.create("/api/v1/delegation/lists/" + id + "/draft/entries/" + entry))
                .eTag(EntityTags.of(drafted.version()))
                .body(DraftedPowerEntry.of(drafted));
    }

    /** 404 where the draft says nothing of it. */
    @RolesAllowed(DelegationPermissions.READ)
    @GetMapping("/entries/{entry}")
    ResponseEntity<DraftedPowerEntry> one(@PathVariable UUID id, @PathVariable UUID entry) {
        return told(drafted(new ListId(id), new EntryId(entry)));
    }

    /** @param basedOn version of what the draft says; left out where it says nothing of the entry yet */
    @RolesAllowed({DelegationPermissions.WRITE, DelegationPermissions.READ})
    @PutMapping("/entries/{entry}")
    ResponseEntity<DraftedPowerEntry> put(
            @PathVariable UUID id,
            @PathVariable UUID entry,
            @RequestHeader(name = "If-Match", required = false) @Nullable String basedOn,
            @RequestBody PowerEntryBody body) {
        var list = new ListId(id);
        drafting.put(
                list,
                new EntryId(entry),
                body.note(),
                basedOn == null ? null : (int) EntityTags.version(basedOn));
        return told(drafted(list, new EntryId(entry)));
    }

    /** The next version says of it what this one says. */
    @RolesAllowed(DelegationPermissions.WRITE)
    @DeleteMapping("/entries/{entry}")
    ResponseEntity<Void> leave(@PathVariable UUID id, @PathVariable UUID entry) {
        drafting.leave(new ListId(id), new EntryId(entry));
        return ResponseEntity.noContent().build();
    }

    /** The next version does not have it. */
    @RolesAllowed(DelegationPermissions.WRITE)
    @PostMapping("/entries/{entry}/removal")
    ResponseEntity<Void> takeOut(@PathVariable UUID id, @PathVariable UUID entry) {
        drafting.takeOut(new ListId(id), new EntryId(entry));
        return ResponseEntity.noContent().build();
    }

    /** Without findings it is noted as checked. */
    @RolesAllowed(DelegationPermissions.WRITE)
    @PostMapping("/check")
    PowerFindingList check(@PathVariable UUID id) {
        return PowerFindingList.of(publishing.check(new ListId(id)), messages);
    }

    /** It is noted as checked although something stands against it. */
    @RolesAllowed(DelegationPermissions.PUBLISH)
    @PostMapping("/waiver")
    PowerFindingList letPass(@PathVariable UUID id, @RequestBody PowerWaiverBody body) {
        return PowerFindingList.of(publishing.letPass(new ListId(id), body.reason()), messages);
    }

    /** 409 with the rules that stand against it, or where it was not checked. */
    @RolesAllowed({DelegationPermissions.PUBLISH, DelegationPermissions.READ})
    @PostMapping("/publication")
    ResponseEntity<PowerListVersion> publish(
            @PathVariable UUID id, @RequestBody PowerPublicationBody body) {
        var list = new ListId(id);
        var edition = editions.get(list, publishing.publish(list, body.note()));
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/delegation/lists/" + id + "/versions/" + edition.number()))
                .body(PowerListVersion.of(edition));
    }

    private DraftedEntry drafted(ListId list, EntryId entry) {
        var drafted = lists.drafted(list, entry);
        if (drafted == null) {
            throw new UnknownEntry();
        }
        return drafted;
    }

    private static ResponseEntity<DraftedPowerEntry> told(DraftedEntry entry) {
        return ResponseEntity.ok()
                .eTag(EntityTags.of(entry.version()))
                .body(DraftedPowerEntry.of(entry));
    }
}
